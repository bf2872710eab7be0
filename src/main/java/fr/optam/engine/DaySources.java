package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.formula.FormulaTree;
import fr.optam.rulebook.table.PlainTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The days that a formula may give: written in lists, given by facts of the practitioner, or counted from those. */
final class DaySources {
    private static final Map<Kind, Set<String>> GIVEN = Map.of(
            Kind.YEAR, Set.of("installedOn", "requestOn", "primePaidOn"),
            Kind.MEMBERSHIP, Set.of("from", "until"),
            Kind.EVENT, Set.of("eventOn", "effectiveOn"),
            Kind.RISE, Set.of("riseOn"));
    private static final Set<String> EDGES = Set.of("yearStart", "yearEnd");
    private static final Set<String> CHOICES =
            Set.of("if", "else", "elseKnown", "given", "latest", "earliest", "min", "max");
    private static final Set<String> EDGE_DAYS = Set.of("jan1", "dec31");

    private final Rulebook rulebook;
    private final ActGuards guards;
    private final Set<String> seen = new HashSet<>();
    private final Set<LocalDate> written = new HashSet<>();
    private final Set<Grouping.OwnDay> own = new HashSet<>();
    private boolean edges;
    private boolean open;

    private DaySources(Rulebook rulebook, ActGuards guards) {
        this.rulebook = rulebook;
        this.guards = guards;
    }

    /** Gathers the days of a formula of a kind. */
    static DaySources of(Rulebook rulebook, ActGuards guards, FormulaTree tree, Kind kind) {
        DaySources sources = new DaySources(rulebook, guards);
        sources.add(tree, kind, 0);
        return sources;
    }

    /** Whether it may give other days too. */
    boolean open() {
        return open;
    }

    /** Whether it may give first and last days of years. */
    boolean edges() {
        return edges;
    }

    Set<LocalDate> written() {
        return written;
    }

    Set<Grouping.OwnDay> own() {
        return own;
    }

    private void add(FormulaTree tree, Kind kind, int plus) {
        if (tree instanceof FormulaTree.Name name) {
            field(name.name(), kind, plus);
        } else if (tree instanceof FormulaTree.Over over && over.value().isPresent()) {
            add(over.value().get(), over.kind(), plus);
        } else if (tree instanceof FormulaTree.Apply apply) {
            call(apply, kind, plus);
        } else {
            open |= !(tree instanceof FormulaTree.Constant);
        }
    }

    private void call(FormulaTree.Apply apply, Kind kind, int plus) {
        List<FormulaTree> args = apply.args();
        if (CHOICES.contains(apply.name())) {
            args.subList(apply.name().equals("if") ? 1 : 0, args.size()).forEach(a -> add(a, kind, plus));
        } else if (apply.name().equals("lookup")) {
            String column = args.get(1) instanceof FormulaTree.Constant c ? c.text() : "";
            list(args).rows().forEach(r -> {
                if (r.values().get(column) instanceof LocalDate day) {
                    written.add(day.plusDays(plus));
                }
            });
        } else if (EDGE_DAYS.contains(apply.name()) && plus == 0) {
            edges = true;
        } else if (apply.name().equals("plusDays")
                && args.get(1) instanceof FormulaTree.Constant days
                && days.text().matches("[0-9]{1,4}")) {
            add(args.get(0), kind, plus + Integer.parseInt(days.text()));
        } else {
            open = true;
        }
    }

    private PlainTable list(List<FormulaTree> args) {
        return rulebook.list(((FormulaTree.Constant) args.get(0)).text()).orElseThrow();
    }

    private void field(String field, Kind kind, int plus) {
        if (!seen.add(kind + "." + field + "+" + plus)) {
            return;
        }
        if (seen.size() > 200) {
            open = true;
            return;
        }
        boolean found = false;
        for (Kind k = kind; k != null; k = k.parent().orElse(null)) {
            if (EDGES.contains(field) && k == Kind.YEAR) {
                edges = true;
                open |= plus != 0;
                found = true;
            }
            if (GIVEN.getOrDefault(k, Set.of()).contains(field)) {
                own.add(new Grouping.OwnDay(k.label(), field, plus));
                found = true;
            }
            for (FormulaTree maker : guards.made(k, field)) {
                add(maker, k, plus);
                found = true;
            }
        }
        open |= !found;
    }
}
