package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Searches for the smallest change of facts that turns a verdict into a better one, with the engine as the oracle: far
 * steps first, then halving, so that one unit less than what is found is known not to do.
 */
public final class ChangeSearch {
    private final Engine engine;
    private final Ranking ranking;
    private final List<Lever> levers;
    private final Relevance relevance;
    private final Map<String, Set<String>> fields = new HashMap<>();
    private final Function<Map<String, Object>, PractitionerYear> reader;

    /**
     * @param engine with the rulebook that decided
     * @param reader reads a document of facts
     */
    public ChangeSearch(Engine engine, Function<Map<String, Object>, PractitionerYear> reader) {
        this.engine = engine;
        this.reader = reader;
        this.ranking = new Ranking(engine.rulebook());
        this.relevance = new Relevance(engine.rulebook());
        this.levers = Lever.of(engine.rulebook());
    }

    /**
     * What was found.
     *
     * @param changes smallest changes, of one fact before those of two, in the order of the questions
     * @param fixed facts that were read and that nobody can change
     * @param tried questions with a better verdict for which a change was searched
     */
    public record Found(List<Change> changes, List<Fixed> fixed, List<String> tried) {}

    /**
     * Searches.
     *
     * @param facts the document that was decided, as maps, lists and texts
     * @param decision what was decided of it, with all its detail
     */
    public Found search(Map<String, Object> facts, Decision decision) {
        FactDocument document = new FactDocument(facts);
        Map<String, String> leaves = document.leaves();
        Set<String> read = new TreeSet<>();
        decision.firings().forEach(firing -> read.addAll(firing.facts().keySet()));
        List<Dial> dials = new ArrayList<>();
        List<Fixed> fixed = new ArrayList<>();
        leaves.forEach((path, value) -> levers.stream()
                .filter(lever -> lever.is(path))
                .findFirst()
                .ifPresent(lever -> {
                    if (lever.changeable() && !lever.ofLetters()) {
                        dials.addAll(NumberDial.of(lever, path, leaves));
                    } else if (!lever.changeable() && read.contains(path)) {
                        fixed.add(new Fixed(path, value, lever.why()));
                    }
                }));
        levers.stream()
                .filter(Lever::ofLetters)
                .forEach(lever -> LetterDial.of(lever, decision.answers(), ranking, leaves)
                        .ifPresent(dials::add));
        List<Answer> open = decision.answers().stream()
                .filter(answer -> ranking.improvable(answer.question(), answer.verdict()))
                .toList();
        return new Found(
                open.isEmpty() ? List.of() : new Run(document, decision, open).changes(dials),
                fixed,
                open.stream().map(Answer::question).toList());
    }

    /** One search. */
    private final class Run {
        private final FactDocument document;
        private final Map<String, Answer> before = new LinkedHashMap<>();
        private final List<Answer> open;
        private final Map<Map<String, Long>, Map<String, Answer>> known = new HashMap<>();

        Run(FactDocument document, Decision decision, List<Answer> open) {
            this.document = document;
            this.open = open;
            decision.answers().forEach(answer -> before.put(answer.question(), answer));
        }

        List<Change> changes(List<Dial> dials) {
            List<Change> changes = new ArrayList<>();
            List<Dial> moving = dials.stream()
                    .filter(dial -> dial.units() > 0)
                    .filter(dial -> open.stream().anyMatch(answer -> matters(dial, answer)))
                    .filter(this::moves)
                    .toList();
            for (Answer answer : open) {
                List<Dial> own =
                        moving.stream().filter(dial -> matters(dial, answer)).toList();
                List<Change> alone = new ArrayList<>();
                own.forEach(dial -> alone(answer, dial, alone));
                changes.addAll(alone);
                if (alone.isEmpty()) {
                    pairs(answer, own, changes);
                }
            }
            return changes;
        }

        private boolean matters(Dial dial, Answer answer) {
            return fields.computeIfAbsent(answer.question(), relevance::fields)
                    .contains(dial.lever().field());
        }

        /** Whether an answer changes anywhere on the way to the end of a dial. */
        private boolean moves(Dial dial) {
            return dial.soundings().stream().anyMatch(units -> {
                Map<String, Answer> after = decided(Map.of(dial.key(), units), List.of(dial));
                return open.stream().anyMatch(answer -> !after.containsKey(answer.question())
                        || !said(after.get(answer.question())).equals(said(answer)));
            });
        }

