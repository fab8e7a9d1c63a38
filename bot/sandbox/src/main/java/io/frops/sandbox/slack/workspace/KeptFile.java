package io.frops.sandbox.slack.workspace;

/// A file that was uploaded.
///
/// @param data base64; empty until the bytes have come
public record KeptFile(String id, String name, String title, long length, String data) {
    public KeptFile holding(String base64) {
        return new KeptFile(id, name, title, length, base64);
    }

    public KeptFile titled(String newTitle) {
        return new KeptFile(id, name, newTitle, length, data);
    }
}
