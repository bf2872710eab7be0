package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.util.ArrayList;
import java.util.Arrays;
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
        dictionary.lay();
        return dictionary;
    }

    private void lay() {
        for (Kind kind : Kind.values()) {
            List<String> names = new ArrayList<>();
            fields.values().stream().filter(f -> f.kinds().contains(kind)).forEach(f -> names.add(f.name()));
            layouts.put(kind, new Layout(kind, names));
        }
    }

    /** These fields and those that only another dictionary has; itself if that has none. */
    Dictionary and(Dictionary other) {
        boolean whole = other.fields.values().stream()
                .allMatch(f -> fields.containsKey(f.name())
                        && fields.get(f.name()).kinds().containsAll(f.kinds()));
        if (whole) {
            return this;
        }
        Dictionary both = new Dictionary();
        both.fields.putAll(other.fields);
        fields.forEach((name, field) -> both.fields.merge(name, field, (theirs, own) -> {
            Set<Kind> kinds = EnumSet.copyOf(own.kinds());
            kinds.addAll(theirs.kinds());
            return new Field(name, kinds, own.unit(), own.fr(), own.en());
        }));
        both.lay();
        return both;
    }

    private void add(PlainRow row, List<RulebookProblem> problems) {
        String name = text(row, "field");
        String unitName = text(row, "unit");
        Optional<Unit> unit = Unit.of(unitName);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (name.isEmpty()) {
            return;
        }
        if (unit.isEmpty()) {
            List<String> all = Arrays.stream(Unit.values()).map(Unit::name).toList();
            wrong(
                    row,
                    "unit",
                    "unité «" + unitName + "» inconnue",
                    "unit «" + unitName + "» is unknown",
                    unitName,
                    all,
                    problems);
        }
        List<String> labels = Arrays.stream(Kind.values()).map(Kind::label).toList();
        for (String label : text(row, "kinds").split("[;,]")) {
            Optional<Kind> kind = Kind.of(label.strip());
            kind.ifPresent(kinds::add);
            if (kind.isEmpty()) {
                wrong(
                        row,
                        "kinds",
                        "sorte de fait «" + label + "» inconnue",
                        "kind of fact «" + label + "» is unknown",
                        label,
                        labels,
                        problems);
            }
        }
        if (fields.containsKey(name)) {
            String[] at = row.at("field").split("!", 2);
            problems.add(RulebookProblem.error(
                    "KEY_TWICE",
                    at[0],
                    at[1],
                    new Sentence("le champ «" + name + "» figure deux fois", "field «" + name + "» stands twice"),
                    new Sentence("Peut-être supprimer l’une des lignes.", "Maybe delete one of the rows.")));
            return;
        }
        String fr = String.valueOf(row.values().getOrDefault("fr", name));
        fields.put(
                name,
                new Field(
                        name,
                        kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds,
                        unit.orElse(Unit.TEXT),
                        fr,
                        String.valueOf(row.values().getOrDefault("en", fr))));
    }

    private static String text(PlainRow row, String column) {
        return String.valueOf(row.values().getOrDefault(column, ""));
    }

    private static void wrong(
            PlainRow row,
            String column,
            String fr,
            String en,
            String found,
            List<String> known,
            List<RulebookProblem> problems) {
        String[] at = row.at(column).split("!", 2);
        String all = String.join(", ", known);
        problems.add(RulebookProblem.error(
                "FIELD",
                at[0],
                at[1],
                new Sentence(fr, en),
                new Sentence(
                        "Peut-être " + Closest.to(found, known).orElse("l’une de " + all) + ".",
                        "Maybe " + Closest.to(found, known).orElse("one of " + all) + ".")));
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
}
