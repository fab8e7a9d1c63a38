package io.frops.config;

/// What a [Check] found wrong; the loader adds the line.
///
/// @param path the setting as written in the file, for example `routing.by-service.backend`
public record Complaint(String path, String what, String remedy) {}
