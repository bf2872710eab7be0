package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.formula.FormulaTree;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Goes through a formula and notes how it reads fields of acts. */
final class ActWalk {
    /** The care date. */
    static final String ON = "on";

    private static final String AT = "at";
    private static final Set<String> STRUCTURE = Set.of("act", "lines", "actYear", "modifiers", "letterCount");
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final Set<String> PRESENCE = Set.of("known", "missing", "none");
    private static final Set<String> IN_ORDER = Set.of("first", "join", "list", "fold");
    private static final LocalTime LAST = LocalTime.of(23, 59);

    private final Rulebook rulebook;
    private final ActGuards guards;
    private final List<Situation> situations;
    private final ActUses uses;

    ActWalk(Rulebook rulebook, ActGuards guards, List<Situation> situations, ActUses uses) {
        this.rulebook = rulebook;
        this.guards = guards;
        this.situations = situations;
        this.uses = uses;
    }

    /** Goes through a formula of a fact of a kind; the situation is that of the act, if it is one of an act. */
    void walk(FormulaTree tree, Kind kind, Situation s) {
        new Place(kind, s, kind, s).walk(tree);
    }

    /** A field is read, whatever for. */
    void read(String field, Kind kind, Situation s) {
        if (isGiven(field, ON, kind) || isGiven(field, AT, kind)) {
            uses.exact(s, field);
        }
        reached(field, kind, s);
    }

    /** A condition of a rule table is tested. */
    void cell(ConditionCell cell, Kind kind, Situation s) {
        String field = cell.column().field();
        if (isGiven(field, ON, kind) && cell.operand() instanceof LocalDate day) {
            boolean after = cell.column().test() == Test.ABOVE || cell.column().test() == Test.AT_MOST;
            uses.day(s, new DayTests.Since(after ? day.plusDays(1) : day));
        } else if (isGiven(field, AT, kind) && cell.operand() instanceof String time && time.length() == 5) {
            boolean after = cell.column().test() == Test.ABOVE || cell.column().test() == Test.AT_MOST;
            cut(time, after, s);
        } else {
            read(field, kind, s);
        }
    }

    private void cut(String time, boolean after, Situation s) {
        if (time.compareTo(LAST.toString()) > 0 || (after && time.equals(LAST.toString()))) {
            uses.time(s, "00:00");
        } else {
            uses.time(s, after ? LocalTime.parse(time).plusMinutes(1).toString() : time);
        }
    }

    private boolean isGiven(String field, String given, Kind kind) {
        return field.equals(given)
                && ActReads.OF_ACTS.contains(kind)
                && guards.made(Kind.ACT, field).isEmpty()
                && guards.made(Kind.LETTER, field).isEmpty();
    }

    /** What a field of acts or letters stands for matters. */
    private void reached(String field, Kind kind, Situation s) {
        for (Kind k = kind; k != null; k = k.parent().orElse(null)) {
            if (ActReads.OF_ACTS.contains(k) && rulebook.dictionary().has(k, field)) {
                uses.live(s, k, field);
                if (k == Kind.LETTER && field.equals("allowed")) {
                    uses.exact(s, "allowedModifiers");
                } else if (k == Kind.ACT
                        && ActFacts.ACT.contains(field)
                        && !STRUCTURE.contains(field)
                        && !field.equals(ON)
                        && !field.equals(AT)) {
                    uses.exact(s, field);
                }
            }
        }
    }

    /** Where a part of a formula stands. */
    private final class Place {
        private final Kind item;
        private final Situation of;
        private final Kind self;
        private final Situation ofSelf;

        Place(Kind item, Situation of, Kind self, Situation ofSelf) {
            this.item = item;
            this.of = of;
            this.self = self;
            this.ofSelf = ofSelf;
        }

        void walk(FormulaTree tree) {
            if (tree instanceof FormulaTree.Name name) {
                read(name.name(), kind(name), situation(name));
            } else if (tree instanceof FormulaTree.Over over) {
                over(over);
            } else if (tree instanceof FormulaTree.Apply apply) {
                apply(apply);
            }
        }

        private Kind kind(FormulaTree.Name name) {
            return name.self() ? self : item;
        }

        private Situation situation(FormulaTree.Name name) {
            return name.self() ? ofSelf : of;
        }

        private boolean isDay(FormulaTree tree) {
            return tree instanceof FormulaTree.Name name && isGiven(name.name(), ON, kind(name));
        }

        private void over(FormulaTree.Over over) {
            over.init().ifPresent(this::walk);
            if (!ActReads.OF_ACTS.contains(over.kind())) {
                Place inner = new Place(over.kind(), of, self, ofSelf);
                over.value().ifPresent(inner::walk);
                over.where().ifPresent(inner::walk);
                return;
            }
            for (Situation s : situations) {
                boolean meant = !(over.kind() == Kind.LETTER && s.bare())
                        && !over.where()
                                .map(w -> guards.isFalse(w, over.kind(), s))
                                .orElse(false);
                if (meant) {
                    if (inOrder(over)) {
                        ActFacts.ACT.stream()
                                .filter(f -> !STRUCTURE.contains(f))
                                .forEach(f -> uses.exact(s, f));
                    }
                    Place inner = new Place(over.kind(), s, self, ofSelf);
                    over.value().ifPresent(inner::walk);
                    over.where().ifPresent(inner::walk);
                }
            }
        }

