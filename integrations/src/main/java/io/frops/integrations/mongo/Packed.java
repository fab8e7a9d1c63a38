package io.frops.integrations.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/// Many documents that say mostly the same: `common` once, and `each` with what differs. Alerts of
/// one group share most labels, and 10,000 of them must fit into one document.
final class Packed {
    private static final String COMMON = "common";
    private static final String EACH = "each";

    private Packed() {}

    static Document pack(List<Document> items) {
        if (items.size() < 2) {
            return new Document(EACH, items);
        }
        Document common = copy(items.getFirst());
        items.forEach(item -> keepShared(common, item));
        common.values().removeIf(value -> value instanceof Document empty && empty.isEmpty());
        List<Document> rest = items.stream().map(item -> without(item, common)).toList();
        return new Document(COMMON, common).append(EACH, rest);
    }

    static List<Document> unpack(Fields packed) {
        Fields common = packed.innerOrNull(COMMON);
        List<Document> each = packed.each(EACH, Fields::document);
        if (common == null) {
            return each;
        }
        List<Document> whole = new ArrayList<>();
        for (Document item : each) {
            Document merged = copy(common.document());
            item.forEach((name, value) -> merged.merge(name, value, Packed::both));
            whole.add(merged);
        }
        return whole;
    }

    private static Object both(Object common, Object own) {
        if (common instanceof Document shared && own instanceof Document more) {
            Document all = copy(shared);
            all.putAll(more);
            return all;
        }
        return own;
    }

    private static Document copy(Document document) {
        Document copy = new Document();
        document.forEach((name, value) ->
                copy.append(name, value instanceof Document inner ? copy(inner) : value));
        return copy;
    }

    private static void keepShared(Document common, Document item) {
        common.entrySet()
                .removeIf(entry -> {
                    Object other = item.get(entry.getKey());
                    if (entry.getValue() instanceof Document shared
                            && other instanceof Document inner) {
                        keepShared(shared, inner);
                        return false;
                    }
                    return !entry.getValue().equals(other);
                });
    }

    private static Document without(Document item, Document common) {
        Document rest = new Document();
        for (Map.Entry<String, Object> entry : item.entrySet()) {
            Object shared = common.get(entry.getKey());
            if (shared instanceof Document known && entry.getValue() instanceof Document inner) {
                Document own = without(inner, known);
                if (!own.isEmpty()) {
                    rest.append(entry.getKey(), own);
                }
            } else if (!entry.getValue().equals(shared)) {
                rest.append(entry.getKey(), entry.getValue());
            }
        }
        return rest;
    }
}
