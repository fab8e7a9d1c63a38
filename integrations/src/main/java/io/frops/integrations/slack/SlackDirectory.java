package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.core.access.GroupId;
import io.frops.core.access.Membership;
import io.frops.core.access.PersonId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who people are and which groups they are in, asked of Slack each time.
final class SlackDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(SlackDirectory.class);

    private final SlackCalls calls;
    private final SlackTeam team;

    SlackDirectory(SlackCalls calls, SlackTeam team) {
        this.calls = calls;
        this.team = team;
    }

    Membership person(PersonId id) {
        SlackCalls.Answer answer = calls.attempt("users.info", Map.of("user", id.value()));
        if (answer.is("user_not_found") || answer.is("user_not_visible")) {
            return new Membership.Stranger(id.value(), "not known in this workspace");
        }
        JsonNode user = answer.orThrow().path("user");
        String name = user.path("name").asText(id.value());
        return why(user)
                .<Membership>map(why -> new Membership.Stranger(name, why))
                .orElseGet(Membership.Member::new);
    }

    private Optional<String> why(JsonNode user) {
        if (user.path("deleted").asBoolean()) {
            return Optional.of("deactivated");
        }
        if (user.path("is_bot").asBoolean()) {
            return Optional.of("a bot");
        }
        if (user.path("is_restricted").asBoolean()
                || user.path("is_ultra_restricted").asBoolean()) {
            return Optional.of("a guest");
        }
        return user.path("is_stranger").asBoolean() || isForeign(user)
                ? Optional.of("of another workspace")
                : Optional.empty();
    }

    /// In an organization a person may have a home elsewhere and still belong here.
    private boolean isForeign(JsonNode user) {
        String own = team.learn();
        if (user.path("team_id").asText(own).equals(own)) {
            return false;
        }
        for (JsonNode other : user.path("enterprise_user").path("teams")) {
            if (other.asText().equals(own)) {
                return false;
            }
        }
        return true;
    }

    Set<PersonId> group(GroupId id) {
        SlackCalls.Answer answer =
                calls.attempt("usergroups.users.list", Map.of("usergroup", id.value()));
        if (answer.is("no_such_subteam")) {
            LOG.warn("user group {} named in access does not exist in Slack", id);
            return Set.of();
        }
        Set<PersonId> members = new HashSet<>();
        answer.orThrow().path("users").forEach(u -> members.add(new PersonId(u.asText())));
        return members;
    }
}
