package fr.optam.compare.trend;

import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.Activity;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says what a year says of a practitioner: the answers as they were decided, and what only the engine knows besides, which
 * option the year is under and whether an option is open at its end.
 *
 * <p>Whether an option is open is asked with a request on 31 December where the facts hold none.
 */
public final class Viewer {
    private static final String ELIGIBILITY = "eligibility.";
    private static final String MEMBER = "member";
    private static final String OPTION = "yearOption";
    private static final String REGION = "homeRegion";
    private static final List<String> FIELDS = List.of(MEMBER, OPTION, REGION);
    private static final Set<String> DUE = Set.of("DUE", "REDUCED");
    private static final Set<String> NOTHING = Set.of("NONE", "NOT_APPLICABLE");

    private final Engine engine;
    private final List<String> rates;

    /** @param engine with the rulebook that decided */
    public Viewer(Engine engine) {
        this.engine = engine;
        this.rates = rates(engine);
    }

    /** Names of the commitments, in the order of their list. */
    public static List<String> rates(Engine engine) {
        return engine.rulebook().list("reference/engagements").map(PlainTable::rows).orElse(List.of()).stream()
                .map(row -> String.valueOf(row.values().get("rate")))
                .distinct()
                .toList();
    }

    /**
     * What the years say.
     *
     * @param facts facts of some years
     * @param said what was decided of each
     */
    public List<YearView> views(List<PractitionerYear> facts, List<Said> said) {
        List<PractitionerYear> asking = facts.stream().map(Viewer::asking).toList();
        List<Decision> asked = engine.decideAll(asking, Detail.NONE);
        List<YearView> views = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            views.add(view(facts.get(i), said.get(i), asked.get(i), engine.conclude(asking.get(i), FIELDS)));
        }
        return views;
    }

    private YearView view(PractitionerYear facts, Said said, Decision asked, Map<String, Object> known) {
        Practitioner practitioner = facts.practitioner();
        SortedMap<String, YearView.RateView> views = new TreeMap<>();
        rates.forEach(rate -> views.put(rate, rate(rate, said)));
        return new YearView(
                practitioner.id(),
                facts.year(),
                practitioner.specialty().orElse(""),
                practitioner.department().orElse(""),
                String.valueOf(known.getOrDefault(REGION, "")),
                practitioner.sector().orElse(""),
                standing(known),
                mayJoin(asked),
                views,
                said.verdict("respect"),
                amount(said, "prime"),
                amount(said, "clawback"),
                fees(facts),
                said.findings(),
                said.outcome());
    }

    private static YearView.Standing standing(Map<String, Object> known) {
        Object member = known.get(MEMBER);
        if (member == null) {
            return new YearView.Standing.Unknown();
        }
        return Boolean.TRUE.equals(member)
                ? new YearView.Standing.Member(String.valueOf(known.getOrDefault(OPTION, "")))
                : new YearView.Standing.Outside();
    }

    private static Optional<BigDecimal> fees(PractitionerYear facts) {
        return facts.activity().orElse(List.of()).stream()
                .filter(a -> a.year() == facts.year())
                .findFirst()
                .flatMap(Activity::reimbursableFees);
    }

    private static YearView.RateView rate(String name, Said said) {
        Optional<Said.To> respect = Optional.ofNullable(said.answers().get("respect." + name));
        return new YearView.RateView(
                exact(respect, "observed").or(() -> value(said, "observed." + name)),
                exact(respect, "committed").or(() -> value(said, "commitment." + name)),
                said.verdict("respect." + name));
    }

    private static Optional<BigDecimal> exact(Optional<Said.To> respect, String name) {
        return respect.map(to -> to.details().get(name))
                .filter(String.class::isInstance)
                .map(text -> new BigDecimal((String) text));
    }

    private static Optional<BigDecimal> value(Said said, String question) {
        return Optional.ofNullable(said.answers().get(question))
                .flatMap(Said.To::value)
                .map(BigDecimal::new);
    }

    private static Optional<BigDecimal> amount(Said said, String question) {
        Optional<Said.To> to = Optional.ofNullable(said.answers().get(question));
        return to.map(Said.To::verdict).filter(NOTHING::contains).isPresent()
                ? Optional.of(BigDecimal.ZERO)
                : to.filter(t -> DUE.contains(t.verdict()))
                        .flatMap(Said.To::amount)
                        .map(BigDecimal::new);
    }

    /** Open if one option is; unknown if none is and one can't be said. */
    private static Optional<Boolean> mayJoin(Decision asked) {
        Set<String> verdicts = new java.util.TreeSet<>();
        asked.answers().stream()
                .filter(a -> a.question().startsWith(ELIGIBILITY))
                .forEach(a -> verdicts.add(a.verdict()));
        if (verdicts.contains("ELIGIBLE")) {
            return Optional.of(true);
        }
        return verdicts.equals(Set.of("NOT_ELIGIBLE")) ? Optional.of(false) : Optional.empty();
    }

    /** The facts with a request, and without acts where the activity is given beside them. */
    private static PractitionerYear asking(PractitionerYear facts) {
        boolean given = facts.activity().map(a -> !a.isEmpty()).orElse(false);
        Request request = facts.request()
                .filter(r -> r.on().isPresent())
                .orElse(new Request(
                        facts.request().flatMap(Request::option),
                        Optional.of(LocalDate.of(facts.year(), Month.DECEMBER, 31))));
        return new PractitionerYear(
                facts.year(),
                facts.practitioner(),
                Optional.of(request),
                facts.memberships(),
                facts.activity(),
                given ? Optional.empty() : facts.acts(),
                facts.tariffRises(),
                facts.events(),
                facts.paid(),
                List.of());
    }

    /** What a decision says of the answers by question, for whoever has no decision but its record. */
    public static Said.To to(Map<String, Object> answer) {
        return new Said.To(
                String.valueOf(answer.get("verdict")),
                String.valueOf(answer.get("reason")),
                Optional.ofNullable(answer.get("value")).map(String::valueOf),
                Optional.ofNullable(answer.get("amount")).map(String::valueOf),
                details(answer.get("details")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> details(Object details) {
        return details instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
