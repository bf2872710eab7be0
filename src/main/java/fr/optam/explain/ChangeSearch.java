package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Searches for the smallest changes of facts that turn a verdict into a better one, with the engine as the oracle. What is
 * claimed was asked of the engine with all facts: the change does, one unit less of any of its moves does not.
 */
public final class ChangeSearch {
    private final Engine engine;
    private final Ranking ranking;
    private final List<Lever> levers;
    private final Relevance relevance;
    private final Map<String, Set<String>> fields = new HashMap<>();

    /** @param engine with the rulebook that decided */
    public ChangeSearch(Engine engine) {
        this.engine = engine;
        this.ranking = new Ranking(engine.rulebook());
        this.relevance = new Relevance(engine.rulebook());
        this.levers = Lever.of(engine.rulebook());
    }

    /**
     * What was found.
     *
     * @param changes smallest changes, of one fact before those of two, in the order of the questions, the outcome first
     * @param fixed facts that were read and that nobody can change
     * @param tried questions with a better verdict for which a change was searched
     * @param unflipped those of them for which none was found, with the facts that decide them
     */
    public record Found(List<Change> changes, List<Fixed> fixed, List<String> tried, List<Unflipped> unflipped) {
        /** Nothing was searched, so nothing was found. */
        public static final Found NOTHING = new Found(List.of(), List.of(), List.of());

        /** Without questions of which it is known that nothing flips them. */
        public Found(List<Change> changes, List<Fixed> fixed, List<String> tried) {
            this(changes, fixed, tried, List.of());
        }
    }

    /**
     * Searches.
     *
     * @param facts the practitioner-year that was decided
     * @param decision what was decided of it, with all its detail
     */
    public Found search(PractitionerYear facts, Decision decision) {
        YearFacts year = new YearFacts(facts);
        Map<String, Answer> answers = Oracle.answers(decision);
        List<Answer> open = answers.values().stream()
                .filter(answer -> ranking.improvable(answer.question(), answer.verdict()))
                .toList();
        Oracle full = new Oracle(engine, year, Detail.RULES, ranking);
        Dials dials = new Dials(levers, year);
        List<Dial> turnable = new ArrayList<>();
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        changes.put(Oracle.OUTCOME, new ArrayList<>());
        open.forEach(answer -> changes.put(answer.question(), new ArrayList<>()));
        Claims claims = new Claims(full, answers);
        List<Answer> ofYear = open.stream().filter(answer -> !ofLetter(answer)).toList();
        if (!ofYear.isEmpty()) {
            turnable.addAll(dials.numbers(engine));
            turnable.addAll(dials.letters(decision.answers(), ranking));
            Oracle small = new FewerActs(engine, ranking).of(year, dials.derived(), answers);
            QuestionSearch search = new QuestionSearch(small, new LeastLetters(small.about(year)), dials.derived());
            Map<Answer, List<List<Turn>>> found = new LinkedHashMap<>();
            ofYear.forEach(answer -> found.put(answer, search.find(answer, own(answer, turnable))));
            claims.ask(found.values());
            found.forEach((answer, all) -> {
                List<List<Turn>> proven = claims.proven(answer, all);
                List<Dial> own = own(answer, turnable);
                if (proven.isEmpty() && (!all.isEmpty() || claims.anyEnd(answer, own))) {
                    List<List<Turn>> again = new QuestionSearch(
                                    full, new LeastLetters(full.about(year, Detail.NONE)), true)
                            .find(answer, own);
                    claims.ask(List.of(again));
                    proven = claims.proven(answer, again);
                }
                proven.forEach(turns ->
                        changes.get(answer.question()).add(claims.change(answer, turns, full.after(turns), "")));
            });
        }
        List<Answer> ofLetters = open.stream().filter(ChangeSearch::ofLetter).toList();
        if (!ofLetters.isEmpty()) {
            Set<String> acts = new TreeSet<>();
            ofLetters.forEach(answer -> acts.add(act(answer)));
            Oracle some = full.about(year.only(act -> act.ids().stream().anyMatch(acts::contains)));
            new LetterSearch(full, some, levers).search(ofLetters).forEach(each -> changes.get(
                            each.answer().question())
                    .add(claims.change(
                            each.answer(), each.turns(), each.after(), "modifier:" + act(each.answer()) + ":")));
        }
        Map<String, Firing> firings = new HashMap<>();
        decision.firings().forEach(firing -> firings.put(firing.id(), firing));
        return new Found(
                changes.values().stream().flatMap(List::stream).toList(),
                fixed(decision.firings(), false),
                open.stream().map(Answer::question).toList(),
                open.stream()
                        .filter(answer -> changes.get(answer.question()).isEmpty())
                        .map(answer -> new Unflipped(
                                answer.question(),
                                answer.verdict(),
                                fixed(proof(answer, decision, firings), ofLetter(answer)),
                                searched(answer, turnable)))
                        .toList());
    }

    private static boolean ofLetter(Answer answer) {
        return answer.question().indexOf(':') >= 0;
    }

    private static String act(Answer answer) {
        String question = answer.question();
        return question.substring(question.indexOf(':') + 1, question.lastIndexOf(':'));
    }

    /** Dials of facts that the rules of a question read. */
    private List<Dial> own(Answer answer, List<Dial> dials) {
        Set<String> read = fields.computeIfAbsent(answer.question(), relevance::fields);
        return dials.stream()
                .filter(dial -> read.contains(dial.lever().field()))
                .toList();
    }

    private List<Unflipped.Searched> searched(Answer answer, List<Dial> dials) {
        return ofLetter(answer)
                ? List.of()
                : own(answer, dials).stream()
                        .map(dial -> dial.move(dial.units()))
                        .map(move -> new Unflipped.Searched(
                                move.path(), move.fr(), move.en(), move.unit(), move.from(), move.to()))
                        .toList();
    }

    /** Firings that made an answer, or all of them for the outcome. */
    private static List<Firing> proof(Answer answer, Decision decision, Map<String, Firing> firings) {
        if (answer.proof().isEmpty()) {
            return decision.firings();
        }
        Map<String, Firing> seen = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(answer.proof());
        while (!next.isEmpty()) {
            String id = next.poll();
            Firing firing = firings.get(id);
            if (firing != null && seen.put(id, firing) == null) {
                next.addAll(firing.because());
            }
        }
        return List.copyOf(seen.values());
    }

    /** Facts read that nobody can change; those of acts only where it is one act that is told of. */
    private List<Fixed> fixed(List<Firing> firings, boolean ofAct) {
        Map<String, String> read = new TreeMap<>();
        firings.forEach(firing -> read.putAll(firing.facts()));
        List<Fixed> fixed = new ArrayList<>();
        read.forEach((path, value) -> levers.stream()
                .filter(lever -> !lever.changeable() && lever.is(path) && (ofAct || !path.startsWith("acts.")))
                .findFirst()
                .ifPresent(lever -> fixed.add(new Fixed(path, value, lever.why()))));
        return fixed;
    }
}
