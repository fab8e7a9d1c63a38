package io.frops.config;

import java.util.List;

/// Looks at settings as a whole, for what no single record can see: a name that is used but nowhere
/// defined, an id given twice.
@FunctionalInterface
public interface Check<T> {
    List<Complaint> complaints(T settings);
}
