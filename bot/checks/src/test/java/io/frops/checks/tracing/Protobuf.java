package io.frops.checks.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// As much of protobuf as it takes to read spans: a message's fields by number.
record Protobuf(Map<Integer, List<byte[]>> fields) {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    static Protobuf read(byte[] message) {
        Map<Integer, List<byte[]>> fields = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = varint(in);
            byte[] value =
                    switch ((int) (tag & 7)) {
                        case VARINT ->
                                ByteBuffer.allocate(8)
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .putLong(varint(in))
                                        .array();
                        case FIXED64 -> bytes(in, 8);
                        case LENGTH -> bytes(in, (int) varint(in));
                        case FIXED32 -> bytes(in, 4);
                        default -> throw new IllegalArgumentException("no protobuf: tag " + tag);
                    };
            fields.computeIfAbsent((int) (tag >>> 3), _ -> new ArrayList<>()).add(value);
        }
        return new Protobuf(fields);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    List<Protobuf> messages(int field) {
        return fields.getOrDefault(field, List.of()).stream().map(Protobuf::read).toList();
    }

    private byte[] last(int field) {
        List<byte[]> all = fields.getOrDefault(field, List.of());
        return all.isEmpty() ? new byte[0] : all.getLast();
    }

    String text(int field) {
        return new String(last(field), UTF_8);
    }

    String hex(int field) {
        return HexFormat.of().formatHex(last(field));
    }

    long number(int field) {
        byte[] bytes = last(field);
        return bytes.length == 8
                ? ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong()
                : 0;
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }
}
