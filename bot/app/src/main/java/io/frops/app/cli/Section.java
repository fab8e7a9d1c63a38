package io.frops.app.cli;

/// The headings of `frops --help`, in the order in which a newcomer needs them.
public enum Section {
    TRY("Try it"),
    RUN("Run it"),
    ASK("Talk to a running bot"),
    VERIFY("Verify what it kept");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
