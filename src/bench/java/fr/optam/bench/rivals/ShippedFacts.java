package fr.optam.bench.rivals;

import fr.optam.bench.SyntheticYears;
import fr.optam.engine.Engine;
import fr.optam.engine.Observed;
import fr.optam.engine.Observer;
import fr.optam.fact.Act;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the shipped tables of eligibility and of modifiers are asked while practitioner-years are decided. */
final class ShippedFacts {
    private static final List<String> PHASES = List.of("eligibility", "modifiers");
    private static final List<String> LETTERS =
            List.of("K", "JK", "", "J", "", "K", "F", "U", "T", "", "P", "", "S", "3", "KT", "O");

    private final Engine engine;
    private long held;

    ShippedFacts(Engine engine) {
        this.engine = engine;
    }

    /** How many answers of the whole rulebook were held against the typed rows so far. */
    long held() {
        return held;
    }

    /** The tables that are compared. */
    static List<RuleTable> tables(Rulebook rulebook) {
        return rulebook.tables().values().stream()
                .filter(t -> PHASES.contains(t.stage().phase()))
                .toList();
    }

    /** SYNTHETIC practitioner-years of so many act groups, with profession, hours and letters of all kinds. */
    static List<PractitionerYear> years(int groups, int count) {
        List<PractitionerYear> years = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = new Random(i);
            PractitionerYear year = SyntheticYears.year(i, groups);
            List<Act> acts = year.acts().orElseThrow().stream()
                    .map(a -> timed(a, random))
                    .toList();
            years.add(new PractitionerYear(
                    year.year(),
                    physician(year.practitioner()),
                    year.request(),
                    year.memberships(),
                    year.activity(),
                    Optional.of(acts),
                    year.tariffRises(),
                    year.events(),
                    year.paid(),
                    year.notes()));
        }
        return years;
    }

    private static Practitioner physician(Practitioner one) {
        return new Practitioner(
                one.id(),
                one.specialty(),
                one.sector(),
                one.sector2Titles(),
                one.installedOn(),
                one.department(),
                one.region(),
                Optional.of("PHYSICIAN"),
                one.income());
    }

    private static Act timed(Act act, Random random) {
        return new Act(
                act.ids(),
                act.on(),
                Optional.of(LocalTime.of(random.nextInt(24), 15 * random.nextInt(4))),
                act.code(),
                act.activity(),
                act.category(),
                Optional.of(LETTERS.get(random.nextInt(LETTERS.size()))),
                act.allowedModifiers(),
                act.association(),
                act.quantity(),
                act.baseTariff(),
                act.baseTariffWithoutOption(),
                act.feeCharged(),
                act.c2s(),
                act.emergency());
    }

    /** Runs the whole rulebook and keeps what the tables are asked. */
    List<List<Workload.Asked>> asked(List<PractitionerYear> years) {
        List<String> tables =
                tables(engine.rulebook()).stream().map(RuleTable::name).toList();
        List<List<Workload.Asked>> all = new ArrayList<>();
        for (PractitionerYear year : years) {
            List<Workload.Asked> asked = new ArrayList<>();
            engine.observe(year, new Observer() {
                @Override
                public void asked(RuleTable table, Fact fact) {
                    if (tables.contains(table.name())) {
                        Map<String, Object> values =
                                new HashMap<>(Observed.of(table, fact).values());
                        values.values().removeIf(v -> v instanceof Unknown);
                        String above = fact.parent().map(Fact::path).orElse("");
                        asked.add(new Workload.Asked(
                                tables.indexOf(table.name()), fact.path() + " " + fact.key(), above, values));
                    }
                }

                @Override
                public void applied(RuleTable table, Fact fact, List<RuleRow> rows) {
                    boolean known =
                            table.conditions().stream().noneMatch(c -> fact.value(c.field()) instanceof Unknown);
                    if (tables.contains(table.name()) && known) {
                        same(
                                rows,
                                table.rows().stream()
                                        .filter(r -> r.matches(fact))
                                        .toList());
                    }
                }
            });
            all.add(asked);
        }
        return all;
    }

    private void same(List<RuleRow> ours, List<RuleRow> expected) {
        held++;
        if (!new java.util.HashSet<>(ours).equals(new java.util.HashSet<>(expected))) {
            throw new IllegalStateException("the whole rulebook applies " + ours + ", the rows say " + expected);
        }
    }
}
