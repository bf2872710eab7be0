package fr.optam.analysis.witness;

import fr.optam.engine.InputPaths;
import fr.optam.engine.Upstream;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the facts a field of a table can depend on, and the rows of lists that name values of it.
 *
 * @param paths paths in the JSON of facts, nearest first
 * @param keys rows of lists by path: those that are looked up with the value of the path, by that value
 */
record Inputs(List<String> paths, Map<String, Map<Object, List<PlainRow>>> keys) {
    /** A column of a list with the field that it is looked up with: {@code 'specialty', specialty}. */
    private static final Pattern KEY =
            Pattern.compile("'([A-Za-z0-9_]+)', *(?:self\\.)?([A-Za-z][A-Za-z0-9]*)\\b(?!\\()");

    static Inputs of(Rulebook rulebook, Shape shape, RuleTable table, String field) {
        Upstream upstream = Upstream.of(rulebook, List.of(field), table.stage());
        Set<String> paths = new LinkedHashSet<>();
        upstream.steps().keySet().forEach(f -> paths.addAll(paths(rulebook, shape, f)));
        Map<String, Map<Object, List<PlainRow>>> keys = new LinkedHashMap<>();
        for (Formula formula : upstream.formulas()) {
            Matcher matcher = KEY.matcher(formula.text());
            while (matcher.find()) {
                for (String path : paths(rulebook, shape, matcher.group(2))) {
                    formula.tables().stream()
                            .map(rulebook::list)
                            .flatMap(Optional::stream)
                            .forEach(list -> add(list, matcher.group(1), keys, path));
                }
            }
        }
        return new Inputs(List.copyOf(paths), keys);
    }

    private static void add(
            PlainTable list, String column, Map<String, Map<Object, List<PlainRow>>> keys, String path) {
        for (PlainRow row : list.rows()) {
            Object key = row.values().get(column);
            if (key != null) {
                keys.computeIfAbsent(path, p -> new LinkedHashMap<>())
                        .computeIfAbsent(key, k -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /** Paths of the facts that give a field directly. */
    static List<String> paths(Rulebook rulebook, Shape shape, String field) {
        Optional<Field> known = rulebook.dictionary().field(field);
        List<String> paths = new ArrayList<>();
        for (Kind kind : known.map(Field::kinds).orElse(Set.of())) {
            InputPaths.of(kind, field).filter(p -> shape.at(p).isPresent()).ifPresent(paths::add);
        }
        return paths;
    }
}
