package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Observer;
import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The dials of a practitioner-year: what of its facts practice can change, in the order of the levers. */
final class Dials {
    private static final String ACTS = "acts.";
    private static final String LETTER = "modifier:";

    private final List<Lever> levers;
    private final YearFacts facts;
    private final Set<Integer> given = new HashSet<>();
    private final List<Act> acts;

    Dials(List<Lever> levers, YearFacts facts) {
        this.levers = levers;
        this.facts = facts;
        this.acts = facts.year().acts().orElse(List.of());
        facts.year().activity().orElse(List.of()).stream().map(Activity::year).forEach(given::add);
    }

    /** Whether figures of a year come from its acts. */
    boolean derived() {
        return acts.stream().anyMatch(act -> !given.contains(act.on().getYear()));
    }

    /** Dials of numbers: of the year that is decided, then of the others, the latest first. */
    List<Dial> numbers(Engine engine) {
        List<Dial> dials = new ArrayList<>();
        for (Lever lever : levers) {
            if (lever.changeable() && lever.ofAmounts()) {
                dials.addAll(amounts(lever, engine));
            } else if (lever.changeable() && lever.ofQuantities()) {
                dials.addAll(quantities(lever));
            } else if (lever.changeable() && !lever.ofLetters()) {
                facts.leaves().keySet().stream()
                        .filter(lever::is)
                        .forEach(path -> dials.addAll(NumberDial.of(lever, path, facts.leaves())));
            }
        }
        String decided = "activity." + facts.year().year() + ".";
        return dials.stream()
                .filter(dial -> dial.units() > 0)
                .sorted(Comparator.comparing((Dial dial) -> dial.paths().stream()
                                .noneMatch(path -> path.startsWith(decided) || path.startsWith(ACTS)))
                        .thenComparing(
                                dial -> dial.paths().iterator().next().split("\\.")[1], Comparator.reverseOrder()))
                .toList();
    }

    /** Dials of letters: those that are doubtful or billed twice, then all. */
    List<Dial> letters(List<Answer> answers, Ranking ranking) {
        Set<String> doubtful = new HashSet<>();
        answers.stream()
                .filter(answer -> ranking.improvable(answer.question(), answer.verdict()))
                .forEach(answer -> doubtful.add(answer.question()));
        List<Dial> dials = new ArrayList<>();
        levers.stream().filter(lever -> lever.ofLetters() && lever.changeable()).forEach(lever -> {
            List<LetterDial.Letter> first = new ArrayList<>();
            List<LetterDial.Letter> rest = new ArrayList<>();
            Map<String, String> billed = new TreeMap<>();
            acts.forEach(act -> act.ids().forEach(id -> {
                String letters = act.modifiers().orElse("");
                billed.put(ACTS + id + ".modifiers", letters);
                for (int i = 0; i < letters.length(); i++) {
                    String letter = letters.substring(i, i + 1);
                    boolean twice = i > 0 && letters.charAt(i - 1) == letters.charAt(i);
                    (twice || doubtful.contains(LETTER + id + ":" + letter) ? first : rest)
                            .add(new LetterDial.Letter(id, letter));
                }
            }));
            if (!first.isEmpty()) {
                dials.add(new LetterDial(lever, first, billed));
            }
            if (!rest.isEmpty()) {
                List<LetterDial.Letter> all = new ArrayList<>(first);
                all.addAll(rest);
                dials.add(new LetterDial(lever, all, billed));
            }
        });
        return dials;
    }

    /** Amounts of the acts of a year of which no figures are given, together. */
    private List<Dial> amounts(Lever lever, Engine engine) {
        if (!derived()) {
            return List.of();
        }
        Map<String, BigDecimal> rooms = rooms(lever.room(), engine);
        Map<Integer, List<FeesDial.Part>> parts = new TreeMap<>();
        acts.stream().filter(act -> !given.contains(act.on().getYear())).forEach(act -> {
            BigDecimal room = rooms.getOrDefault(act.ids().get(0), BigDecimal.ZERO);
            long some = FeesDial.units(room, lever);
            long units = FeesDial.units(act.feeCharged().orElse(BigDecimal.ZERO).subtract(lever.least()), lever);
            act.feeCharged().filter(fee -> units > 0).ifPresent(fee -> act.ids()
                    .forEach(id -> parts.computeIfAbsent(act.on().getYear(), year -> new ArrayList<>())
                            .add(new FeesDial.Part(ACTS + id + ".feeCharged", id, fee, Math.min(some, units), units))));
        });
        List<Dial> dials = new ArrayList<>();
        parts.values().forEach(list -> {
            list.sort(Comparator.comparing(FeesDial.Part::room).thenComparing(FeesDial.Part::act));
            dials.add(new FeesDial(lever, list));
        });
        return dials;
    }

    /** How far amounts can go down, by the first id of an act, as the rules found it. */
    private Map<String, BigDecimal> rooms(String field, Engine engine) {
        Map<String, BigDecimal> rooms = new HashMap<>();
        engine.observe(
                facts.year(),
                new Observer() {
                    @Override
                    public void asked(RuleTable table, Fact fact) {
                        // rules of stages tell enough
                    }

                    @Override
                    public void met(Stage stage, Fact fact, Set<String> applied) {
                        if (fact.kind() == Kind.ACT && fact.num(field) != null) {
                            rooms.put(fact.key(), fact.num(field));
                        }
                    }
                },
                Detail.NONE);
        return rooms;
    }

    /** Acts of one category of a year of which no figures are given: more on one line stand for more lines. */
    private List<Dial> quantities(Lever lever) {
        Map<String, Dial> dials = new TreeMap<>();
        acts.stream().filter(act -> !given.contains(act.on().getYear())).forEach(act -> {
            String path = ACTS + act.ids().get(0) + ".quantity";
            Optional.ofNullable(facts.leaves().get(path))
                    .ifPresent(value -> NumberDial.of(lever, path, facts.leaves()).stream()
                            .filter(NumberDial::up)
                            .forEach(dial -> dials.putIfAbsent(
                                    act.on().getYear() + " " + act.category().orElse(act.code()), dial)));
        });
        return List.copyOf(dials.values());
    }
}
