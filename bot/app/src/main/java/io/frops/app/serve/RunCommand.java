package io.frops.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.app.cli.Exit;
import io.frops.app.cli.Section;
import io.frops.app.cli.Subcommand;
import io.frops.app.cli.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `frops run`: one `/frops` command from a terminal.
public final class RunCommand implements Subcommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "Run one /frops command from here, as yourself";
    }

    @Override
    public String usage() {
        return """
        Usage: frops run [--server URL] [--yes] [--json] -- WORDS...

        Runs one /frops command on a running bot, as the owner of the token in $FROPS_TOKEN or in
        ~/.config/frops/token. Get a token in Slack with /frops token.

          --server URL   where the bot listens (default: http://127.0.0.1:8080)
          --yes          says yes to a plain confirmation
          --json         prints the answer as JSON

        Example: frops run -- ack INC-42

        Exits with 0 when it is done, 1 when it failed or was refused, 2 when the words were wrong,
        3 when you are not let in.
        """;
    }

    @Override
    public Section section() {
        return Section.ASK;
    }

    @Override
    public Exit run(List<String> arguments, Terminal terminal) {
        Optional<RunOptions> options = RunOptions.of(arguments);
        if (options.isEmpty()) {
            terminal.err().println(usage().strip());
            return Exit.USAGE;
        }
        Optional<String> token = TokenFile.find(terminal.environment());
        if (token.isEmpty()) {
            terminal.err()
                    .println(
                            "frops: no token. Get one in Slack with /frops token, then set FROPS_TOKEN or write it to "
                                    + TokenFile.path(terminal.environment())
                                    + ".");
            return Exit.DENIED;
        }
        return ask(options.get(), token.get(), terminal);
    }

    private static Exit ask(RunOptions options, String token, Terminal terminal) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<String> response =
                    client.send(
                            request(options, token, terminal),
                            HttpResponse.BodyHandlers.ofString());
            return print(response, options, terminal);
        } catch (IOException e) {
            terminal.err()
                    .println(
                            "frops: no bot answers at "
                                    + options.server()
                                    + ". Is it running? Name another one with"
                                    + " --server.");
            return Exit.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }

    private static HttpRequest request(RunOptions options, String token, Terminal terminal)
            throws JsonProcessingException {
        byte[] id = new byte[16];
        terminal.random().nextBytes(id);
        String body =
                JSON.writeValueAsString(
                        Map.of(
                                "words",
                                options.words(),
                                "confirm",
                                options.yes(),
                                "id",
                                HexFormat.of().formatHex(id)));
        return HttpRequest.newBuilder(URI.create(options.server() + "/commands"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Exit print(
            HttpResponse<String> response, RunOptions options, Terminal terminal) {
        JsonNode answer;
        try {
            answer = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            terminal.err()
                    .println(
                            "frops: "
                                    + options.server()
                                    + " is not a frops bot: its answer is not JSON.");
            return Exit.FAILED;
        }
        boolean done = response.statusCode() == 200;
        String said = options.json() ? response.body() : answer.path("text").asText("");
        (done || options.json() ? terminal.out() : terminal.err()).println(said);
        if (answer.path("outcome").asText().equals("confirm") && !options.json()) {
            terminal.err().println("Say it again with --yes to go ahead.");
        }
        return exit(response.statusCode(), answer.path("outcome").asText());
    }

    private static Exit exit(int status, String outcome) {
        if (status == 401 || status == 403) {
            return Exit.DENIED;
        }
        return switch (outcome) {
            case "done" -> Exit.DONE;
            case "usage" -> Exit.USAGE;
            default -> Exit.FAILED;
        };
    }
}
