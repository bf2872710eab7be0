package fr.optam.cohort;

import fr.optam.fact.InputNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what an earlier reading of the input found, as a run records it. */
final class NoteReader {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private NoteReader() {}

    /** The note, if nothing in it is a problem. */
    static Optional<InputNote> note(FactsObject object) {
        object.require("code");
        Optional<String> code = object.form("code", CODE);
        List<String> acts = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        object.member("acts").ifPresent(json -> {
            if (json instanceof Json.Arr array && array.items().stream().allMatch(Json.Str.class::isInstance)) {
                array.items().forEach(item -> acts.add(((Json.Str) item).text()));
            } else {
                object.problem("acts", "VALUE_TYPE", "This must be an array of text.", "");
            }
        });
        object.member("values").ifPresent(json -> {
            if (json instanceof Json.Obj map && map.members().values().stream().allMatch(Json.Str.class::isInstance)) {
                map.members().forEach((key, value) -> values.put(key, ((Json.Str) value).text()));
            } else {
                object.problem("values", "VALUE_TYPE", "This must be an object of text.", "");
            }
        });
        return object.sound() ? Optional.of(new InputNote(code.orElseThrow(), acts, values)) : Optional.empty();
    }
}
