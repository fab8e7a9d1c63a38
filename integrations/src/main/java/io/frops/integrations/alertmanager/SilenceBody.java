package io.frops.integrations.alertmanager;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A silence as the API takes it: every matcher says "equals", none is a regular expression.
final class SilenceBody {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SilenceBody() {}

    static String of(SilenceRequest request) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode matchers = body.putArray("matchers");
        request.matchers().forEach(m -> add(matchers, m));
        body.put("startsAt", request.from().toString());
        body.put("endsAt", request.until().toString());
        body.put("createdBy", request.owner());
        body.put("comment", request.comment());
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree of texts can always be written", e);
        }
    }

    private static void add(ArrayNode matchers, LabelMatcher matcher) {
        if (Texts.isCut(matcher.value())) {
            throw new IntegrationException(
                    AlertmanagerSource.SYSTEM,
                    Kind.INVALID,
                    "label "
                            + Shown.brief(matcher.name())
                            + " is too long to be matched exactly; silence by other labels",
                    null);
        }
        matchers.addObject()
                .put("name", matcher.name())
                .put("value", matcher.value())
                .put("isRegex", false)
                .put("isEqual", true);
    }
}
