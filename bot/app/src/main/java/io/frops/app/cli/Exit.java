package io.frops.app.cli;

/// How a subcommand ended, as scripts see it. The numbers are part of what users rely on.
public enum Exit {
    DONE(0),
    FAILED(1),
    USAGE(2),
    /// Not let in (no or wrong token) or denied.
    DENIED(3),
    /// `EX_CONFIG` of BSD's sysexits.h: the configuration is wrong, so restarting will not help.
    BAD_CONFIGURATION(78);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
