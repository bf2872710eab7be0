package fr.optam.cohort;

import fr.optam.fact.Act;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the acts of one practitioner-year; no id may be there twice. */
final class ActReader {
    /** Keys of an act. */
    static final List<String> KEYS = List.of(
            "id",
            "ids",
            "lines",
            "on",
            "until",
            "at",
            "code",
            "activity",
            "category",
            "modifiers",
            "allowedModifiers",
            "association",
            "quantity",
            "baseTariff",
            "baseTariffWithoutOption",
            "feeCharged",
            "c2s",
            "emergency");

    private static final int LETTERS = 32;
    private static final long LINES_MAXIMUM = 99_999_999;
    private static final int QUANTITY_MAXIMUM = 999_999;
    private static final int ID_LENGTH = 64;
    private static final Pattern CCAM = Pattern.compile(Forms.CCAM);
    private static final Pattern ASSOCIATION = Pattern.compile(Forms.ASSOCIATION);

    private final Map<String, String> places = new HashMap<>();

    /** The act, if nothing in it is a problem. */
    Optional<Act> act(FactsObject object) {
        List<String> ids = ids(object);
        object.require("on");
        object.require("code");
        Optional<LocalDate> on = object.date("on");
        Optional<LocalDate> until = object.date("until");
        if (on.isPresent() && until.isPresent() && !until.get().isAfter(on.get())) {
            object.problem("until", "DATE_ORDER", "until " + until.get() + " is not after on " + on.get() + ".", "");
        }
        long lines = lines(object, ids);
        Optional<LocalTime> at = object.text("at", text -> {
            int minutes = Values.minutes(text);
            return LocalTime.of(minutes / 60, minutes % 60);
        });
        Optional<String> code = object.form("code", CCAM);
        Optional<String> activity = object.text("activity", text -> Values.code(text, Codes.ACTIVITIES));
        Optional<String> category = object.text("category", text -> Values.code(text, Codes.CATEGORIES));
        Optional<String> modifiers = object.text("modifiers", text -> Values.letters(text, LETTERS));
        Optional<String> allowed = object.text("allowedModifiers", text -> Values.letters(text, LETTERS));
        Optional<String> association = object.member("association").orElse(null) instanceof Json.Null
                ? Optional.of("")
                : object.form("association", ASSOCIATION);
        Optional<Integer> quantity =
                object.whole("quantity", 1, QUANTITY_MAXIMUM).map(Long::intValue);
        var base = object.decimal("baseTariff", Money.upTo(9, 0));
        var without = object.decimal("baseTariffWithoutOption", Money.upTo(9, 0));
        var fee = object.decimal("feeCharged", Money.upTo(10, 0));
        Optional<Boolean> c2s = object.bool("c2s");
        Optional<Boolean> emergency = object.bool("emergency");
        return object.sound()
                ? Optional.of(new Act(
                        ids,
                        lines,
                        on.orElseThrow(),
                        until,
                        at,
                        code.orElseThrow(),
                        activity,
                        category,
                        modifiers,
                        allowed,
                        association,
                        quantity,
                        base,
                        without,
                        fee,
                        c2s,
                        emergency))
                : Optional.empty();
    }

    /** Number of lines; at least as many as there are ids. */
    private static long lines(FactsObject object, List<String> ids) {
        long lines = object.whole("lines", 1, LINES_MAXIMUM).orElse((long) ids.size());
        if (lines < ids.size() || lines > ids.size() && ids.size() > 1) {
            object.problem(
                    "lines", "PAIR_INCOMPLETE", lines + " lines, but " + ids.size() + " ids.", "Maybe one id for all?");
        }
        return lines;
    }

    private List<String> ids(FactsObject object) {
        if (object.member("ids").isEmpty() && object.member("id").isEmpty()) {
            if (object.member("lines").isPresent()) {
                return StandIns.NOT_YET;
            }
            object.require("id");
        } else if (object.member("id").isPresent() && object.member("ids").isPresent()) {
            object.problem("ids", "PAIR_INCOMPLETE", "An act has id or ids, not both.", "");
        }
        List<String> ids = new ArrayList<>();
        object.text("id", text -> Values.text(text, ID_LENGTH)).ifPresent(id -> add(object, "id", id, ids));
        object.member("ids").ifPresent(json -> several(object, json, ids));
        return ids;
    }

    private void several(FactsObject object, Json json, List<String> ids) {
        if (!(json instanceof Json.Arr array)
                || array.items().isEmpty()
                || !array.items().stream().allMatch(Json.Str.class::isInstance)) {
            object.problem("ids", "VALUE_TYPE", "This must be an array of text with one id at least.", "");
            return;
        }
        for (Json item : array.items()) {
            object.read("ids", ((Json.Str) item).text(), text -> Values.text(text, ID_LENGTH))
                    .ifPresent(id -> add(object, "ids", id, ids));
        }
    }

    private void add(FactsObject object, String key, String id, List<String> ids) {
        String other = places.putIfAbsent(id, object.path());
        if (other != null) {
            object.problem(key, "DUPLICATE_ACT_ID", "Id " + id + " is also that of " + other + ".", "");
        }
        ids.add(id);
    }
}
