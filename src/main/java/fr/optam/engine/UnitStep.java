package fr.optam.engine;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final boolean inPlace;
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
        boolean place = false;
        for (UnitApp app : apps) {
            most += 2 * app.values().length + 1;
            place |= app.code().amounts() && !app.code().puts().isEmpty();
            for (boolean later : app.later()) {
                place |= later;
            }
        }
        this.told = most;
        this.inPlace = place;
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

    /** Whether it does the same as another. */
    boolean isLike(UnitStep other) {
        if (!Arrays.equals(writes, other.writes) || !marks.equals(other.marks) || apps.length != other.apps.length) {
            return false;
        }
        for (int i = 0; i < apps.length; i++) {
            if (!apps[i].isLike(other.apps[i])) {
                return false;
            }
        }
        return true;
    }

    /** Where units go of which all is the same; null if that is not known yet. */
    UnitNode only() {
        return only;
    }

    synchronized UnitNode only(UnitNode node) {
        if (only == null) {
            only = node;
        }
        return only;
    }

    /** Computes what must be computed for the unit. */
    Done run(Act act, Weakest weakest) {
        Done done = new Done();
        for (int i = 0; i < apps.length; i++) {
            UnitApp app = apps[i];
            Object[] values = app.values().clone();
            weakest.from(app.confidence());
            for (int j = 0; j < values.length; j++) {
                if (app.formulas()[j] != null) {
                    values[j] = app.eval(j, act, weakest);
                    done.tell(app.shown(j, values[j]));
                }
            }
            done.values[i] = values;
            done.origins[i] = app.code().origin(weakest.confidence());
        }
        if (inPlace) {
            inPlace(act, done, weakest);
        }
        for (Origin origin : done.origins) {
            done.tell(origin.confidence());
        }
        return done;
    }

    /** Puts all values in place, where what comes after in the stage looks at them. */
    private void inPlace(Act act, Done done, Weakest weakest) {
        for (Write w : writes) {
            UnitRun.fact(act, w.ordinal()).putAt(w.slot(), w.value(), w.origin());
        }
        for (int i = 0; i < apps.length; i++) {
            put(UnitRun.fact(act, apps[i].ordinal()), apps[i], i, done);
        }
        for (int i = 0; i < apps.length; i++) {
            done.origins[i] = weakened(UnitRun.fact(act, apps[i].ordinal()), apps[i], done.origins[i], weakest);
        }
    }

    /** Keeps the figures of a unit where the node that it comes to looks for them. */
    void keep(Act act, Done done, UnitNode next) {
        for (int i = 0; i < apps.length; i++) {
            UnitApp app = apps[i];
            for (int j = 0; j < app.formulas().length; j++) {
                int slot = app.code().puts().get(j).slot();
                if (app.formulas()[j] != null
                        && slot >= 0
                        && !app.later()[j]
                        && next.values(app.ordinal())[slot] instanceof UnitOwn.Figure figure) {
                    act.figure(figure.number(), done.values[i][j]);
                }
            }
        }
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

    UnitNode next(Done done, UnitNode node) {
        UnitNode known = nodes.putIfAbsent(done.key(), node);
        return known == null ? node : known;
    }
}
