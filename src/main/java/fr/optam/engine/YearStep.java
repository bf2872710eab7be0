package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Formula;

/** What one stage does with practitioner-years that look alike to it. */
final class YearStep {
    private final Write[] writes;
    private final App[] apps;
    private final Mark[] marks;
    private final Mark[] telling;
    private final StageProgram.Outcome[] plain;

    private YearStep(Write[] writes, App[] apps, Mark[] marks, Mark[] telling, StageProgram.Outcome[] plain) {
        this.writes = writes;
        this.apps = apps;
        this.marks = marks;
        this.telling = telling;
        this.plain = plain;
    }

    /** A step of what rules give and say. */
    static YearStep of(java.util.List<Write> writes, java.util.List<App> apps, java.util.List<Mark> marks) {
        return new YearStep(
                writes.toArray(Write[]::new),
                apps.toArray(App[]::new),
                marks.toArray(Mark[]::new),
                marks.stream().filter(m -> !m.code().says().isEmpty()).toArray(Mark[]::new),
                null);
    }

    /** A step of which the values of two rules meet in one field: each fact is done by itself. */
    static YearStep plain(StageProgram.Outcome[] outcomes) {
        return new YearStep(new Write[0], new App[0], new Mark[0], new Mark[0], outcomes);
    }

    /** A value that is the same for all. */
    record Write(int fact, int slot, int address, Classes.Numbered value, Origin origin) {}

    /**
     * A rule of which a value must be found for each.
     *
     * @param fact number of the fact
     * @param code the rule
     * @param confidence weakest of what is the same for all
     * @param values values that are the same for all, with their numbers, by place in the rule
     * @param formulas formulas of all others
     * @param memos what is known of those
     * @param slots places of the fields in the fact; negative if it has none
     * @param addresses their addresses
     */
    record App(
            int fact,
            RuleCode code,
            Confidence confidence,
            Object[] values,
            Formula[] formulas,
            YearMemo[] memos,
            int[] slots,
            int[] addresses) {}

    /**
     * A rule that applies.
     *
     * @param fact number of the fact
     * @param code the rule
     * @param origin the rule with its confidence; null if an app finds that
     * @param app place of that app
     */
    record Mark(int fact, RuleCode code, Origin origin, int app) {}

    /** Outcomes by fact, where each fact is done by itself; else null. */
    StageProgram.Outcome[] plain() {
        return plain;
    }

    /** Does it with one practitioner-year. */
    void run(YearRun run, Course course, Weakest weakest, int[] scratch) {
        Object[][] values = apps.length == 0 ? null : new Object[apps.length][];
        Origin[] origins = apps.length == 0 ? null : new Origin[apps.length];
        for (int i = 0; i < apps.length; i++) {
            App app = apps[i];
            values[i] = values(app, run, weakest.from(app.confidence()), scratch);
            origins[i] = app.code().origin(weakest.confidence());
        }
        for (Write w : writes) {
            run.put(w.fact(), w.slot(), w.address(), w.value(), w.origin());
        }
        for (int i = 0; i < apps.length; i++) {
            App app = apps[i];
            for (int j = 0; j < values[i].length; j++) {
                int slot = app.slots()[j];
                if (slot >= 0 && values[i][j] instanceof Classes.Numbered value) {
                    run.put(app.fact(), slot, app.addresses()[j], value, origins[i]);
                } else if (slot >= 0) {
                    run.put(app.fact(), slot, app.addresses()[j], values[i][j], origins[i]);
                }
            }
        }
        for (Mark mark : course.isWhole() ? marks : telling) {
            if (!course.hears(mark.code())) {
                continue;
            }
            Origin origin = mark.origin() == null ? origins[mark.app()] : mark.origin();
            speak(origin, run.fact(mark.fact()), run, course);
        }
    }

    /** Says what a rule says, which may weaken what it gave. */
    static void speak(Origin origin, Fact fact, YearRun run, Course course) {
        course.speak(new Fired(origin, fact));
        if (origin.code().amounts()) {
            for (RuleCode.Put put : origin.code().puts()) {
                if (put.slot() >= 0) {
                    run.renumber(fact, put.slot());
                }
            }
        }
    }

    private static Object[] values(App app, YearRun run, Weakest weakest, int[] scratch) {
        Fact fact = run.fact(app.fact());
        Object[] values = app.values().clone();
        for (int i = 0; i < values.length; i++) {
            YearMemo memo = app.memos()[i];
            if (memo != null) {
                values[i] = memo.eval(run, fact, weakest, scratch);
            } else if (app.formulas()[i] != null) {
                values[i] = app.formulas()[i].eval(fact, weakest);
            }
        }
        return values;
    }
}
