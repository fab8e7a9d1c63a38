package io.frops.integrations.mongo;

import com.mongodb.MongoClientSettings;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.StoredIncident;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/// Which events of an incident go to pages before it is written, and which it keeps. Sizes are
/// bytes of BSON.
///
/// @param pages none when everything stays where it is
/// @param firstSeq the number of the first event that the incident keeps
/// @param kept those events; none when they are stored already, or pushed
/// @param size of all events that it keeps
record Spill(List<Page> pages, long firstSeq, List<Document> kept, long size) {
    /// Events that a page holds.
    record Page(long firstSeq, List<Document> events) {}

    /// What an incident holds of its events itself. The store passes over all of it with each
    /// change, so little is left there: far below the 1 MB that the documents are laid out for.
    static final int MOST_TAIL = 64_000;

    /// What a page holds, unless one event alone is more.
    static final int MOST_PAGE = 8_000_000;

    /// The whole document; MongoDB takes 16 MiB.
    static final int MOST = 12_000_000;

    /// The latest events stay, if they are small: they are asked for most often.
    private static final int KEPT = 16_000;

    private static final Codec<Document> CODEC =
            MongoClientSettings.getDefaultCodecRegistry().get(Document.class);

    /// Everything stays where it is.
    ///
    /// @param size of all events
    static Spill none(long firstSeq, long size) {
        return new Spill(List.of(), firstSeq, List.of(), size);
    }

    /// @param next with all events that its document will hold
    /// @param firstSeq the number of the first of them
    static Spill of(StoredIncident next, long firstSeq) {
        List<Document> events = IncidentCodec.eventsAfter(firstSeq - 1, next);
        List<Integer> sizes = events.stream().map(Spill::size).toList();
        if (sum(sizes) <= MOST_TAIL) {
            return new Spill(List.of(), firstSeq, events, sum(sizes));
        }
        int stays = events.size();
        int size = 0;
        while (stays > 0 && size + sizes.get(stays - 1) <= KEPT) {
            stays--;
            size += sizes.get(stays);
        }
        return new Spill(
                pages(firstSeq, events.subList(0, stays), sizes),
                firstSeq + stays,
                List.copyOf(events.subList(stays, events.size())),
                size);
    }

    /// @param fields what else the document holds
    /// @throws IntegrationException when the document would be too large: then nothing is written
    void check(Document fields) {
        if (size(fields) + size > MOST) {
            throw new IntegrationException(
                    Failures.SYSTEM,
                    IntegrationException.Kind.INVALID,
                    "An incident would grow past "
                            + MOST / 1_000_000
                            + " MB and cannot be stored like that.",
                    null);
        }
    }

    private static List<Page> pages(long firstSeq, List<Document> events, List<Integer> sizes) {
        List<Page> pages = new ArrayList<>();
        int from = 0;
        int size = 0;
        for (int i = 0; i < events.size(); i++) {
            if (i > from && size + sizes.get(i) > MOST_PAGE) {
                pages.add(new Page(firstSeq + from, List.copyOf(events.subList(from, i))));
                from = i;
                size = 0;
            }
            size += sizes.get(i);
        }
        pages.add(new Page(firstSeq + from, List.copyOf(events.subList(from, events.size()))));
        return pages;
    }

    private static long sum(List<Integer> sizes) {
        return sizes.stream().mapToLong(Integer::longValue).sum();
    }

    static long size(List<Document> documents) {
        return documents.stream().mapToLong(Spill::size).sum();
    }

    static int size(Document document) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            return buffer.getSize();
        }
    }
}
