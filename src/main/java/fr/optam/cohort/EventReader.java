package fr.optam.cohort;

import fr.optam.fact.Event;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads events of the JSON of a practitioner-year. */
final class EventReader {
    private static final Pattern QUARTER = Pattern.compile(Forms.QUARTER);

    private EventReader() {}

    /** The event, if nothing in it is a problem. */
    static Optional<Event> event(FactsObject object) {
        object.require("type");
        object.require("on");
        Optional<String> type = object.text("type", text -> Values.code(text, Codes.EVENTS));
        Optional<LocalDate> on = object.date("on");
        Optional<String> quarter = object.form("quarter", QUARTER);
        Optional<LocalDate> effective = object.date("effectiveOn");
        pair(object, "quarter", "QUARTER_BREACHED", type);
        pair(object, "effectiveOn", "TERMINATION_NOTIFIED", type);
        return object.sound()
                ? Optional.of(new Event(type.orElseThrow(), on.orElseThrow(), quarter, effective))
                : Optional.empty();
    }

    private static void pair(FactsObject object, String key, String wanted, Optional<String> type) {
        if (object.member(key).isPresent() && type.isPresent() && !type.get().equals(wanted)) {
            object.problem(
                    key,
                    RejectReason.PAIR_INCOMPLETE.name(),
                    "This goes with type " + wanted + " only, and the type is " + type.get() + ".",
                    "");
        }
    }
}
