package fr.optam.report;

import fr.optam.explain.Account;
import fr.optam.explain.FactRead;
import fr.optam.explain.Step;
import fr.optam.report.Lines.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules and rows that applied, one by one or as a tree down to facts and cells; each is described once. */
final class StepLines {
    private static final int DEEPEST = 12;
    private static final String CELL = "@";

    private final Page page;
    private final AccountWords words;
    private final Lines out;
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, FactRead> facts = new HashMap<>();
    private final Set<String> described = new HashSet<>();

    StepLines(Account account, Page page, AccountWords words, Lines out) {
        this.page = page;
        this.words = words;
        this.out = out;
        account.explanation().steps().forEach(step -> steps.put(step.firing().id(), step));
        account.explanation().facts().forEach(fact -> facts.putIfAbsent(fact.path(), fact));
    }

    /** A step with what it read, and below it what that rests on. */
    void tree(String id, int depth) {
        Step step = steps.get(id);
        if (step == null) {
            return;
        }
        String indent = "  ".repeat(Math.min(depth, DEEPEST) + 1);
        boolean again = !described.add(id);
        out.wrapped(
                indent,
                again ? Mark.DIM : Mark.NONE,
                id + " " + step.firing().rule() + ", " + step.firing().at()
                        + (again ? page.say(" (décrit plus haut)", " (described above)") : ""));
        if (!again) {
            details(step, indent + "  ");
            step.firing().because().forEach(below -> tree(below, depth + 1));
        }
    }

    private void details(Step step, String indent) {
        out.wrapped(indent, Mark.NONE, words.in(step.firing().sentence()));
        out.wrapped(indent, Mark.DIM, citation(step));
        if (!step.note().isEmpty() && !step.note().equals(words.in(step.firing().sentence()))) {
            out.wrapped(indent, Mark.DIM, page.say("Note\u00A0: ", "Note: ") + step.note());
        }
        step.firing().facts().forEach((path, value) -> {
            FactRead fact = facts.get(path);
            String label = fact == null ? path : words.fact(fact);
            out.wrapped(indent + "· ", Mark.NONE, label + " = " + words.shown(path, value));
        });
        parameters(step).forEach(text -> out.wrapped(indent + "· ", Mark.NONE, text));
    }

    /** Sources, confidence and validity of a rule. */
    String citation(Step step) {
        return AccountWords.ids(step.firing().sources())
                + page.say("\u00A0; ", "; ")
                + page.label("CONFIDENCE", step.confidence().name())
                + page.say("\u00A0; ", "; ")
                + words.validity(step.from(), step.to());
    }

    /** Values of tables that a step read, with their cells. */
    static List<String> parameters(Step step) {
        List<String> texts = new ArrayList<>();
        step.firing().parameters().forEach((name, value) -> {
            if (!name.endsWith(CELL)) {
                String at = step.firing().parameters().get(name + CELL);
                texts.add(name + " = " + value + (at == null ? "" : ", " + at));
            }
        });
        return texts;
    }

    Step step(String id) {
        return steps.get(id);
    }
}
