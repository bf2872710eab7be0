package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.formula.Formula;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Practitioner-years of one civil year with as many facts of each kind: a field of a fact has the same address in each.
 * Facts are numbered kind by kind, fields fact by fact.
 */
final class YearFrame {
    private final YearPlan plan;
    private final int[] first = new int[Kind.values().length];
    private final int[] offsets;
    private final Classes[] classes;
    private final int[] factOf;
    private final boolean[] constant;
    private final YearStage[] stages = new YearStage[Stage.inOrder().size()];
    private final Map<Formula, Map<Integer, YearMemo>> memos = new ConcurrentHashMap<>();

    /** @param facts facts of a practitioner-year of this frame, by number */
    YearFrame(YearPlan plan, Fact[] facts) {
        this.plan = plan;
        this.offsets = new int[facts.length];
        int size = 0;
        for (int i = 0; i < facts.length; i++) {
            offsets[i] = size;
            size += facts[i].layout().names().size();
            if (facts[i].place() == 0) {
                first[facts[i].kind().ordinal()] = i;
            }
        }
        this.classes = new Classes[size];
        this.factOf = new int[size];
        this.constant = new boolean[size];
        for (int i = 0; i < facts.length; i++) {
            Layout layout = facts[i].layout();
            for (int slot = 0; slot < layout.names().size(); slot++) {
                classes[offsets[i] + slot] = plan.classes(layout.kind(), slot);
                factOf[offsets[i] + slot] = i;
                constant[offsets[i] + slot] = facts[i].holds(slot)
                        && plan.isOfFrame(layout.kind(), layout.names().get(slot));
            }
        }
    }

    /** Facts of a practitioner-year by number. */
    static Fact[] facts(Year year) {
        int size = 1;
        for (Kind kind : YearPlan.KINDS) {
            size += year.within(kind).size();
        }
        Fact[] facts = new Fact[size];
        facts[0] = year;
        int n = 1;
        for (Kind kind : YearPlan.KINDS) {
            List<Fact> all = year.within(kind);
            for (int i = 0; i < all.size(); i++) {
                facts[n++] = all.get(i);
            }
        }
        return facts;
    }

    /** What tells the frame of a practitioner-year from others. */
    static int[] key(Year year, int number) {
        List<Fact> activities = year.within(Kind.ACTIVITY);
        int[] key = new int[YearPlan.KINDS.size() + 1 + activities.size()];
        int n = 0;
        for (Kind kind : YearPlan.KINDS) {
            key[n++] = year.within(kind).size();
        }
        key[n++] = number;
        for (Fact activity : activities) {
            key[n++] = activity.within(Kind.COUNT).size();
        }
        return key;
    }

    YearPlan plan() {
        return plan;
    }

    /** Number of addresses. */
    int size() {
        return classes.length;
    }

    /** Number of a fact. */
    int number(Fact fact) {
        return first[fact.kind().ordinal()] + fact.place();
    }

    /** Address of a field of a fact. */
    int address(int fact, int slot) {
        return offsets[fact] + slot;
    }

    /** Number of the fact that an address lies in. */
    int factAt(int address) {
        return factOf[address];
    }

    /** Place in the fact of the field at an address. */
    int slotAt(int address) {
        return address - offsets[factOf[address]];
    }

    /** Tells the values at an address apart. */
    Classes classesAt(int address) {
        return classes[address];
    }

    /** Whether the value at an address is the same for all. */
    boolean isConstant(int address) {
        return constant[address];
    }

    /** Calls for each address where the value of a field as seen by a fact may lie. */
    void addresses(Fact fact, FieldRef field, java.util.function.IntConsumer each) {
        for (Fact f = fact; f != null; f = f.above()) {
            int slot = field.place(f);
            if (slot >= 0) {
                each.accept(address(number(f), slot));
            }
        }
    }

    /** What a stage looks at in practitioner-years of the frame; two threads may find the same, of which one is kept. */
    YearStage stage(int place, StageRules rules, YearRun run) {
        YearStage known = stages[place];
        if (known == null) {
            known = new YearStage(rules, run);
            stages[place] = known;
        }
        return known;
    }

    /** What is known of a formula for a fact that gives the value at an address. */
    YearMemo memo(Formula formula, int fact, int address) {
        return memos.computeIfAbsent(formula, f -> new ConcurrentHashMap<>())
                .computeIfAbsent(fact, f -> new YearMemo(formula, classes[address]));
    }
}