        /** Whether it matters which act comes first; not if that is only named as one that lacks a fact. */
        private boolean inOrder(FormulaTree.Over over) {
            boolean acrossActs = over.kind() == Kind.ACT || !ActReads.OF_ACTS.contains(item);
            return acrossActs
                    && IN_ORDER.contains(over.name())
                    && !(over.value().isPresent()
                            && over.where()
                                    .map(w -> demands(
                                            w,
                                            new FormulaTree.Apply(
                                                    "missing",
                                                    List.of(over.value().get()))))
                                    .orElse(false));
        }

        private static boolean demands(FormulaTree where, FormulaTree condition) {
            return where.equals(condition)
                    || (where instanceof FormulaTree.Apply and
                            && and.name().equals("and")
                            && and.args().stream().anyMatch(a -> demands(a, condition)));
        }

        private void apply(FormulaTree.Apply apply) {
            List<FormulaTree> args = apply.args();
            switch (apply.name()) {
                case "lookup" -> look(args, 2);
                case "rows" -> look(args, 1);
                case "openRows" -> openRows(apply);
                default -> {
                    if (COMPARISONS.contains(apply.name()) && (isDay(args.get(0)) || isDay(args.get(1)))) {
                        compared(apply);
                    } else if (apply.name().equals("sunday") && isDay(args.get(0))) {
                        uses.day(situation((FormulaTree.Name) args.get(0)), new DayTests.Sunday());
                    } else if (!(apply.name().equals("yearOf") || PRESENCE.contains(apply.name()))
                            || !isDay(args.get(0))) {
                        args.forEach(this::walk);
                    }
                }
            }
        }

        private void look(List<FormulaTree> args, int first) {
            PlainTable list =
                    rulebook.list(((FormulaTree.Constant) args.get(0)).text()).orElseThrow();
            if (isDay(args.get(first))) {
                Situation s = situation((FormulaTree.Name) args.get(first));
                list.rows().forEach(r -> {
                    r.citation().from().ifPresent(d -> uses.day(s, new DayTests.Since(d)));
                    r.citation().to().ifPresent(d -> uses.day(s, new DayTests.Since(d.plusDays(1))));
                });
            } else {
                walk(args.get(first));
            }
            for (int i = first + 1; i + 1 < args.size(); i += 2) {
                if (isDay(args.get(i + 1)) && args.get(i) instanceof FormulaTree.Constant column) {
                    Situation s = situation((FormulaTree.Name) args.get(i + 1));
                    list.rows().forEach(r -> {
                        if (r.values().get(column.text()) instanceof LocalDate day) {
                            uses.day(s, new DayTests.Is(day));
                        }
                    });
                } else {
                    walk(args.get(i + 1));
                }
            }
        }

        private void openRows(FormulaTree.Apply apply) {
            for (RuleRow row : guards.open(apply, of)) {
                for (ConditionCell cell : row.conditions()) {
                    if (apply.args()
                            .contains(new FormulaTree.Constant(cell.column().field()))) {
                        cell(cell, item, of);
                    }
                }
            }
        }

        private void compared(FormulaTree.Apply apply) {
            boolean left = isDay(apply.args().get(0));
            FormulaTree.Name day = (FormulaTree.Name) apply.args().get(left ? 0 : 1);
            FormulaTree other = apply.args().get(left ? 1 : 0);
            Kind kind = other instanceof FormulaTree.Name name ? kind(name) : item;
            DaySources sources = DaySources.of(rulebook, guards, other, kind);
            if (sources.open() || isDay(other)) {
                uses.exact(situation(day), ON);
            }
            if (!isDay(other)) {
                walk(other);
            } else {
                uses.exact(situation((FormulaTree.Name) other), ON);
            }
            boolean same = apply.name().length() == 1 && apply.name().equals("=")
                    || apply.name().equals("!=");
            boolean after = same
                    || apply.name().equals(left ? "<=" : ">=")
                    || apply.name().equals(left ? ">" : "<");
            boolean before = same || !after;
            Situation s = situation(day);
            sources.written().forEach(d -> {
                if (before) {
                    uses.day(s, new DayTests.Since(d));
                }
                if (after) {
                    uses.day(s, new DayTests.Since(d.plusDays(1)));
                }
            });
            sources.own().forEach(o -> {
                if (before) {
                    uses.own(s, o);
                }
                if (after) {
                    uses.own(s, new Grouping.OwnDay(o.fact(), o.field(), o.plus() + 1));
                }
            });
            if (sources.edges()) {
                uses.day(s, new DayTests.Edge());
            }
        }
    }
}
