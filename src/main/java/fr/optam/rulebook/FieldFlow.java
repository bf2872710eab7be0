package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where fields are made and where they are read: what a rule reads must be given, or made by an earlier stage. */
public final class FieldFlow {
    private final Map<String, Stage> made = new HashMap<>();
    private final Map<String, String> makers = new HashMap<>();
    private final Set<String> read = new TreeSet<>();
    private final Set<String> told = new HashSet<>();
    private final RulePlaces places;
    private final List<RulebookProblem> problems = new ArrayList<>();

    private FieldFlow(RulePlaces places) {
        this.places = places;
    }

    /** Rules of a rulebook that read what is not made, or not yet made. */
    public static List<RulebookProblem> problems(Rulebook rulebook) {
        return of(rulebook.rules().values(), new RulePlaces(List.of(), List.of())).problems;
    }

    /** The flow of some rules; what is wrong is told at its line or column. */
    static FieldFlow of(Collection<Rule> rules, RulePlaces places) {
        FieldFlow flow = new FieldFlow(places);
        rules.forEach(flow::makes);
        rules.forEach(flow::check);
        return flow;
    }

    List<RulebookProblem> problems() {
        return problems;
    }

    /** Fields that some rule reads. */
    Set<String> read() {
        return read;
    }

    /** Fields that some rule makes, and the first rule that does. */
    Map<String, String> makers() {
        return makers;
    }

    private void makes(Rule rule) {
        for (Statement statement : rule.statements()) {
            String field = statement instanceof Statement.Set s
                    ? s.field()
                    : statement instanceof Statement.Let l ? l.field() : null;
            if (field != null) {
                made.merge(field, rule.stage(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
                makers.putIfAbsent(field, rule.id());
            }
        }
    }

    private void check(Rule rule) {
        Set<String> before = new TreeSet<>(rule.reads());
        Set<String> upTo = new TreeSet<>();
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Let let) {
                before.addAll(let.formula().fields());
            }
            shown(statement).ifPresent(f -> upTo.addAll(f.fields()));
            if (statement instanceof Statement.Missing missing) {
                upTo.addAll(missing.fields());
            }
        }
        read.addAll(before);
        read.addAll(upTo);
        before.forEach(f -> read(rule, f, false));
        upTo.forEach(f -> read(rule, f, true));
    }

    /** The formula of a statement that shows a figure; a field that is made has none. */
    public static Optional<Formula> shown(Statement statement) {
        return statement instanceof Statement.Let ? Optional.empty() : statement.computed();
    }

    private void read(Rule rule, String field, boolean sameStage) {
        if (GivenFields.ALL.contains(field)) {
            return;
        }
        Stage stage = made.get(field);
        boolean late =
                stage != null && (stage.compareTo(rule.stage()) > 0 || (stage.equals(rule.stage()) && !sameStage));
        if (stage != null && !late) {
            return;
        }
        String[] at = places.of(rule, field);
        if (!told.add(at[0] + "!" + at[1] + "!" + field)) {
            return;
        }
        if (stage == null) {
            problems.add(RulebookProblem.error(
                    "NEVER_MADE",
                    at[0],
                    at[1],
                    new Sentence(
                            "la règle " + rule.id() + " lit «" + field + "», qu’aucune règle ne produit",
                            "rule " + rule.id() + " reads «" + field + "», which no rule makes"),
                    Closest.to(field, made.keySet())
                            .map(m -> new Sentence("Peut-être " + m + ".", "Maybe " + m + "."))
                            .orElse(new Sentence(
                                    "Peut-être la règle qui le produisait a-t-elle été supprimée.",
                                    "Maybe the rule that made it was deleted."))));
        } else {
            problems.add(RulebookProblem.error(
                    "STAGE_ORDER",
                    at[0],
                    at[1],
                    new Sentence(
                            "la règle " + rule.id() + " de " + rule.stage().name() + " lit «" + field
                                    + "», qui n’est produit qu’en " + stage.name(),
                            "rule " + rule.id() + " of " + rule.stage().name() + " reads «" + field
                                    + "», which is only made in " + stage.name()),
                    new Sentence(
                            "Peut-être la règle va-t-elle dans une étape ultérieure (agenda-group, RuleSet).",
                            "Maybe move the rule to a later stage (agenda-group, RuleSet).")));
        }
    }
}
