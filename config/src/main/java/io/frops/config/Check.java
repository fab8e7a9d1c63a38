package io.frops.config;

import java.util.List;

/// Looks at settings across sections, for what no single record can see: a name that is used but
/// nowhere defined, an id given twice.
///
/// @param <P> the sections it looks at: a record whose components are named like the settings' own
///   and wrapped in Optional, empty where that section is itself mistaken
@FunctionalInterface
public interface Check<P extends Record> {
    List<Complaint> complaints(P sections);
}
