package fr.optam.engine;

import fr.optam.decision.Confidence;
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
    private final int computed;
    private final UnitMemo memo;
    private final boolean inPlace;
    private final Map<Object, UnitNode> nodes;
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
        int all = 0;
        boolean place = false;
        UnitMemo last = null;
        for (UnitApp app : apps) {
            place |= app.code().amounts() && !app.code().puts().isEmpty();
            for (int i = 0; i < app.formulas().length; i++) {
                place |= app.later()[i];
                if (app.formulas()[i] != null) {
                    all++;
                    last = app.memos()[i];
                }
            }
        }
        this.computed = all;
        this.nodes = apps.isEmpty() ? Map.of() : new ConcurrentHashMap<>(2);
        this.inPlace = place;
        this.memo = all == 1 && apps.size() == 1 && !place ? last : null;
    }

    /** A value that a field gets. */
    record Write(int ordinal, int slot, Object value, Origin origin) {}

    /**
     * What a step did with one unit: as a key, what tells where it goes next, which is what its values show and how weak
     * its rules are.
     */
    final class Done {
        private final Object[] told = new Object[computed + apps.length];
        private final Object[] values = new Object[computed];
        private List<UnitNode.Mark> conflicts = List.of();
        private int hash;

        /** Rules with values of its own, with the confidence that they have for this unit. */
        List<UnitNode.Mark> marks() {
            List<UnitNode.Mark> all = new ArrayList<>(conflicts);
            for (int i = 0; i < apps.length; i++) {
                all.add(new UnitNode.Mark(apps[i].ordinal(), origin(i), false));
            }
            return all;
        }

        private Origin origin(int app) {
            return apps[app].code().origin((Confidence) told[computed + app]);
        }

        /** Values of those rules, as far as they show. */
        List<Write> written() {
            List<Write> written = new ArrayList<>();
            int next = 0;
            for (int i = 0; i < apps.length; i++) {
                UnitApp app = apps[i];
                for (int j = 0; j < app.values().length; j++) {
                    int slot = app.code().puts().get(j).slot();
                    Object value = app.formulas()[j] == null ? app.values()[j] : told[next++];
                    if (slot >= 0 && !app.later()[j]) {
                        written.add(new Write(app.ordinal(), slot, value, origin(i)));
                    }
                }
            }
            return written;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Done d && Arrays.equals(d.told, told) && d.conflicts.equals(conflicts);
        }

        @Override
        public int hashCode() {
            if (hash == 0) {
                hash = Arrays.hashCode(told) + conflicts.size();
            }
            return hash;
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
        int next = 0;
        for (int i = 0; i < apps.length; i++) {
            UnitApp app = apps[i];
            weakest.from(app.confidence());
            for (int j = 0; j < app.formulas().length; j++) {
                if (app.memos()[j] != null) {
                    UnitMemo.Known known = app.memos()[j].known(act);
                    weakest.weak(known.confidence());
                    done.values[next] = known.value();
                    done.told[next++] = known.isFew() ? known.value() : app.shown(j, known.value());
                } else if (app.formulas()[j] != null) {
                    done.values[next] = app.eval(j, act, weakest);
                    done.told[next] = app.shown(j, done.values[next]);
                    next++;
                }
            }
            done.told[computed + i] = weakest.confidence();
        }
        if (inPlace) {
            inPlace(act, done, weakest);
        }
        return done;
    }

    /** Where a unit goes by the one value that must be looked up for it; null if that is not known yet. */
    UnitNode known(Act act) {
        if (memo == null) {
            return null;
        }
        UnitMemo.Known known = memo.known(act);
        return known.isFew() ? nodes.get(known) : null;
    }

    /** Puts all values in place, where what comes after in the stage looks at them. */
    private void inPlace(Act act, Done done, Weakest weakest) {
        for (Write w : writes) {
            UnitRun.fact(act, w.ordinal()).putAt(w.slot(), w.value(), w.origin());
        }
        int next = 0;
        for (int i = 0; i < apps.length; i++) {
            Fact fact = UnitRun.fact(act, apps[i].ordinal());
            for (int j = 0; j < apps[i].values().length; j++) {
                Object value = apps[i].formulas()[j] == null ? apps[i].values()[j] : done.values[next++];
                put(fact, apps[i], j, value, done.origin(i), done);
            }
        }
        for (int i = 0; i < apps.length; i++) {
            Fact fact = UnitRun.fact(act, apps[i].ordinal());
            done.told[computed + i] =
                    weakened(fact, apps[i], done.origin(i), weakest).confidence();
        }
    }

    private static void put(Fact fact, UnitApp app, int put, Object value, Origin origin, Done done) {
        int slot = app.code().puts().get(put).slot();
        if (slot >= 0 && !app.later()[put]) {
            fact.putAt(slot, value, origin);
        } else if (slot >= 0 && Applier.conflict(fact, slot, value, origin)) {
            done.conflicts = new ArrayList<>(done.conflicts);
            done.conflicts.add(new UnitNode.Mark(app.ordinal(), origin, true));
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

    /** Keeps the figures of a unit where the node that it comes to looks for them. */
    void keep(Act act, Done done, UnitNode next) {
        int place = 0;
        for (UnitApp app : apps) {
            for (int j = 0; j < app.formulas().length; j++) {
                if (app.formulas()[j] == null) {
                    continue;
                }
                int slot = app.code().puts().get(j).slot();
                if (done.told[place] == FIGURE
                        && slot >= 0
                        && !app.later()[j]
                        && next.values(app.ordinal())[slot] instanceof UnitOwn.Figure figure) {
                    act.figure(figure.number(), done.values[place]);
                }
                place++;
            }
        }
    }

    /** Where a unit goes after what was done with it; null if that is not known yet. */
    UnitNode next(Done done) {
        return nodes.get(done);
    }

    UnitNode next(Act act, Done done, UnitNode node) {
        UnitNode known = nodes.putIfAbsent(done, node);
        UnitNode next = known == null ? node : known;
        if (memo != null && memo.known(act).isFew()) {
            nodes.put(memo.known(act), next);
        }
        return next;
    }
}
