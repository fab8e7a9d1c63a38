package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Team;
import io.frops.sandbox.slack.workspace.Usergroup;
import io.frops.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// auth.test, team.info, users.*, usergroups.*: who there is.
final class PeopleMethods {
    private final Workspace workspace;
    private final Set<String> scopes;
    private final Supplier<URI> page;

    PeopleMethods(Workspace workspace, Set<String> scopes, Supplier<URI> page) {
        this.workspace = workspace;
        this.scopes = scopes;
        this.page = page;
    }

    Map<String, Function<Call, ObjectNode>> all() {
        return Map.of(
                "auth.test", _ -> authTest(),
                "team.info", _ -> team(),
                "users.list", this::users,
                "users.info", this::user,
                "bots.info", _ -> bot(),
                "usergroups.list", this::groups,
                "usergroups.users.list", this::groupUsers);
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode authTest() {
        Team team = workspace.team();
        return answer().put("url", page.get() + "/")
                .put("team", team.name())
                .put("user", team.bot().name())
                .put("team_id", team.id())
                .put("user_id", team.bot().id())
                .put("bot_id", team.botId())
                .put("is_enterprise_install", false);
    }

    private ObjectNode team() {
        Team team = workspace.team();
        ObjectNode answer = answer();
        answer.putObject("team")
                .put("id", team.id())
                .put("name", team.name())
                .put("domain", team.domain())
                .put("email_domain", "example.org");
        return answer;
    }

    private ObjectNode bot() {
        Team team = workspace.team();
        ObjectNode answer = answer();
        answer.putObject("bot")
                .put("id", team.botId())
                .put("deleted", false)
                .put("name", team.bot().name())
                .put("app_id", team.appId())
                .put("user_id", team.bot().id());
        return answer;
    }

    private ObjectNode users(Call call) {
        int limit = call.limit(1000, 1000, "invalid_arguments");
        Cursor<Person> page = Cursor.page(workspace.people(), call, limit, Person::id);
        ObjectNode answer = answer();
        ArrayNode members = answer.putArray("members");
        page.items().forEach(p -> members.add(json(p)));
        page.describe(answer);
        return answer;
    }

    private ObjectNode user(Call call) {
        Person person =
                workspace
                        .person(call.text("user"))
                        .orElseThrow(() -> new Refusal("user_not_found"));
        ObjectNode answer = answer();
        answer.set("user", json(person));
        return answer;
    }

    private ObjectNode json(Person person) {
        String team = Objects.requireNonNullElse(person.homeTeam(), workspace.team().id());
        ObjectNode json = answer();
        json.put("id", person.id()).put("team_id", team).put("name", person.name());
        json.put("deleted", false).put("real_name", person.realName());
        json.put("tz", person.timeZone());
        json.put(
                "tz_offset",
                ZoneId.of(person.timeZone())
                        .getRules()
                        .getOffset(workspace.clock().instant())
                        .getTotalSeconds());
        ObjectNode profile = json.putObject("profile");
        profile.put("real_name", person.realName()).put("display_name", person.name());
        profile.put("team", team);
        if (scopes.contains("users:read.email") && !person.email().isEmpty()) {
            profile.put("email", person.email());
        }
        kind(json, person.kind());
        return json;
    }

    private static void kind(ObjectNode json, Person.Kind kind) {
        json.put("is_admin", kind == Person.Kind.ADMIN).put("is_owner", false);
        json.put("is_restricted", kind == Person.Kind.GUEST).put("is_ultra_restricted", false);
        json.put("is_bot", kind == Person.Kind.BOT).put("is_app_user", false);
        json.put("is_stranger", kind == Person.Kind.STRANGER);
    }

    private ObjectNode groups(Call call) {
        ObjectNode answer = answer();
        ArrayNode list = answer.putArray("usergroups");
        for (Usergroup group : workspace.groups()) {
            ObjectNode json = list.addObject().put("id", group.id()).put("handle", group.handle());
            json.put("team_id", workspace.team().id()).put("name", group.name());
            json.put("is_usergroup", true).put("date_delete", 0);
            if (call.flag("include_count")) {
                json.put("user_count", group.users().size());
            }
            if (call.flag("include_users")) {
                ArrayNode users = json.putArray("users");
                group.users().forEach(users::add);
            }
        }
        return answer;
    }

    private ObjectNode groupUsers(Call call) {
        Usergroup group =
                workspace.groups().stream()
                        .filter(g -> g.id().equals(call.text("usergroup")))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("no_such_subteam"));
        ObjectNode answer = answer();
        ArrayNode users = answer.putArray("users");
        group.users().forEach(users::add);
        return answer;
    }
}
