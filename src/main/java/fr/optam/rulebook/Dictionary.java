package fr.optam.rulebook;

import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The fields that rules may read and write, from the list {@code reference/champs}. */
public final class Dictionary {
    /** Name of the list. */
    static final String TABLE = "reference/champs";

    private final Map<String, Field> fields = new TreeMap<>();
    private final Map<Kind, Layout> layouts = new EnumMap<>(Kind.class);

    private Dictionary() {}

    static Dictionary read(PlainTable table, List<RulebookProblem> problems) {
        Dictionary dictionary = new Dictionary();
        for (PlainRow row : table.rows()) {
            dictionary.add(row, problems);
        }
        for (Kind kind : Kind.values()) {
            List<String> names = new ArrayList<>();
            dictionary.fields.values().stream()
                    .filter(f -> f.kinds().contains(kind))
                    .forEach(f -> names.add(f.name()));
            dictionary.layouts.put(kind, new Layout(kind, names));
        }
        return dictionary;
    }

    private void add(PlainRow row, List<RulebookProblem> problems) {
        String name = String.valueOf(row.values().getOrDefault("field", ""));
        Optional<Unit> unit = Unit.of(String.valueOf(row.values().get("unit")));
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean known = unit.isPresent() && !name.isEmpty();
        for (String label :
                String.valueOf(row.values().getOrDefault("kinds", "")).split(";")) {
            Optional<Kind> kind = Kind.of(label);
            known &= kind.isPresent();
            kind.ifPresent(kinds::add);
        }
        if (!known || fields.containsKey(name)) {
            String[] at = row.at().split("!", 2);
            problems.add(RulebookProblem.error(
                    "FIELD",
                    at[0],
                    at[1],
                    "field «" + name + "» has no name, no unit or kind that exists, or stands twice",
                    ""));
            return;
        }
        String fr = String.valueOf(row.values().getOrDefault("fr", name));
        fields.put(
                name,
                new Field(
                        name, kinds, unit.get(), fr, String.valueOf(row.values().getOrDefault("en", fr))));
    }

    /** A field by name. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Every field by name. */
    public Map<String, Field> fields() {
        return java.util.Collections.unmodifiableMap(fields);
    }

    /** Where the fields of a kind lie. */
    public Layout layout(Kind kind) {
        return layouts.get(kind);
    }

    /** Whether a fact of a kind has a field, of its own or of those it belongs to. */
    public boolean has(Kind kind, String field) {
        Optional<Field> known = field(field);
        return known.isPresent() && known.get().kinds().stream().anyMatch(k -> k == kind || kind.isWithin(k));
    }

    /** The field whose name looks most like a word, as a hint. */
    public String maybe(String word) {
        return fields.keySet().stream()
                .min(java.util.Comparator.comparingInt(f -> distance(f, word)))
                .filter(f -> distance(f, word) <= Math.max(2, word.length() / 3))
                .map(f -> "Maybe " + f + ".")
                .orElse("");
    }

    /** Edit distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[b.length()];
    }
}
