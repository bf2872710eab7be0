package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Formula;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one stage does with units that are alike for it. */
final class UnitStep {
    /** Stands for any figure that differs from unit to unit. */
    static final Object FIGURE = "\0figure";

    private final List<Write> writes;
    private final List<App> apps;
    private final List<UnitNode.Mark> marks;
    private final Map<Key, UnitNode> nodes = new ConcurrentHashMap<>();
    private volatile UnitNode only;

    /**
     * @param writes values that are the same for all
     * @param apps rules of which a value must be computed for each
     * @param marks rules that applied the same to all
     */
    UnitStep(List<Write> writes, List<App> apps, List<UnitNode.Mark> marks) {
        this.writes = writes;
        this.apps = apps;
        this.marks = marks;
    }

    /** A value that a field gets. */
    record Write(int ordinal, int slot, Object value, Origin origin) {}

    /**
     * A rule of which a value must be computed for each unit.
     *
     * @param ordinal fact of the unit
     * @param code the rule
     * @param confidence weakest of what is the same for all
     * @param values its values; for those to be computed null
     * @param formulas formulas of those to be computed, else null
     * @param figures whether a value, where known, tells no two units apart
     * @param later whether another rule of the stage gave the field a value before
     */
    record App(
            int ordinal,
            RuleCode code,
            Confidence confidence,
            Object[] values,
            Formula[] formulas,
            boolean[] figures,
            boolean[] later) {}

    /** What a step did with one unit: where it goes next, and the rules with values of its own. */
    static final class Done {
        private final List<Object> told = new ArrayList<>();
        private final List<UnitNode.Mark> marks = new ArrayList<>();
        private final List<Write> written = new ArrayList<>();

        /** Rules with values of its own, with the confidence that they have for this unit. */
        List<UnitNode.Mark> marks() {
            return marks;
        }

        /** Values of those rules, as far as they show. */
        List<Write> written() {
            return written;
        }
    }

    List<Write> writes() {
        return writes;
    }

    List<UnitNode.Mark> marks() {
        return marks;
    }

    boolean same() {
        return apps.isEmpty();
    }

    /** This step and the next in one, where both do the same with all. */
    UnitStep joined(UnitStep next) {
        Map<List<Integer>, Write> last = new LinkedHashMap<>();
        writes.forEach(w -> last.put(List.of(w.ordinal(), w.slot()), w));
        next.writes.forEach(w -> last.put(List.of(w.ordinal(), w.slot()), w));
        UnitStep both = new UnitStep(List.copyOf(last.values()), List.of(), List.of());
        both.only = next.only;
        return both;
    }

    /** Puts values that are the same for all in place. */
    void write(UnitRun unit) {
        for (int i = 0; i < writes.size(); i++) {
            Write w = writes.get(i);
            unit.fact(w.ordinal()).putAt(w.slot(), w.value(), w.origin());
        }
    }

    /** Where units go of which all is the same; null if that is not known yet. */
    UnitNode only() {
        return only;
    }

    void only(UnitNode node) {
        only = node;
    }

    /** Computes what must be computed for the unit and puts all values in place. */
    Done run(UnitRun unit) {
        Done done = new Done();
        Weakest weakest = new Weakest();
        Object[][] values = new Object[apps.size()][];
        Origin[] origins = new Origin[apps.size()];
        for (int i = 0; i < values.length; i++) {
            App app = apps.get(i);
            values[i] = app.values().clone();
            weakest.from(app.confidence());
            for (int j = 0; j < values[i].length; j++) {
                if (app.formulas()[j] != null) {
                    Object value = app.formulas()[j].eval(unit.fact(app.ordinal()), weakest);
                    values[i][j] = value;
                    done.told.add(shown(app, j, value));
                }
            }
            origins[i] = app.code().origin(weakest.confidence());
        }
        write(unit);
        for (int i = 0; i < values.length; i++) {
            put(unit, apps.get(i), values[i], origins[i], done);
        }
        for (int i = 0; i < values.length; i++) {
            Origin origin = weakened(unit.fact(apps.get(i).ordinal()), apps.get(i), origins[i], weakest);
            done.told.add(origin.confidence());
            done.marks.add(new UnitNode.Mark(apps.get(i).ordinal(), origin, false));
        }
        return done;
    }

    /** What a value shows of itself to what comes next: of a figure only that it is known. */
    private static Object shown(App app, int put, Object value) {
        return value instanceof LocalDate || (app.figures()[put] && UnitNode.isKnown(value)) ? FIGURE : value;
    }

    private static void put(UnitRun unit, App app, Object[] values, Origin origin, Done done) {
        Fact fact = unit.fact(app.ordinal());
        for (int j = 0; j < values.length; j++) {
            int slot = app.code().puts().get(j).slot();
            if (slot < 0) {
                continue;
            }
            if (app.later()[j]) {
                boolean conflict = Applier.conflict(fact, slot, values[j], origin);
                done.told.add(conflict);
                if (conflict) {
                    done.marks.add(new UnitNode.Mark(app.ordinal(), origin, true));
                }
            } else {
                fact.putAt(slot, values[j], origin);
                done.written.add(new Write(
                        app.ordinal(), slot, app.formulas()[j] == null ? values[j] : shown(app, j, values[j]), origin));
            }
        }
    }

    /** An amount that a rule says weakens what it concludes. */
    private static Origin weakened(Fact fact, App app, Origin origin, Weakest weakest) {
        if (!app.code().amounts() || app.code().puts().isEmpty()) {
            return origin;
        }
        Fired by = new Fired(origin, fact);
        Speaker.weaken(by, weakest);
        return by.origin();
    }

    /** Where a unit goes after what was done with it; null if that is not known yet. */
    UnitNode next(Done done) {
        return nodes.get(new Key(done.told.toArray()));
    }

    void next(Done done, UnitNode node) {
        nodes.put(new Key(done.told.toArray()), node);
    }
}
