package io.frops.app.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.OutputStream;
import org.slf4j.LoggerFactory;

/// Sets up the log: JSON lines to one stream.
public final class Logging {
    private Logging() {}

    /// @param level for our own loggers; libraries are heard from warnings on, and Bolt's DEBUG,
    ///   which would show bodies and signatures, never
    public static void to(OutputStream out, String service, String level) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        JsonLines encoder = new JsonLines(service);
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        context.getLogger("io.frops").setLevel(Level.toLevel(level, Level.INFO));
        context.getLogger("http").setLevel(Level.toLevel(level, Level.INFO));
        context.getLogger("com.slack.api").setLevel(Level.WARN);
    }
}
