package fr.optam.scenario;

import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One scenario as read: what is given, and what the decision must say. It never changes. */
public final class Scenario {
    private final String name;
    private final String at;
    private final List<ScenarioProblem> problems;
    private final Optional<Expected> expected;
    private final Optional<ScenarioGiven> given;

    private Scenario(
            String name,
            String at,
            List<ScenarioProblem> problems,
            Optional<Expected> expected,
            Optional<ScenarioGiven> given) {
        this.name = name;
        this.at = at;
        this.problems = List.copyOf(problems);
        this.expected = expected;
        this.given = given;
    }

    static Scenario sound(String name, String at, Expected expected, byte[] facts) {
        return new Scenario(
                name,
                at,
                List.of(),
                Optional.of(expected),
                Optional.of(new ScenarioGiven(name, expected.overlays(), facts)));
    }

    static Scenario unreadable(String name, String at, List<ScenarioProblem> problems) {
        return new Scenario(name, at, problems, Optional.empty(), Optional.empty());
    }

    /** Path below the root without its ending; for a row of a workbook that of the workbook and the id. */
    public String name() {
        return name;
    }

    /** Where it is written: path below the root, for a row of a workbook with sheet and cell. */
    public String at() {
        return at;
    }

    /** The sentence that must stay true; empty if the scenario cannot be read. */
    public String title() {
        return expected.map(Expected::title).orElse("");
    }

    /** Why it cannot be read; none if it can. */
    public List<ScenarioProblem> problems() {
        return problems;
    }

    /** What is to be decided, if the scenario can be read. */
    public Optional<ScenarioGiven> given() {
        return given;
    }

    /** Whether it says that the facts are refused before any rule reads them. */
    public boolean statesRefusal() {
        return expected.stream().anyMatch(e -> !e.list("refused").isEmpty());
    }

    /** In what a decision is not as the scenario states; nothing if the scenario cannot be read or states a refusal. */
    public List<Difference> differences(Decision decision) {
        return statesRefusal()
                ? List.of()
                : expected.map(e -> Comparison.of(e, decision)).orElse(List.of());
    }

    /**
     * Decides it and holds the decision against what is expected.
     *
     * @param decide the engine; throws {@link FactsRefused} where it would refuse the facts
     */
    public ScenarioResult judge(Function<ScenarioGiven, Decision> decide) {
        if (given.isEmpty()) {
            return result(problems, List.of(), new TreeSet<>());
        }
        List<String> refused = expected.orElseThrow().list("refused");
        try {
            Decision decision = decide.apply(given.get());
            if (!refused.isEmpty()) {
                return result(List.of(), List.of(notRefused(refused)), new TreeSet<>());
            }
            SortedSet<String> fired =
                    decision.firings().stream().map(Firing::rule).collect(Collectors.toCollection(TreeSet::new));
            return result(List.of(), differences(decision), fired);
        } catch (FactsRefused e) {
            return refused.isEmpty()
                    ? result(e.errors().stream().map(this::refusal).toList(), List.of(), new TreeSet<>())
                    : result(List.of(), unlike(refused, e.getMessage()), new TreeSet<>());
        } catch (ScenarioUnusable e) {
            return undecided(e.code(), e.why());
        } catch (RuntimeException e) {
            Sentence what = new Sentence("ne peut pas être décidé : " + e, "cannot be decided: " + e);
            return undecided("NOT_DECIDED", what);
        }
    }

    private ScenarioResult undecided(String code, Sentence why) {
        ScenarioProblem problem = ScenarioProblem.at(code, at, why, Texts.NOTHING);
        return result(List.of(problem), List.of(), new TreeSet<>());
    }

    private ScenarioProblem refusal(String error) {
        return ScenarioProblem.at(
                "FACTS_REFUSED",
                at,
                new Sentence("les faits sont refusés : " + error, "the facts are refused: " + error),
                Texts.NOTHING);
    }

    private static Difference notRefused(List<String> refused) {
        return Difference.of("refused", String.join(", ", refused), new Sentence("décidé", "decided"));
    }

    private static List<Difference> unlike(List<String> refused, String message) {
        return refused.stream()
                .filter(text -> !message.contains(text))
                .map(text -> Difference.of("refused", text, Texts.same(message)))
                .toList();
    }

    private ScenarioResult result(List<ScenarioProblem> why, List<Difference> differences, SortedSet<String> fired) {
        return new ScenarioResult(
                name,
                at,
                title(),
                why,
                differences,
                fired,
                expected.map(e -> e.list("fires")).orElse(List.of()),
                expected.map(e -> e.list("silent")).orElse(List.of()));
    }
}
