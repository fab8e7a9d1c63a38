package io.frops.integrations.alertmanager;

import io.frops.core.alert.ActiveSilence;
import io.frops.core.alert.LabelMatcher;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one silence as the API lists it. One instance reads one silence.
final class SilenceReader {
    private final JsonBody body;
    private final String place;
    private final List<LabelMatcher> matchers = new ArrayList<>();
    private boolean plain = true;
    private String id = "";
    private String owner = "";
    private String comment = "";
    private String state = "";
    private @Nullable Instant until;

    private SilenceReader(JsonBody body, String place) {
        this.body = body;
        this.place = place;
    }

    /// @return empty for one that is over, or that matches by more than equality
    static Optional<ActiveSilence> read(JsonBody body, String place) throws IOException {
        SilenceReader reader = new SilenceReader(body, place);
        body.object(place, reader::field);
        return reader.silence();
    }

    private void field(String name) throws IOException {
        String here = place + "." + name;
        switch (name) {
            case "id" -> id = body.text(here);
            case "createdBy" -> owner = body.text(here);
            case "comment" -> comment = body.text(here);
            case "endsAt" -> until = body.time(here);
            case "status" -> body.object(here, field -> status(here, field));
            case "matchers" -> body.array(here, this::matcher);
            default -> body.skip();
        }
    }

    private void status(String here, String field) throws IOException {
        if (field.equals("state")) {
            state = body.text(here + ".state");
        } else {
            body.skip();
        }
    }

    private void matcher(String here) throws IOException {
        String[] told = {"", ""};
        body.object(
                here,
                field -> {
                    switch (field) {
                        case "name" -> told[0] = body.text(here + ".name");
                        case "value" -> told[1] = body.text(here + ".value");
                        case "isRegex" -> plain &= !body.truth(here + ".isRegex", false);
                        case "isEqual" -> plain &= body.truth(here + ".isEqual", true);
                        default -> body.skip();
                    }
                });
        matchers.add(new LabelMatcher(told[0], told[1]));
    }

    private Optional<ActiveSilence> silence() throws BadBody {
        if (!plain || state.equals("expired")) {
            return Optional.empty();
        }
        if (until == null) {
            throw new BadBody("\"" + place + ".endsAt\" is missing");
        }
        return Optional.of(new ActiveSilence(id, matchers, owner, comment, until));
    }
}
