package io.frops.app.doctor;

import java.util.List;

/// Tries one system. It says failures instead of throwing them, and ends by its own time-outs.
interface Check {
    /// What the rows are headed by when it gives no answer at all.
    String system();

    List<Finding> findings();
}
