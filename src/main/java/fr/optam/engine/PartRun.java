package fr.optam.engine;

import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Runs what rules that differ depend on, and compares at each of them what base and variant conclude. */
final class PartRun {
    private final Engine base;
    private final Map<Integer, StageRules> stages;
    private final Years years;
    private final Units units;
    private final List<PartStep> steps;

    PartRun(Engine base, Differences differences) {
        this.base = base;
        List<Rule> readers = differences.readers();
        Part part = new Part(base);
        Set<String> ahead = new HashSet<>();
        Ahead.of(part, base.rulebook().rules().values(), readers).forEach(r -> ahead.add(r.id()));
        this.stages = part.stages(ahead);
        Set<Integer> apart = new TreeSet<>();
        differences.all().stream()
                .filter(d -> UnitKinds.has(d.what().kind()))
                .forEach(d -> apart.add(d.what().stage()));
        List<Rule> all = new ArrayList<>(readers);
        stages.values().forEach(s -> s.programs().values().forEach(p -> all.addAll(p.rules())));
        Schedule schedule = new Schedule(all, apart);
        this.years = new Years(new YearPlan(
                base.rulebook(),
                base.fields(),
                stages.values(),
                schedule.written().keySet()));
        UnitPlan plan = new UnitPlan(
                differences.rulebooks(),
                schedule.read(),
                schedule.ends(),
                schedule.written().keySet());
        List<StageRules> ofUnits = schedule.stagesOfUnits().stream()
                .map(s -> stages.getOrDefault(s, StageRules.NONE))
                .toList();
        this.units = isOfUnits(all, differences)
                ? new Units(
                        plan,
                        new UnitLearner(plan, ofUnits, schedule.written()),
                        new UnitStarts(plan, base.acts(), base.rulebook().dictionary()))
                : null;
        this.steps = PartStep.all(schedule, differences, plan);
    }

    private static boolean isOfUnits(Collection<Rule> rules, Differences differences) {
        Set<Kind> kinds = new HashSet<>(differences.summed());
        for (Rule rule : rules) {
            kinds.add(rule.kind());
            rule.statements().stream()
                    .map(Statement::computed)
                    .flatMap(Optional::stream)
                    .forEach(f -> kinds.addAll(f.kinds()));
        }
        return kinds.stream().anyMatch(UnitKinds::has);
    }

    /**
     * Runs a practitioner-year as far as it must.
     *
     * @param touched takes the variants that may decide otherwise
     */
    void run(PractitionerYear facts, BitSet touched) {
        Course course = new Course(
                facts,
                FactTree.of(base.fields(), units == null ? (acts, year) -> {} : units::addAll, facts),
                Detail.NONE,
                true);
        Year year = course.year();
        YearRun run = null;
        Years.Scratch scratch = new Years.Scratch();
        for (PartStep step : steps) {
            if (!isOpen(step.here(), touched)) {
                return;
            }
            step.before().forEach(d -> compare(d, year, touched));
            compare(step.acts(), year, touched);
            if (!isOpen(step.later(), touched)) {
                return;
            }
            if (step.turn() instanceof Schedule.UnitStages to) {
                units.run(year, to.to());
            } else if (step.turn() instanceof Schedule.Others others && stages.containsKey(others.stage())) {
                run = run == null ? years.run(year, facts.year()) : run;
                years.run(others.stage(), stages.get(others.stage()), run, course, scratch);
            }
        }
    }

    private static boolean isOpen(BitSet variants, BitSet touched) {
        for (int i = variants.nextSetBit(0); i >= 0; i = variants.nextSetBit(i + 1)) {
            if (!touched.get(i)) {
                return true;
            }
        }
        return false;
    }

    private static void compare(Differences.Of difference, Year year, BitSet touched) {
        if (touched.get(difference.variant())) {
            return;
        }
        Differing what = difference.what();
        if (what.kind() == Kind.YEAR) {
            touched.set(difference.variant(), what.differ(year));
            return;
        }
        List<Fact> facts = year.within(what.kind());
        for (int i = 0; i < facts.size(); i++) {
            if (what.differ(facts.get(i))) {
                touched.set(difference.variant());
                return;
            }
        }
    }

    private void compare(List<UnitLooks> looks, Year year, BitSet touched) {
        List<Fact> acts = looks.isEmpty() ? List.of() : year.within(Kind.ACT);
        if (acts.isEmpty()) {
            return;
        }
        UnitContexts.Context context = units.context(year);
        for (UnitLooks look : looks) {
            for (int i = 0; i < acts.size() && !touched.get(look.variant()); i++) {
                touched.set(look.variant(), look.differ((Act) acts.get(i), context));
            }
        }
    }
}
