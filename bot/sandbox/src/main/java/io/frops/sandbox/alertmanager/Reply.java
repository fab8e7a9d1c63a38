package io.frops.sandbox.alertmanager;

/// One answer.
record Reply(int status, String type, String body) {
    static Reply json(Object body) {
        return new Reply(200, "application/json", body + "\n");
    }

    static Reply html(String body) {
        return new Reply(200, "text/html", body);
    }

    static Reply text(int status, String body) {
        return new Reply(status, "text/plain", body);
    }

    static Reply done() {
        return text(200, "");
    }
}
