package fr.optam.cli;

import fr.optam.compare.Change;
import fr.optam.compare.RulebookDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A comparison as JSON; the shape is public. */
final class DiffJson {
    private DiffJson() {}

    static Map<String, Object> of(RulebookDiff diff, boolean french) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "optam/diff/1");
        json.put("before", side(diff.before(), french));
        json.put("after", side(diff.after(), french));
        json.put("changes", diff.changes().stream().map(DiffJson::change).toList());
        json.put(
                "notes",
                diff.notes().stream()
                        .map(n -> map(
                                "file",
                                none(n.file()),
                                "text",
                                french ? n.text().fr() : n.text().en()))
                        .toList());
        return json;
    }

    private static Map<String, Object> side(RulebookDiff.Side side, boolean french) {
        return map(
                "name",
                side.name(),
                "version",
                side.id().map(id -> id.version()).orElse(null),
                "digest",
                side.id().map(id -> id.digest()).orElse(null),
                "overlays",
                side.id().map(id -> id.overlays()).orElse(List.of()),
                "problems",
                side.problems().stream().map(p -> Complaint.of(p).json(french)).toList());
    }

    private static Map<String, Object> change(Change change) {
        return map(
                "kind",
                change.kind().name(),
                "file",
                change.file(),
                "table",
                change.table(),
                "before",
                place(change.before()),
                "after",
                place(change.after()),
                "row",
                none(change.row()),
                "column",
                none(change.column()),
                "header",
                none(change.header()),
                "old",
                none(change.old()),
                "new",
                none(change.now()),
                "values",
                change.values().stream()
                        .map(v -> map("column", v.column(), "header", v.header(), "value", v.value()))
                        .toList(),
                "matchedBy",
                change.how().isEmpty() ? "id" : change.how());
    }

    private static Map<String, Object> place(Change.Place place) {
        boolean line = place.sheet().isEmpty();
        return place.there()
                ? map(
                        "file",
                        place.file(),
                        "sheet",
                        none(place.sheet()),
                        line ? "line" : "cell",
                        place.cell().isEmpty() ? null : line ? (Object) Integer.valueOf(place.cell()) : place.cell())
                : null;
    }

    private static String none(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
