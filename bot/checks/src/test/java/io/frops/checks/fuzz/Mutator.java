package io.frops.checks.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Makes mutants. The same seed makes the same ones.
record Mutator(Random random, Nasty nasty) {
    /// A lone surrogate has no UTF-8, but JSON has a way to write it.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /// A place in a tree: what stands there, and how to put something else there.
    private record Slot(JsonNode there, Consumer<JsonNode> put, Runnable remove) {}

    /// A text: words, lines or bytes of it changed.
    byte[] text(byte[] given) {
        byte[] bytes = given.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(24));
        return switch (random.nextInt(7)) {
            case 0 -> join(bytes, from, nasty.text(random).getBytes(StandardCharsets.UTF_8), from);
            case 1 -> join(bytes, from, nasty.text(random).getBytes(StandardCharsets.UTF_8), to);
            case 2 -> join(bytes, from, new byte[0], to);
            case 3 -> join(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
            case 4 -> join(bytes, from, new byte[] {(byte) random.nextInt(256)}, to);
            case 5 -> Arrays.copyOf(bytes, from);
            default -> flipped(bytes);
        };
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] join(byte[] bytes, int head, byte[] middle, int tail) {
        byte[] all = Arrays.copyOf(bytes, head + middle.length + bytes.length - tail);
        System.arraycopy(middle, 0, all, head, middle.length);
        System.arraycopy(bytes, tail, all, head + middle.length, bytes.length - tail);
        return all;
    }

    /// JSON: mostly still JSON afterwards, with other things in it.
    byte[] json(byte[] given) {
        if (random.nextInt(5) == 0) {
            return text(given);
        }
        try {
            JsonNode tree = JSON.readTree(given);
            for (int i = random.nextInt(3); i >= 0; i--) {
                change(tree);
            }
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            return text(given);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void change(JsonNode tree) {
        List<Slot> slots = new ArrayList<>();
        collect(tree, slots);
        if (slots.isEmpty()) {
            return;
        }
        Slot slot = slots.get(random.nextInt(slots.size()));
        switch (random.nextInt(6)) {
            case 0 -> slot.remove().run();
            case 1 -> slot.put().accept(slots.get(random.nextInt(slots.size())).there().deepCopy());
            case 2 -> slot.put().accept(JSON.createArrayNode().add(slot.there()));
            case 3 ->
                    slot.put()
                            .accept(
                                    JSON.getNodeFactory()
                                            .textNode(
                                                    slot.there().asText("") + nasty.text(random)));
            default -> slot.put().accept(nasty.node(random));
        }
    }

    private static void collect(JsonNode node, List<Slot> slots) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(e -> {
                        String name = e.getKey();
                        slots.add(
                                new Slot(
                                        e.getValue(),
                                        v -> object.set(name, v),
                                        () -> object.remove(name)));
                    });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                slots.add(new Slot(array.get(i), v -> array.set(at, v), () -> array.remove(at)));
            }
        }
        node.forEach(child -> collect(child, slots));
    }

    String value(String given) {
        return random.nextInt(3) == 0
                ? nasty.text(random)
                : new String(text(given.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
