package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one stage does with units that are alike for it. */
final class UnitStep {
    /** Stands for any figure that differs from unit to unit. */
    static final Object FIGURE = "\0figure";

    private final Write[] writes;
    private final UnitApp[] apps;
    private final List<UnitNode.Mark> marks;
    private final int told;
    private final Map<Key, UnitNode> nodes = new ConcurrentHashMap<>();
    private volatile UnitNode only;

    /**
     * @param writes values that are the same for all
     * @param apps rules of which a value must be computed for each
     * @param marks rules that applied the same to all
     */
    UnitStep(List<Write> writes, List<UnitApp> apps, List<UnitNode.Mark> marks) {
        this.writes = writes.toArray(Write[]::new);
        this.apps = apps.toArray(UnitApp[]::new);
        this.marks = marks;
        int most = 0;
        for (UnitApp app : apps) {
            most += 2 * app.values().length + 1;
        }
        this.told = most;
    }

    /** A value that a field gets. */
    record Write(int ordinal, int slot, Object value, Origin origin) {}

    /** What a step did with one unit: what tells where it goes next, and values and origins by rule. */
    final class Done {
        private final Object[][] values = new Object[apps.length][];
        private final Origin[] origins = new Origin[apps.length];
        private final Object[] shown = new Object[told];
        private int size;
        private List<UnitNode.Mark> conflicts = List.of();
        private Key key;

        private void tell(Object value) {
            shown[size++] = value;
        }

        private Key key() {
            if (key == null) {
                key = new Key(shown);
            }
            return key;
        }

        /** Rules with values of its own, with the confidence that they have for this unit. */
        List<UnitNode.Mark> marks() {
            List<UnitNode.Mark> all = new ArrayList<>(conflicts);
            for (int i = 0; i < apps.length; i++) {
                all.add(new UnitNode.Mark(apps[i].ordinal(), origins[i], false));
            }
            return all;
        }

        /** Values of those rules, as far as they show. */
        List<Write> written() {
            List<Write> written = new ArrayList<>();
            for (int i = 0; i < apps.length; i++) {
                UnitApp app = apps[i];
                for (int j = 0; j < values[i].length; j++) {
                    int slot = app.code().puts().get(j).slot();
                    if (slot >= 0 && !app.later()[j]) {
                        Object value = app.formulas()[j] == null ? values[i][j] : app.shown(j, values[i][j]);
                        written.add(new Write(app.ordinal(), slot, value, origins[i]));
                    }
                }
            }
            return written;
        }
    }

    List<Write> writes() {
        return List.of(writes);
    }

    List<UnitNode.Mark> marks() {
        return marks;
    }

    boolean same() {
        return apps.length == 0;
    }

    /** This step and the next in one, where both do the same with all. */
    UnitStep joined(UnitStep next) {
        Map<List<Integer>, Write> last = new LinkedHashMap<>();
        for (Write w : writes) {
            last.put(List.of(w.ordinal(), w.slot()), w);
        }
        for (Write w : next.writes) {
            last.put(List.of(w.ordinal(), w.slot()), w);
        }
        UnitStep both = new UnitStep(List.copyOf(last.values()), List.of(), List.of());
        both.only = next.only;
        return both;
    }

    /** Puts values that are the same for all in place. */
    void write(UnitRun unit) {
        for (Write w : writes) {
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
    Done run(UnitRun unit, Weakest weakest) {
        Done done = new Done();
        for (int i = 0; i < apps.length; i++) {
            UnitApp app = apps[i];
            Fact fact = unit.fact(app.ordinal());
            Object[] values = app.values().clone();
            weakest.from(app.confidence());
            for (int j = 0; j < values.length; j++) {
                if (app.formulas()[j] != null) {
                    values[j] = app.memos()[j] == null
                            ? app.formulas()[j].eval(fact, weakest)
                            : app.memos()[j].eval(fact, weakest);
                    done.tell(app.shown(j, values[j]));
                }
            }
            done.values[i] = values;
            done.origins[i] = app.code().origin(weakest.confidence());
        }
        write(unit);
        for (int i = 0; i < apps.length; i++) {
            put(unit.fact(apps[i].ordinal()), apps[i], i, done);
        }
        for (int i = 0; i < apps.length; i++) {
            done.origins[i] = weakened(unit.fact(apps[i].ordinal()), apps[i], done.origins[i], weakest);
            done.tell(done.origins[i].confidence());
        }
        return done;
    }

    private static void put(Fact fact, UnitApp app, int place, Done done) {
        Object[] values = done.values[place];
        Origin origin = done.origins[place];
        for (int j = 0; j < values.length; j++) {
            int slot = app.code().puts().get(j).slot();
            if (slot < 0) {
                continue;
            }
            if (app.later()[j]) {
                boolean conflict = Applier.conflict(fact, slot, values[j], origin);
                done.tell(conflict);
                if (conflict) {
                    done.conflicts = new ArrayList<>(done.conflicts);
                    done.conflicts.add(new UnitNode.Mark(app.ordinal(), origin, true));
                }
            } else {
                fact.putAt(slot, values[j], origin);
            }
        }
    }

    /** An amount that a rule says weakens what it concludes. */
    private static Origin weakened(Fact fact, UnitApp app, Origin origin, Weakest weakest) {
        if (!app.code().amounts() || app.code().puts().isEmpty()) {
            return origin;
        }
        Fired by = new Fired(origin, fact);
        Speaker.weaken(by, weakest);
        return by.origin();
    }

    /** Where a unit goes after what was done with it; null if that is not known yet. */
    UnitNode next(Done done) {
        return nodes.get(done.key());
    }

    void next(Done done, UnitNode node) {
        nodes.put(done.key(), node);
    }
}
