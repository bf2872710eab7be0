package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.Activity;
import fr.optam.fact.PractitionerYear;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is decided of a year in progress, by how it ends. */
final class Ends {
    private Ends() {}

    static Map<String, Map<String, Answer>> of(Engine engine, PractitionerYear facts, Pace pace) {
        Map<String, Map<String, Answer>> ends = new TreeMap<>();
        Map<String, Practice> all = Map.of(Pace.AT_PACE, pace.atPace(), Pace.WITHOUT_OVERRUNS, pace.withoutOverruns());
        all.forEach((name, practice) -> ends.put(
                name,
                Probe.answers(engine.decideAll(List.of(with(facts, practice)), Detail.RULES)
                        .get(0))));
        return ends;
    }

    private static PractitionerYear with(PractitionerYear facts, Practice practice) {
        return new PractitionerYear(
                facts.year(),
                facts.practitioner(),
                facts.request(),
                facts.memberships(),
                Optional.of(java.util.stream.Stream.concat(
                                facts.activity().orElse(List.of()).stream().filter(each -> each.year() != facts.year()),
                                java.util.stream.Stream.of(new Activity(
                                        facts.year(),
                                        practice.counts(),
                                        practice.fees(),
                                        practice.overruns(),
                                        practice.opposable())))
                        .sorted(java.util.Comparator.comparingInt(Activity::year))
                        .toList()),
                facts.acts(),
                facts.tariffRises(),
                facts.events(),
                facts.paid(),
                facts.notes());
    }
}
