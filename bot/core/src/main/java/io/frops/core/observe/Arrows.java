package io.frops.core.observe;

/// Told right before and right after each step that changes something outside this process: a write
/// to the store, a call to Slack, an answer. Between two of them nothing can be lost, so a process
/// that ends at every one of them in turn has ended everywhere that matters.
public interface Arrows {
    /// Nobody is told.
    Arrows NONE =
            new Arrows() {
                @Override
                public void before(String arrow) {}

                @Override
                public void after(String arrow) {}
            };

    /// @param arrow where and what, for example `incidents.change` or `chat.postMessage`
    void before(String arrow);

    /// It was answered, and nobody in this process has acted on the answer yet. Not told without
    /// one.
    void after(String arrow);
}
