package fr.optam.explain.ahead;

import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Observer;
import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rules made of facts before they decided: amounts of each year and act, the option of the year, shares. */
final class Reading implements Observer {
    private final SortedMap<Integer, Activity> given = new TreeMap<>();
    private final SortedMap<Integer, Map<String, BigDecimal>> amounts = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<String, Long>> counts = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> acts = new HashMap<>();
    private final SortedMap<String, Fact> rises = new TreeMap<>();
    private final SortedMap<String, BigDecimal> gainShares = new TreeMap<>();
    private final List<Act> lines;
    private String option;

    private Reading(PractitionerYear facts) {
        facts.activity().orElse(List.of()).forEach(each -> given.put(each.year(), each));
        this.lines = facts.acts().orElse(List.of());
    }

    static Reading of(Engine engine, PractitionerYear facts) {
        Reading reading = new Reading(facts);
        engine.observe(facts, reading, Detail.NONE);
        reading.rises.values().forEach(rise -> Optional.ofNullable(number(rise, "gainShare"))
                .ifPresent(share -> reading.gainShares.put(rise.day("riseOn").toString(), share)));
        return reading;
    }

    @Override
    public void asked(RuleTable table, Fact fact) {
        // rules of stages tell enough
    }

    @Override
    public void met(Stage stage, Fact fact, Set<String> applied) {
        switch (fact.kind()) {
            case YEAR -> option = fact.known("yearOption") ? fact.text("yearOption") : option;
            case ACTIVITY ->
                keep(
                        amounts.computeIfAbsent(Integer.valueOf(fact.key()), y -> new HashMap<>()),
                        fact,
                        "reimbursableFees",
                        "overruns",
                        "opposableFees");
            case COUNT -> count(fact);
            case ACT -> keep(acts.computeIfAbsent(fact.key(), a -> new HashMap<>()), fact, "actBase", "actOverrun");
            case RISE -> rises.put(fact.key(), fact);
            default -> {
                // nothing of it is wanted
            }
        }
    }

    private void count(Fact fact) {
        BigDecimal number = Optional.ofNullable(number(fact, "count")).orElse(number(fact, "derivedCount"));
        Fact year = fact.parent().orElseThrow();
        if (number != null && year.kind() == Kind.ACTIVITY) {
            counts.computeIfAbsent(Integer.valueOf(year.key()), y -> new TreeMap<>())
                    .put(fact.key(), number.longValue());
        }
    }

    private static void keep(Map<String, BigDecimal> to, Fact fact, String... fields) {
        for (String field : fields) {
            Optional.ofNullable(number(fact, field)).ifPresent(value -> to.put(field, value));
        }
    }

    private static BigDecimal number(Fact fact, String field) {
        return fact.value(field) instanceof BigDecimal number ? number : null;
    }

    /** Code of the option of the year; empty for one who is in none, or if it is unknown. */
    Optional<String> option() {
        return Optional.ofNullable(option);
    }

    /** Share of a rise that is left to the physician, by the day of the rise. */
    Optional<BigDecimal> gainShare(LocalDate rise) {
        return Optional.ofNullable(gainShares.get(rise.toString()));
    }

    /** Years of which there is activity, given or made of acts. */
    List<Integer> years() {
        return List.copyOf(amounts.keySet());
    }

    /** Whether the activity of a year was given, not made of acts. */
    boolean isGiven(int year) {
        return given.containsKey(year);
    }

    /** The practice of a year as the rules read it. */
    Practice practice(int year) {
        Map<String, BigDecimal> known = amounts.getOrDefault(year, Map.of());
        SortedMap<String, Long> number =
                given.containsKey(year) ? new TreeMap<>(given.get(year).actCounts()) : counts.get(year);
        return new Practice(
                Optional.ofNullable(known.get("reimbursableFees")),
                Optional.ofNullable(known.get("overruns")),
                Optional.ofNullable(known.get("opposableFees")),
                number == null ? new TreeMap<>() : number);
    }

    private List<Act> ofMonth(int year, int month) {
        return lines.stream()
                .filter(act -> act.on().getYear() == year && act.on().getMonthValue() == month)
                .toList();
    }

    /** Whether an act of a month has no known amounts, or could be of another month. */
    boolean unclear(int year, int month) {
        return ofMonth(year, month).stream()
                .anyMatch(act -> act.until().stream().anyMatch(to -> to.getMonthValue() != month)
                        || known(act).size() < 2);
    }

    /** Base and overrun of the acts of a month, EUR; empty if there is no act. */
    Optional<Practice> month(int year, int month) {
        return ofMonth(year, month).stream()
                .map(act -> line(known(act), BigDecimal.valueOf(act.lines())))
                .reduce(Reading::plus);
    }

    private Map<String, BigDecimal> known(Act act) {
        return acts.getOrDefault(act.ids().get(0), Map.of());
    }

    private static Practice line(Map<String, BigDecimal> known, BigDecimal lines) {
        BigDecimal base = known.get("actBase").multiply(lines);
        BigDecimal over = known.get("actOverrun").multiply(lines);
        return new Practice(
                Optional.of(base),
                Optional.of(over),
                Optional.of(over.signum() > 0 ? BigDecimal.ZERO : base),
                new TreeMap<>());
    }

    private static Practice plus(Practice one, Practice other) {
        return new Practice(
                Optional.of(one.fees().orElseThrow().add(other.fees().orElseThrow())),
                Optional.of(one.overruns().orElseThrow().add(other.overruns().orElseThrow())),
                Optional.of(one.opposable().orElseThrow().add(other.opposable().orElseThrow())),
                new TreeMap<>());
    }
}
