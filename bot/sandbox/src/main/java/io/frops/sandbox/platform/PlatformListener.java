package io.frops.sandbox.platform;

/// Somebody who plays along when a service is broken or mended. Called once for each change, never
/// for a service that already is so.
public interface PlatformListener {
    void broken(SampleService service);

    void mended(SampleService service);
}
