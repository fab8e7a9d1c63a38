package io.frops.integrations.slack.door;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import java.util.List;
import java.util.regex.Pattern;

/// Bolt with our handlers. Its own authorization would ask Slack who we are before each request;
/// ours asks nothing, because the guard has checked the signature and the gate decides who may.
final class BoltApp {
    private static final Pattern ANY = Pattern.compile("(?s).*");

    private BoltApp() {}

    static App of(Desk desk, Speakers speakers, Forms forms) {
        SlackConfig slack = new SlackConfig();
        slack.setStatsEnabled(false);
        slack.setHttpClientResponseHandlers(List.of());
        AppConfig config = AppConfig.builder().slack(Slack.getInstance(slack)).build();
        Middleware trust =
                (request, response, chain) ->
                        request.getRequestType() == RequestType.SSLCheck
                                ? Response.ok()
                                : chain.next(request);
        App app = new App(config, List.of(trust));
        SlashCommands commands = new SlashCommands(desk, speakers, forms);
        Clicks clicks = new Clicks(desk, speakers, forms);
        Submissions submissions = new Submissions(desk, speakers, forms);
        Talk talk = new Talk(desk, speakers, forms);
        app.command(ANY, (request, context) -> commands.handle(request));
        app.blockAction(ANY, (request, context) -> clicks.handle(request));
        app.viewSubmission(ANY, (request, context) -> submissions.handle(request));
        app.event(AppMentionEvent.class, (payload, context) -> talk.mention(payload));
        app.event(MessageEvent.class, (payload, context) -> talk.direct(payload));
        return app;
    }
}
