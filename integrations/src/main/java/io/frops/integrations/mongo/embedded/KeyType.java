package io.frops.integrations.mongo.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/// An index's keys in the file as BSON. Their order serves to find them and nothing else; it has to
/// tell apart what differs, and equal keys have equal bytes.
final class KeyType extends BasicDataType<KeyValue> {
    private static final String VALUES = "k";
    private static final int MEMORY = 200;

    @Override
    public int compare(KeyValue a, KeyValue b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareValues(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String first && b instanceof String second) {
            return first.compareTo(second);
        }
        if (a instanceof Double first && b instanceof Double second) {
            return first.compareTo(second);
        }
        return Arrays.compareUnsigned(bytes(Arrays.asList(a)), bytes(Arrays.asList(b)));
    }

    @Override
    public int getMemory(KeyValue key) {
        return MEMORY;
    }

    @Override
    public void write(WriteBuffer to, KeyValue key) {
        byte[] bson = bytes(key.stream().toList());
        to.putVarInt(bson.length).put(bson);
    }

    @Override
    public KeyValue read(ByteBuffer from) {
        byte[] bson = new byte[DataUtils.readVarInt(from)];
        from.get(bson);
        Document document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
        return new KeyValue((List<?>) document.get(VALUES));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    private static byte[] bytes(List<?> values) {
        return DocumentType.bytes(new Document(VALUES, values));
    }
}