        private void alone(Answer answer, Dial dial, List<Change> changes) {
            Predicate<Long> flips = units -> better(answer, Map.of(dial.key(), units), List.of(dial));
            long below = 0;
            for (long units : dial.probes()) {
                if (flips.test(units)) {
                    long least = least(below, units, flips);
                    Dial smallest = dial instanceof LetterDial letters ? smallest(answer, letters.first(least)) : dial;
                    changes.add(change(
                            answer,
                            List.of(smallest),
                            List.of(dial instanceof LetterDial ? smallest.units() : least)));
                    return;
                }
                below = units;
            }
        }

        /** The same letters without those that need not be left out. */
        private LetterDial smallest(Answer answer, LetterDial letters) {
            LetterDial smallest = letters;
            for (int i = letters.letters().size() - 1; i >= 0 && smallest.units() > 1; i--) {
                LetterDial fewer = smallest.without(i);
                if (better(answer, Map.of(fewer.key(), fewer.units()), List.of(fewer))) {
                    smallest = fewer;
                }
            }
            return smallest;
        }

        /** The least number of units above one that does not do and up to one that does. */
        private long least(long fails, long does, Predicate<Long> flips) {
            long low = fails;
            long high = does;
            while (high - low > 1) {
                long middle = low + (high - low) / 2;
                if (flips.test(middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }

        private void pairs(Answer answer, List<Dial> dials, List<Change> changes) {
            for (int i = 0; i < dials.size(); i++) {
                for (int j = i + 1; j < dials.size(); j++) {
                    Dial one = dials.get(i);
                    Dial other = dials.get(j);
                    if (!one.excludes(other)) {
                        pair(answer, one, other, changes);
                    }
                }
            }
        }

        private void pair(Answer answer, Dial one, Dial other, List<Change> changes) {
            List<Dial> both = List.of(one, other);
            if (!better(answer, Map.of(one.key(), one.units(), other.key(), other.units()), both)) {
                return;
            }
            long first = least(
                    0,
                    one.units(),
                    units -> better(answer, Map.of(one.key(), units, other.key(), other.units()), both));
            long second = least(
                    0, other.units(), units -> better(answer, Map.of(one.key(), first, other.key(), units), both));
            changes.add(change(answer, both, List.of(first, second)));
        }

        private boolean better(Answer answer, Map<String, Long> units, List<Dial> dials) {
            Answer after = decided(units, dials).get(answer.question());
            return after != null && ranking.better(answer.question(), after.verdict(), answer.verdict());
        }

        private Map<String, Answer> decided(Map<String, Long> units, List<Dial> dials) {
            return known.computeIfAbsent(units, key -> {
                Map<String, Object> edits = new TreeMap<>();
                dials.forEach(dial -> edits.putAll(dial.edits(key.get(dial.key()))));
                PractitionerYear year = reader.apply(document.with(edits));
                Map<String, Answer> answers = new LinkedHashMap<>();
                engine.decideAll(List.of(year), Detail.NONE)
                        .get(0)
                        .answers()
                        .forEach(each -> answers.put(each.question(), each));
                return answers;
            });
        }

        private Change change(Answer answer, List<Dial> dials, List<Long> units) {
            Map<String, Long> key = new HashMap<>();
            List<Move> moves = new ArrayList<>();
            for (int i = 0; i < dials.size(); i++) {
                key.put(dials.get(i).key(), units.get(i));
                moves.add(dials.get(i).move(units.get(i)));
            }
            Map<String, Answer> after = decided(key, dials);
            List<Change.Effect> effects = new ArrayList<>();
            before.forEach((question, was) -> {
                Answer is = after.get(question);
                String then = said(was);
                String now = is == null ? "" : said(is);
                if (!then.equals(now)) {
                    effects.add(new Change.Effect(question, then, now));
                }
            });
            return new Change(
                    answer.question(),
                    answer.verdict(),
                    after.get(answer.question()).verdict(),
                    moves,
                    effects);
        }

        private static String said(Answer answer) {
            return (answer.verdict() + " " + answer.value().orElse("") + " "
                            + answer.amount().map(amount -> amount + " EUR").orElse(""))
                    .strip()
                    .replaceAll(" +", " ");
        }
    }
}
