package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What conditions can tell of each field of the facts of a practitioner-year, acts and letters apart. */
final class YearPlan {
    /** Kinds of facts, in their order. */
    static final List<Kind> KINDS =
            Arrays.stream(Kind.values()).filter(k -> !UnitKinds.has(k)).toList();

    private static final Set<Kind> OF_RULEBOOK = Set.of(Kind.OPTION, Kind.RATE, Kind.COMPONENT);
    private static final Set<String> OF_YEAR = Set.of("year", "yearStart", "yearEnd");

    private final int[][] given = new int[Kind.values().length][];
    private final Classes[][] classes = new Classes[Kind.values().length][];
    private final Set<String> shared = new HashSet<>();
    private final Set<String> written;
    private final boolean remember;

    /**
     * @param fields fields that are given
     * @param stages rules of all stages
     * @param written fields that rules give values
     */
    YearPlan(Rulebook rulebook, FactFields fields, Collection<StageRules> stages, Set<String> written) {
        this.written = written;
        this.remember = !rulebook.isWatched();
        Map<String, List<Feature>> features = new HashMap<>();
        stages.forEach(rules -> rules.programs().forEach((kind, program) -> {
            if (!UnitKinds.has(kind)) {
                program.features()
                        .forEach(x -> x.fields().forEach(f -> features.computeIfAbsent(f.name(), n -> new ArrayList<>())
                                .add(x)));
            }
        }));
        for (Kind kind : KINDS) {
            Layout layout = rulebook.dictionary().layout(kind);
            given[kind.ordinal()] = fields.slots(kind);
            classes[kind.ordinal()] = layout.names().stream()
                    .map(n -> new Classes(
                            features.getOrDefault(n, List.of()),
                            rulebook.dictionary()
                                    .field(n)
                                    .map(f -> f.unit() == Unit.YEAR)
                                    .orElse(false)))
                    .toArray(Classes[]::new);
            for (Kind above : KINDS) {
                if (kind.isWithin(above)) {
                    Layout other = rulebook.dictionary().layout(above);
                    layout.names().stream().filter(n -> other.indexOf(n) >= 0).forEach(shared::add);
                }
            }
        }
    }

    /** Places of the given fields of a kind. */
    int[] given(Kind kind) {
        return given[kind.ordinal()];
    }

    /** Tells the values of a field apart. */
    Classes classes(Kind kind, int slot) {
        return classes[kind.ordinal()][slot];
    }

    /** Whether a fact and one that it belongs to may both have a field. */
    boolean isShared(String field) {
        return shared.contains(field);
    }

    /** Whether a field, where it is given, is the same for all practitioner-years of one frame. */
    boolean isOfFrame(Kind kind, String field) {
        return (OF_RULEBOOK.contains(kind) || (kind == Kind.YEAR && OF_YEAR.contains(field)))
                && !written.contains(field);
    }

    /** Whether values may be kept; not if someone is to be told of every look into a list. */
    boolean remembers() {
        return remember;
    }
}
