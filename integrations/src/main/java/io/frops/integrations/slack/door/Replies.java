package io.frops.integrations.slack.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.response.Response;

/// What is put into the 200.
final class Replies {
    private Replies() {}

    static Response empty() {
        return Response.ok();
    }

    static Response json(ObjectNode body) {
        return Response.builder()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body(body.toString())
                .build();
    }
}
