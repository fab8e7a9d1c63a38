package io.frops.checks.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.app.cli.Exit;
import io.frops.checks.house.House;
import io.frops.config.YamlView;
import io.frops.sandbox.slack.api.Access;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor asks for exactly what the manifest installs.
class ScopesTest {
    @TempDir Path folder;

    @Test
    void an_app_installed_by_the_manifest_lacks_nothing_and_each_of_its_scopes_is_needed() {
        List<String> manifest =
                YamlView.of(House.read(House.ROOT.resolve("config/slack-manifest.yaml")))
                        .orElseThrow()
                        .at("oauth_config")
                        .at("scopes")
                        .at("bot")
                        .items()
                        .stream()
                        .map(YamlView::text)
                        .toList();
        try (Practice practice =
                new Practice(
                        folder,
                        s -> s.withAccess(new Access(Practice.TOKEN, Set.copyOf(manifest))))) {
            assertThat(practice.visit("--json").exit()).isEqualTo(Exit.DONE);
        }
        try (Practice practice =
                new Practice(
                        folder,
                        s -> s.withAccess(new Access(Practice.TOKEN, Set.of("reactions:write"))))) {
            String missing =
                    practice.visit("--json").rows("fails").stream()
                            .filter(row -> row.startsWith("Slack scopes: "))
                            .findFirst()
                            .orElseThrow();
            assertThat(manifest).isNotEmpty().allMatch(missing::contains);
        }
    }
}
