package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import java.util.List;

/** Makes answers, findings and figures of what a rule says of a fact. */
final class Speaker {
    /** Verdict of a letter about which a run has nothing to say but that it was there. */
    private static final String REGULAR = "PAYABLE";

    private final boolean words;
    private final boolean counted;
    private final Weakest weakest = new Weakest();

    Speaker(Detail detail) {
        this.words = detail.proven();
        this.counted = !detail.whole();
    }

    void speak(Fired by) {
        Utterance.Draft draft = null;
        Utterance.Note note = null;
        List<Statement> says = by.code().says();
        for (int i = 0; i < says.size(); i++) {
            Statement statement = says.get(i);
            if (statement instanceof Statement.Answer a) {
                draft = answer(a, i, by);
                if (draft.quiet) {
                    weaken(by, weakest);
                    return;
                }
            } else if (statement instanceof Statement.Finding f) {
                note = by.utter(new Utterance.Note(fill(i, 0, f.code(), by), by));
            } else if (statement instanceof Statement.Amount a) {
                Object amount = amount(a.formula(), by, weakest);
                if (note != null) {
                    note.amount = amount;
                } else if (draft != null) {
                    draft.amount = amount;
                }
            } else {
                other(statement, i, draft, by);
            }
        }
    }

    private Utterance.Draft answer(Statement.Answer a, int place, Fired by) {
        String verdict = fill(place, 1, a.verdict(), by);
        boolean quiet = counted && by.fact().kind() == Kind.LETTER && verdict.equals(REGULAR) && !lacks(by);
        String reason = fill(place, 2, a.reason(), by);
        Utterance.Draft draft =
                by.utter(new Utterance.Draft(fill(place, 0, a.question(), by), verdict, reason, by, quiet));
        by.say(draft.reason);
        return draft;
    }

    private static boolean lacks(Fired by) {
        for (Statement statement : by.code().says()) {
            if (statement instanceof Statement.Missing m
                    && m.fields().stream().anyMatch(f -> by.fact().value(f) instanceof Unknown)) {
                return true;
            }
        }
        return false;
    }

    /** Weakens a rule by the amounts that it says. */
    static void weaken(Fired by, Weakest weakest) {
        for (Statement statement : by.code().says()) {
            if (statement instanceof Statement.Amount a) {
                amount(a.formula(), by, weakest);
            }
        }
    }

    /** An amount weakens the rule, and so what it concluded. */
    private static Object amount(Formula formula, Fired by, Weakest weakest) {
        Object value = formula.eval(by.fact(), weakest.from(by.confidence()));
        if (weakest.confidence() != by.confidence()) {
            Origin before = by.origin();
            by.weaken(weakest.confidence());
            for (RuleCode.Put put : by.code().puts()) {
                if (put.slot() >= 0 && by.fact().ownOrigin(put.slot()) == before) {
                    by.fact().putAt(put.slot(), by.fact().own(put.slot()), by.origin());
                }
            }
        }
        return value;
    }

    private void other(Statement statement, int place, Utterance.Draft draft, Fired by) {
        if (statement instanceof Statement.Outcome o) {
            by.utter(new Utterance.Outcome(o.code()));
        } else if (statement instanceof Statement.DetailOf d) {
            by.utter(new Utterance.Figure(d.question(), fill(place, 0, d.name(), by), beside(d.formula(), by)));
        } else if (statement instanceof Statement.Say s) {
            by.say(fill(place, 0, s.reason(), by));
        } else if (statement instanceof Statement.With w) {
            if (words) {
                by.word(w.word(), new Fired.Word(beside(w.formula(), by), w.unit()));
            }
        } else if (draft != null) {
            figure(statement, place, draft, by);
        }
    }

    private static void figure(Statement statement, int place, Utterance.Draft draft, Fired by) {
        if (statement instanceof Statement.Value v) {
            draft.value = beside(v.formula(), by);
            draft.unit = v.unit();
        } else if (statement instanceof Statement.Detail d) {
            Object value = beside(d.formula(), by);
            if (value != null) {
                draft.details.put(fill(place, 0, d.name(), by), value);
            }
        } else if (statement instanceof Statement.Missing m) {
            Fact fact = by.fact();
            m.fields().forEach(f -> {
                if (fact.value(f) instanceof Unknown unknown) {
                    draft.missing.addAll(unknown.of(fact).paths());
                }
            });
        }
    }

    private static Object beside(Formula formula, Fired by) {
        return formula.eval(by.fact(), Weakest.NOTHING);
    }

    private static String fill(int place, int word, String template, Fired by) {
        return by.code().template(place, word, template).fill(by.fact());
    }
}
