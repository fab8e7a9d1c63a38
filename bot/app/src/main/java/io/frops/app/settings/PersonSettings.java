package io.frops.app.settings;

import io.frops.core.access.PersonId;
import io.frops.core.oncall.Person;
import io.frops.core.settings.Default;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Somebody who answers incidents, and how to reach them.
///
/// @param phone in the international form, with `+`
/// @param timeZone for quiet hours and times shown to them; when absent, the bot's own
/// @param level 1 on-call engineer, 2 team lead, 3 CTO or VP, 4 CEO, as the guide numbers them
/// @param pagerduty the person's PagerDuty user id
/// @param opsgenie the person's Opsgenie user name
public record PersonSettings(
        PersonId id,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<ZoneId> timeZone,
        @Default("1") int level,
        Optional<String> pagerduty,
        Optional<String> opsgenie) {
    private static final int TOP_LEVEL = 4;

    public PersonSettings {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "name: must not be blank. Write the name people know");
        }
        if (level < 1 || level > TOP_LEVEL) {
            throw new IllegalArgumentException(
                    "level: must be 1 to 4. Write 1 for an on-call engineer, 2 lead, 3 CTO or VP, 4 CEO");
        }
        if (phone.isPresent() && !phone.get().matches("\\+[0-9][0-9 -]{5,20}")) {
            throw new IllegalArgumentException(
                    "phone: must be in the international form. Write it in quotes, for example \"+49 30 1234567\"");
        }
        if (email.isPresent() && !email.get().matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("email: is not an address. Write ana@example.org");
        }
    }

    /// The same as the domain knows it.
    Person person() {
        return new Person(id, name, Set.of(level));
    }
}
