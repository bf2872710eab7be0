package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the rulebook and the rules say before any way is weighed: which rates there are, which options are open. */
final class Openings {
    private static final String ELIGIBILITY = "eligibility.";
    private static final String ELIGIBLE = "ELIGIBLE";
    private static final String REVIEW = "REVIEW";

    private final Engine engine;
    private final PractitionerYear facts;
    private final Plan plan;

    Openings(Engine engine, PractitionerYear facts, Plan plan) {
        this.engine = engine;
        this.facts = facts;
        this.plan = plan;
    }

    /** Each commitment with the amount that moves its observed rate, found by moving one. */
    List<Simulation.Rate> rates(YearAhead ahead, Practice planned) {
        Practice some = planned.known() && planned.fees().orElseThrow().signum() > 0
                ? planned
                : new Practice(
                        Optional.of(java.math.BigDecimal.valueOf(100)),
                        Optional.of(java.math.BigDecimal.TEN),
                        Optional.of(java.math.BigDecimal.TEN),
                        new TreeMap<>());
        Probe probe = new Probe(engine, ahead.withoutActs());
        Practice more = some.with(
                Amount.OVERRUNS, some.overruns().orElseThrow().add(some.fees().orElseThrow()));
        List<Simulation.Rate> rates = new ArrayList<>();
        codes("reference/engagements", "rate").forEach(code -> {
            Optional<String> one = value(probe, some, "observed." + code);
            rates.add(new Simulation.Rate(
                    code, one.equals(value(probe, more, "observed." + code)) ? Amount.OPPOSABLE : Amount.OVERRUNS));
        });
        return rates;
    }

    private static Optional<String> value(Probe probe, Practice practice, String question) {
        return Optional.ofNullable(probe.answers(practice).get(question)).flatMap(Answer::value);
    }

    private List<String> codes(String list, String column) {
        Rulebook rulebook = engine.rulebook();
        LocalDate day = LocalDate.of(facts.year(), 12, 31);
        return rulebook.list(list).map(PlainTable::rows).orElse(List.of()).stream()
                .filter(row -> column.equals("option") || row.citation().validOn(day))
                .map(row -> String.valueOf(row.values().get(column)))
                .distinct()
                .toList();
    }

    /** Whether each option is open, and whether it is simulated: those asked for, else those open and that of the practitioner. */
    List<Simulation.Door> doors(Decision decision, Optional<String> member) throws PlanRefused {
        List<String> all = codes("reference/options", "option");
        for (String wanted : plan.options()) {
            if (!all.contains(wanted)) {
                throw new PlanRefused(
                        "--option",
                        new Sentence("option inconnue, " + wanted, "no such option, " + wanted),
                        new Sentence(
                                "Peut-être " + String.join(", ", all) + ".", "Maybe " + String.join(", ", all) + "."));
            }
        }
        List<Simulation.Door> doors = new ArrayList<>();
        for (String option : all) {
            decision.answers().stream()
                    .filter(each -> each.question().equals(ELIGIBILITY + option))
                    .findFirst()
                    .ifPresent(answer -> doors.add(new Simulation.Door(
                            option,
                            answer,
                            plan.options().isEmpty()
                                    ? List.of(ELIGIBLE, REVIEW).contains(answer.verdict())
                                            || member.filter(option::equals).isPresent()
                                    : plan.options().contains(option))));
        }
        return doors;
    }
}
