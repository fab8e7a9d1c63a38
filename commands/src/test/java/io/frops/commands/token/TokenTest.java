package io.frops.commands.token;

import static io.frops.commands.World.BO;
import static io.frops.commands.World.VIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.commands.Golden;
import io.frops.commands.Shown;
import io.frops.commands.World;
import io.frops.core.access.CommandId;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Personal tokens.
class TokenTest {
    private static final Pattern SECRET = Pattern.compile("frops_[A-Za-z0-9_-]{43}");
    private final World world = new World();
    private final Shown shown = new Shown();

    @Test
    void a_token_is_shown_once_and_kept_as_a_hash() {
        String text = shown.of(world.say(VIC, "token"));
        String secret = secret(text);
        assertThat(world.tokens.owner(secret)).contains(VIC);
        assertThat(world.keys.startingWith("").toString()).doesNotContain(secret);
        Golden.check("token", text.replace(secret, "frops_***"));
    }

    @Test
    void a_replay_never_shows_a_token_again() {
        world.say(VIC, "token");
        String again = shown.of(world.again(VIC, "token"));
        assertThat(SECRET.matcher(again).find()).isFalse();
        assertThat(world.tokens.of(VIC)).hasSize(1);
        Golden.check("token-replay", again);
    }

    @Test
    void a_token_ends_after_90_days() {
        String secret = secret(shown.of(world.say(VIC, "token")));
        world.clock.advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(world.tokens.owner(secret)).contains(VIC);
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(world.tokens.owner(secret)).isEmpty();
        Golden.check("token-none", shown.of(world.say(VIC, "token list")));
    }

    @Test
    void only_its_owner_revokes_it() {
        String secret = secret(shown.of(world.say(VIC, "token")));
        String name = world.tokens.of(VIC).getFirst().name();
        Golden.check("token-list", shown.of(world.say(VIC, "token list")));
        assertThat(world.say(BO, "token revoke " + name)).isInstanceOf(Outcome.Unknown.class);
        assertThat(world.tokens.owner(secret)).isPresent();
        Golden.check("token-revoke", shown.of(world.say(VIC, "token revoke " + name)));
        assertThat(world.tokens.owner(secret)).isEmpty();
        Golden.check("token-wrong", shown.of(world.say(VIC, "token frobnicate")));
    }

    @Test
    void a_token_makes_no_token() {
        Invocation terminal =
                new Invocation(
                        new CommandId("t"),
                        VIC,
                        new Place.Terminal(),
                        List.of("token"),
                        false,
                        false,
                        () -> false);
        Golden.check("token-terminal", shown.of(world.registry().handle(terminal)));
        assertThat(world.tokens.of(VIC)).isEmpty();
    }

    private static String secret(String text) {
        Matcher m = SECRET.matcher(text);
        assertThat(m.find()).as(text).isTrue();
        return m.group();
    }
}
