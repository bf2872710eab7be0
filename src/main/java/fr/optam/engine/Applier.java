package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applies what the rules of one stage state. All values are computed from what earlier stages left, then all are put in
 * place, then all answers are made: so the order of rules says nothing.
 */
final class Applier {
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    private final Said said;
    private final boolean words;
    private final List<Fired> fired = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Weakest weakest = new Weakest();

    /** @param words whether sentences and figures beside the answers are wanted */
    Applier(Said said, boolean words) {
        this.said = said;
        this.words = words;
    }

    private record Pending(Fact fact, String field, Object value, Fired by) {}

    /** Applies what a stage concludes of a fact. */
    void apply(StageProgram.Outcome outcome, Fact fact) {
        for (StageProgram.Lacking lacking : outcome.lacking()) {
            pending.add(new Pending(fact, lacking.field(), lacking.unknown(), null));
        }
        for (StageProgram.Applied applied : outcome.rules()) {
            Rule rule = applied.rule();
            Fired by = new Fired(rule, fact, applied.confidence());
            fired.add(by);
            List<Statement> statements = rule.statements();
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Statement.Set set) {
                    pending.add(new Pending(fact, set.field(), set.code(), by));
                } else if (statements.get(i) instanceof Statement.Let let) {
                    Object value = applied.values()[i] != StageProgram.OPEN ? applied.values()[i] : eval(let.formula(), by);
                    pending.add(new Pending(fact, let.field(), value, by));
                }
            }
        }
    }

    /** Puts every value in place and makes the answers. */
    void finish() {
        for (Pending p : pending) {
            int index = p.fact().layout().indexOf(p.field());
            if (index < 0) {
                continue;
            }
            Fired before = (Fired) p.fact().ownOrigin(index);
            if (before == null || p.by() == null || before.rule().stage() != p.by().rule().stage()) {
                p.fact().putAt(index, p.value(), p.by());
            } else if (!same(p.fact().own(index), p.value()) && !rowsAgree(before.rule(), p.by().rule())) {
                said.finding("CONFLICTING_CONCLUSIONS", p.by());
            }
        }
        for (Fired by : fired) {
            said.fired(by);
            answer(by);
        }
    }

    /** Rows of one table that conclude the same, the first word of a row, may give several reasons: the first stays. */
    private static boolean rowsAgree(Rule one, Rule other) {
        return sheet(one).isPresent() && sheet(one).equals(sheet(other)) && one.statements().get(0).equals(other.statements().get(0));
    }

    private static Optional<String> sheet(Rule rule) {
        int cell = rule.at().lastIndexOf('!');
        return cell < 0 ? Optional.empty() : Optional.of(rule.at().substring(0, cell));
    }

    private static boolean same(Object a, Object b) {
        return a instanceof java.math.BigDecimal x && b instanceof java.math.BigDecimal y ? x.compareTo(y) == 0 : Objects.equals(a, b);
    }

    private Object eval(fr.optam.rulebook.formula.Formula formula, Fired by) {
        Object value = formula.eval(by.fact(), weakest.from(by.confidence()));
        by.weaken(weakest.confidence());
        return value;
    }

    private void answer(Fired by) {
        Said.Draft draft = null;
        Said.Note note = null;
        for (Statement statement : by.rule().statements()) {
            if (statement instanceof Statement.Let || statement instanceof Statement.Set) {
                continue;
            }
            if (statement instanceof Statement.Answer a) {
                draft = said.answer(fill(a.question(), by.fact()), fill(a.verdict(), by.fact()), fill(a.reason(), by.fact()), by);
                by.say(draft.reason);
            } else if (statement instanceof Statement.Finding f) {
                note = said.finding(fill(f.code(), by.fact()), by);
            } else if (statement instanceof Statement.Amount a) {
                Object amount = eval(a.formula(), by);
                if (note != null) {
                    note.amount = amount;
                } else if (draft != null) {
                    draft.amount = amount;
                }
            } else {
                other(statement, draft, by);
            }
        }
    }

    private void other(Statement statement, Said.Draft draft, Fired by) {
        if (statement instanceof Statement.Outcome o) {
            said.outcome(o.code(), by);
        } else if (statement instanceof Statement.DetailOf d) {
            said.detail(d.question(), fill(d.name(), by.fact()), beside(d.formula(), by), by);
        } else if (statement instanceof Statement.Say s) {
            by.say(fill(s.reason(), by.fact()));
        } else if (statement instanceof Statement.With w) {
            if (words) {
                by.word(w.word(), new Fired.Word(beside(w.formula(), by), w.unit()));
            }
        } else if (draft != null) {
            figure(statement, draft, by);
        }
    }

    private static void figure(Statement statement, Said.Draft draft, Fired by) {
        if (statement instanceof Statement.Value v) {
            draft.value = beside(v.formula(), by);
            draft.unit = v.unit();
        } else if (statement instanceof Statement.Detail d) {
            Object value = beside(d.formula(), by);
            if (value != null) {
                draft.details.put(fill(d.name(), by.fact()), value);
            }
        } else if (statement instanceof Statement.Missing m) {
            m.fields().forEach(f -> Said.lacks(draft, by.fact().value(f)));
        }
    }

    private static Object beside(fr.optam.rulebook.formula.Formula formula, Fired by) {
        return formula.eval(by.fact(), Weakest.NOTHING);
    }

    /** Puts fields in place of words in braces. */
    static String fill(String template, Fact fact) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        Matcher matcher = WORD.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Object value = fact.value(matcher.group(1));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(Texts.plain(value)));
        }
        return matcher.appendTail(filled).toString();
    }
}
