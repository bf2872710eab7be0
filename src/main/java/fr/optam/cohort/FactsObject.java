package fr.optam.cohort;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One object of the document, read key by key; what does not fit becomes a problem and reads as unknown. */
final class FactsObject {
    /** Reads a text. */
    @FunctionalInterface
    interface Reading<T> {
        /** What the text says. */
        T read(String text) throws Defect;
    }

    private final Map<String, Json> members;
    private final String path;
    private final FactsProblems problems;
    private final int before;
    private final boolean object;

    /**
     * Opens an object.
     *
     * @param keys all keys that it may have
     */
    FactsObject(Json json, String path, FactsProblems problems, List<String> keys) {
        this.path = path;
        this.problems = problems;
        this.before = problems.count();
        this.object = json instanceof Json.Obj;
        if (json instanceof Json.Obj value) {
            members = value.members();
            for (String key : members.keySet()) {
                if (!keys.contains(key)) {
                    unknown(key, keys);
                }
            }
        } else {
            members = Map.of();
            problems.add(path, "VALUE_TYPE", "This must be an object, and is " + json.kind() + ".", "");
        }
    }

    /** Whether nothing in this object was a problem so far. */
    boolean sound() {
        return problems.count() == before;
    }

    String path() {
        return path;
    }

    /** The member, if it is there. */
    Optional<Json> member(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /** States a problem of a member. */
    void problem(String key, String code, String message, String hint) {
        problems.add(FactsProblems.member(path, key), code, message, hint);
    }

    /** States that a member must be there; says nothing if this is no object. */
    void require(String key) {
        if (object && !members.containsKey(key)) {
            problem(key, RejectReason.VALUE_MISSING.name(), "This is required, and it is missing.", "");
        }
    }

    /** A text. */
    <T> Optional<T> text(String key, Reading<T> reading) {
        Json json = members.get(key);
        if (json == null) {
            return Optional.empty();
        }
        if (json instanceof Json.Str str) {
            return read(key, str.text(), reading);
        }
        return wrongType(key, json, "text", json instanceof Json.Num num ? '"' + num.text() + '"' : "");
    }

    /** A text of a form. */
    Optional<String> form(String key, Pattern form) {
        return text(key, text -> {
            if (!form.matcher(text).matches()) {
                throw new Defect(RejectReason.VALUE_FORMAT);
            }
            return text;
        });
    }

    /** A day. */
    Optional<LocalDate> date(String key) {
        return text(key, Values::date);
    }

    /** A decimal as text, or as a number read by its text. */
    Optional<BigDecimal> decimal(String key, Reading<BigDecimal> reading) {
        Json json = members.get(key);
        if (json instanceof Json.Num num) {
            return read(key, num.text(), reading);
        }
        return text(key, reading);
    }

    /** A whole number. */
    Optional<Long> whole(String key, long minimum, long maximum) {
        Json json = members.get(key);
        if (json == null) {
            return Optional.empty();
        }
        if (json instanceof Json.Num num) {
            return read(key, num.text(), text -> Values.whole(text, minimum, maximum));
        }
        return wrongType(key, json, "a whole number", "");
    }

    /** True or false. */
    Optional<Boolean> bool(String key) {
        Json json = members.get(key);
        if (json == null) {
            return Optional.empty();
        }
        return json instanceof Json.Bool bool ? Optional.of(bool.value()) : wrongType(key, json, "true or false", "");
    }

    /** An object. */
    <T> Optional<T> object(String key, List<String> keys, Function<FactsObject, T> reading) {
        return member(key)
                .map(json -> reading.apply(new FactsObject(json, FactsProblems.member(path, key), problems, keys)));
    }

    /** A list of objects; those that can't be read are left out. */
    <T> Optional<List<T>> list(String key, List<String> keys, Function<FactsObject, Optional<T>> reading) {
        return list(key, keys, (item, place) -> item, reading);
    }

    /** A list of objects, or of what stands for objects; what stands for none is left out. */
    <T> Optional<List<T>> list(
            String key,
            List<String> keys,
            BiFunction<Json, String, Json> objects,
            Function<FactsObject, Optional<T>> reading) {
        Json json = members.get(key);
        if (json == null) {
            return Optional.empty();
        }
        if (!(json instanceof Json.Arr array)) {
            return wrongType(key, json, "an array", "");
        }
        List<T> items = new ArrayList<>(array.items().size());
        String list = FactsProblems.member(path, key);
        for (int i = 0; i < array.items().size(); i++) {
            String place = list + "[" + i + "]";
            Json item = objects.apply(array.items().get(i), place);
            if (item != null) {
                reading.apply(new FactsObject(item, place, problems, keys)).ifPresent(items::add);
            }
        }
        return Optional.of(items);
    }

    /** Reads a text found under a key. */
    <T> Optional<T> read(String key, String text, Reading<T> reading) {
        try {
            return Optional.of(reading.read(text));
        } catch (Defect defect) {
            String shown = text.length() > 80 ? text.substring(0, 80) : text;
            problems.add(FactsProblems.member(path, key), defect, key, shown);
            return Optional.empty();
        }
    }

    private <T> Optional<T> wrongType(String key, Json json, String wanted, String hint) {
        String leave = json instanceof Json.Null ? "leave the key out if it is unknown" : hint;
        problem(key, "VALUE_TYPE", "This must be " + wanted + ", and is " + json.shown() + ".", leave);
        return Optional.empty();
    }

    private void unknown(String key, List<String> keys) {
        String shown = key.length() > 80 ? key.substring(0, 80) : key;
        List<String> free =
                keys.stream().filter(known -> !members.containsKey(known)).toList();
        problem(shown, "KEY_UNKNOWN", "Key " + shown + " is not known.", Closest.to(shown, free));
    }
}
