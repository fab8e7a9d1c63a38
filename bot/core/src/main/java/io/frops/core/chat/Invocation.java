package io.frops.core.chat;

import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import java.util.List;
import java.util.function.BooleanSupplier;

/// One command as a door hands it in: who, where, and the words.
///
/// @param caller whom the door has authenticated
/// @param words the command and its arguments, already split; no word is ever given to a shell
/// @param confirmed the caller has said yes to a plain confirmation
/// @param form whether the door can open a form for what is missing
/// @param withdrawn whether the door has told the caller "not confirmed": a change that has not
///   begun by then must not begin
public record Invocation(
        CommandId id,
        PersonId caller,
        Place place,
        List<String> words,
        boolean confirmed,
        boolean form,
        BooleanSupplier withdrawn) {
    public Invocation {
        words = List.copyOf(words);
    }
}
