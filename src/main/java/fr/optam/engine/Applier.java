package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applies what the rules of one stage state. All values are computed from what earlier stages left, then all are put in
 * place, then all answers are made: so the order of rules says nothing.
 */
final class Applier {
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    private final Said said;
    private final boolean keep;
    private final List<Fired> fired = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();

    Applier(Said said, boolean keep) {
        this.said = said;
        this.keep = keep;
    }

    private record Pending(Fact fact, String field, Object value, Fired by) {}

    /** A rule applies to a fact. Rules of a fact are given in the order of their ids. */
    void apply(Rule rule, Fact fact) {
        Fired by = new Fired(rule, fact, keep);
        for (String field : rule.reads()) {
            by.trace().condition(fact, field);
        }
        fired.add(by);
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Set set) {
                pending.add(new Pending(fact, set.field(), set.code(), by));
            } else if (statement instanceof Statement.Let let) {
                pending.add(new Pending(fact, let.field(), let.formula().eval(fact, by.trace()), by));
            }
        }
    }

    /** A field gets a value that no rule stated, because facts are absent. */
    void unknown(Fact fact, String field, Object value) {
        pending.add(new Pending(fact, field, value, null));
    }

    /** Puts every value in place and makes the answers. */
    void finish() {
        for (Pending p : pending) {
            int index = p.fact().layout().indexOf(p.field());
            if (index < 0) {
                continue;
            }
            Fired before = (Fired) p.fact().ownOrigin(index);
            if (before == null || before.rule().stage().compareTo(stageOf(p)) < 0) {
                p.fact().put(p.field(), p.value(), p.by());
            } else if (!same(p.fact().own(index), p.value())) {
                said.finding("CONFLICTING_CONCLUSIONS", p.by());
            }
        }
        fired.forEach(this::answer);
    }

    private static fr.optam.rulebook.Stage stageOf(Pending p) {
        return p.by().rule().stage();
    }

    private static boolean same(Object a, Object b) {
        return a instanceof java.math.BigDecimal x && b instanceof java.math.BigDecimal y ? x.compareTo(y) == 0 : Objects.equals(a, b);
    }

    private void answer(Fired by) {
        said.fired(by);
        Said.Draft draft = null;
        Said.Note note = null;
        for (Statement statement : by.rule().statements()) {
            if (statement instanceof Statement.Answer a) {
                draft = said.answer(fill(a.question(), by.fact()), fill(a.verdict(), by.fact()), fill(a.reason(), by.fact()), by);
                by.said().add(draft.reason);
            } else if (statement instanceof Statement.Finding f) {
                note = said.finding(fill(f.code(), by.fact()), by);
            } else if (statement instanceof Statement.Amount a) {
                Object amount = eval(a.formula(), by);
                if (note != null) {
                    note.amount = amount;
                } else if (draft != null) {
                    draft.amount = amount;
                }
            } else if (statement instanceof Statement.DetailOf d) {
                said.detail(d.question(), fill(d.name(), by.fact()), eval(d.formula(), by), by);
            } else if (draft != null || statement instanceof Statement.Say || statement instanceof Statement.With || statement instanceof Statement.Outcome) {
                other(statement, draft, by);
            }
        }
    }

    private void other(Statement statement, Said.Draft draft, Fired by) {
        if (statement instanceof Statement.Value v) {
            draft.value = v.formula().eval(by.fact(), by.trace().beside());
            draft.unit = v.unit();
        } else if (statement instanceof Statement.Detail d) {
            Object value = d.formula().eval(by.fact(), by.trace().beside());
            if (value != null) {
                draft.details.put(fill(d.name(), by.fact()), value);
            }
        } else if (statement instanceof Statement.Missing m) {
            m.fields().forEach(f -> Said.lacks(draft, by.fact().value(f)));
        } else if (statement instanceof Statement.Say s) {
            by.said().add(s.reason());
        } else if (statement instanceof Statement.With w) {
            by.words().put(w.word(), new Fired.Word(w.formula().eval(by.fact(), by.trace().beside()), w.unit()));
        } else if (statement instanceof Statement.Outcome o) {
            said.outcome(o.code(), by);
        }
    }

    private static Object eval(Formula formula, Fired by) {
        return formula.eval(by.fact(), by.trace());
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
