package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.FormulaTree;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what rules read of acts by going back from what they say: a field matters if a rule that says something reads it,
 * or one that gives a value to a field that matters. Acts without letters, and with each letter, are looked at apart.
 */
final class ActReads {
    /** Letters that an act may have. */
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final Pattern TESTED = Pattern.compile("(\\w+)\\(\\s*\"(\\w+)\"");
    private static final Set<String> PRESENCE = Set.of("known", "missing", "none");
    static final Set<Kind> OF_ACTS = EnumSet.of(Kind.ACT, Kind.LETTER);

    private final Rulebook rulebook;
    private final ActGuards guards;
    private final List<Situation> situations = new ArrayList<>();
    private final Map<Formula, FormulaTree> trees = new HashMap<>();
    private final ActUses uses;
    private final ActWalk walk;

    ActReads(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.guards = new ActGuards(rulebook);
        situations.add(Situation.BARE);
        LETTERS.chars().forEach(c -> situations.add(new Situation(String.valueOf((char) c), FactTree.BILLED)));
        CodeLists.of(rulebook)
                .optionLetters()
                .forEach(letter -> situations.add(new Situation(letter, FactTree.WITHOUT_OPTION)));
        this.uses = new ActUses(situations);
        this.walk = new ActWalk(rulebook, guards, situations, uses);
    }

    Grouping grouping() {
        List<Rule> ofActs = new ArrayList<>();
        for (Rule rule : rulebook.rules().values()) {
            if (OF_ACTS.contains(rule.kind())) {
                ofActs.add(rule);
            } else {
                rule.statements()
                        .forEach(s -> s.computed().ifPresent(f -> walk.walk(tree(f), rule.kind(), Situation.BARE)));
            }
        }
        Set<List<Object>> done = new HashSet<>();
        int before;
        do {
            before = uses.live();
            for (Rule rule : ofActs) {
                for (Situation s : situations) {
                    if (guards.may(rule, s)) {
                        read(rule, s, done);
                    }
                }
            }
        } while (uses.live() > before);
        return uses.grouping();
    }

    private void read(Rule rule, Situation s, Set<List<Object>> done) {
        boolean matters = false;
        for (Statement statement : rule.statements()) {
            if (matters(rule.kind(), statement, s)) {
                matters = true;
                if (done.add(List.of(rule.id(), rule.statements().indexOf(statement), s))) {
                    statement(rule, statement, s);
                }
            }
        }
        if (matters && done.add(List.of(rule.id(), s))) {
            conditions(rule, s);
        }
    }

    private boolean matters(Kind kind, Statement statement, Situation s) {
        String field = statement instanceof Statement.Let let
                ? let.field()
                : statement instanceof Statement.Set set ? set.field() : null;
        return field == null || uses.isLive(s, kind, field);
    }

    private void statement(Rule rule, Statement statement, Situation s) {
        if (statement instanceof Statement.Let let && rule.kind() == Kind.ACT && ofDay(tree(let.formula()))) {
            uses.day(s, new DayTests.Value(rulebook, let.formula()));
            return;
        }
        statement.computed().ifPresent(f -> walk.walk(tree(f), rule.kind(), s));
        if (statement instanceof Statement.Missing missing) {
            missing.fields().forEach(f -> walk.read(f, rule.kind(), s));
        }
        String words = statement instanceof Statement.Answer a
                ? a.question() + a.verdict() + a.reason()
                : statement instanceof Statement.Finding f
                        ? f.code()
                        : statement instanceof Statement.Say say
                                ? say.reason()
                                : statement instanceof Statement.Outcome o ? o.code() : "";
        Matcher word = WORD.matcher(words);
        while (word.find()) {
            walk.read(word.group(1), rule.kind(), s);
        }
    }

    private void conditions(Rule rule, Situation s) {
        RuleRow row = guards.row(rule);
        if (row != null) {
            row.conditions().forEach(c -> walk.cell(c, rule.kind(), s));
            return;
        }
        Set<String> read = new HashSet<>(rule.reads());
        for (String condition : rule.conditions()) {
            Matcher tested = TESTED.matcher(condition);
            while (tested.find()) {
                if (!PRESENCE.contains(tested.group(1)) || !tested.group(2).equals(ActWalk.ON)) {
                    walk.read(tested.group(2), rule.kind(), s);
                }
                read.remove(tested.group(2));
            }
        }
        read.forEach(f -> walk.read(f, rule.kind(), s));
    }

    private FormulaTree tree(Formula formula) {
        return trees.computeIfAbsent(formula, FormulaTree::of);
    }

    /** Whether a formula reads nothing but the care date. */
    private boolean ofDay(FormulaTree tree) {
        if (tree instanceof FormulaTree.Apply apply) {
            return !apply.name().equals("openRows") && apply.args().stream().allMatch(this::ofDay);
        }
        return tree instanceof FormulaTree.Constant
                || (tree instanceof FormulaTree.Name name
                        && (name.name().equals(ActWalk.ON) || name.name().equals("actYear"))
                        && guards.made(Kind.ACT, name.name()).isEmpty());
    }
}
