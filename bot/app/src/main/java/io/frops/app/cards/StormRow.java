package io.frops.app.cards;

import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.store.KeyStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is kept of a storm: the rest follows from the incidents. Written before each post, so that
/// its card stays single.
///
/// @param channel as the routing names it
/// @param version of the document; [KeyStore#ABSENT] before the first write
/// @param busy when the last incident came that was one too many
/// @param total of its incidents when it was last drawn
/// @param nonce in the metadata of its card
/// @param place where the card is, or is being posted; absent before the first attempt
/// @param ts the card's time stamp once its post is known to be there
/// @param filed when the list was last put into the thread
/// @param handed whether the worst got cards of their own at its end
record StormRow(
        String channel,
        long version,
        Instant began,
        Instant busy,
        @Nullable Instant ended,
        int total,
        String nonce,
        @Nullable ChannelId place,
        @Nullable String ts,
        @Nullable Instant filed,
        boolean handed) {
    static final String PREFIX = "storm/";

    static StormRow begun(String channel, Instant began, Instant busy, String nonce) {
        return new StormRow(
                channel, KeyStore.ABSENT, began, busy, null, 0, nonce, null, null, null, false);
    }

    static StormRow of(KeyStore.Entry entry) {
        Map<String, String> f = entry.fields();
        String place = f.get("place");
        return new StormRow(
                entry.id().substring(PREFIX.length()),
                entry.version(),
                Instant.parse(f.getOrDefault("began", "")),
                Instant.parse(f.getOrDefault("busy", "")),
                instant(f.get("ended")),
                Integer.parseInt(f.getOrDefault("total", "0")),
                f.getOrDefault("nonce", ""),
                place == null ? null : new ChannelId(place),
                f.get("ts"),
                instant(f.get("filed")),
                f.containsKey("handed"));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    String key() {
        return PREFIX + channel;
    }

    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("began", began.toString());
        fields.put("busy", busy.toString());
        put(fields, "ended", ended);
        fields.put("total", Integer.toString(total));
        fields.put("nonce", nonce);
        put(fields, "place", place == null ? null : place.value());
        put(fields, "ts", ts);
        put(fields, "filed", filed);
        put(fields, "handed", handed ? "yes" : null);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    Optional<MessageRef> message() {
        return place == null || ts == null
                ? Optional.empty()
                : Optional.of(new MessageRef(place, ts));
    }

    /// Written once more.
    StormRow next() {
        return new StormRow(
                channel, version + 1, began, busy, ended, total, nonce, place, ts, filed, handed);
    }

    /// A post is about to be tried there, under a nonce that is nowhere else.
    StormRow posting(@Nullable ChannelId where, String fresh) {
        return new StormRow(
                channel, version, began, busy, ended, total, fresh, where, null, filed, handed);
    }

    /// It begins anew, with a new card.
    StormRow again(Instant lastBusy, String fresh) {
        return new StormRow(
                channel, version, began, lastBusy, null, total, fresh, null, null, null, false);
    }

    /// Takes the place of what is stored under this version.
    StormRow after(long stored) {
        return new StormRow(
                channel, stored, began, busy, ended, total, nonce, place, ts, filed, handed);
    }

    StormRow posted(String at) {
        return new StormRow(
                channel, version, began, busy, ended, total, nonce, place, at, filed, handed);
    }

    StormRow counting(int now, Instant lastBusy) {
        return new StormRow(
                channel, version, began, lastBusy, ended, now, nonce, place, ts, filed, handed);
    }

    StormRow ended(Instant at) {
        return new StormRow(
                channel, version, began, busy, at, total, nonce, place, ts, filed, handed);
    }

    StormRow filed(Instant at) {
        return new StormRow(
                channel, version, began, busy, ended, total, nonce, place, ts, at, handed);
    }

    StormRow handedOut() {
        return new StormRow(
                channel, version, began, busy, ended, total, nonce, place, ts, filed, true);
    }
}
