package fr.optam.cohort.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Steps 1 to 6 of the recipe: who the practitioner is. */
final class SubjectDraw {

    private static final List<String> GROUPS = List.of("SURGERY", "GYN_OBST", "ANAESTHESIA", "OTHER", "");
    private static final Map<String, Integer> NAMED_DEPARTMENTS = Map.of("75", 120, "69", 50, "13", 50, "92", 50);
    private static final long MEDIAN_INCOME = 11_000_000;

    /** Kinds of practitioners that change in a panel: members of sector 2, and sector 2 without option. */
    static final int MEMBER = 0;

    static final int OUTSIDE = 1;

    private final SampleRequest request;
    private final int year;
    private final Quantiles quantiles;
    private final StayDraw stays;
    private final Map<String, List<SampleTables.Specialty>> specialties;
    private final Map<String, SampleTables.Department> departments;
    private final List<SampleTables.Department> elsewhere;

    SubjectDraw(SampleRequest request, SampleTables tables, Quantiles quantiles, Days days) {
        this.request = request;
        this.quantiles = quantiles;
        year = request.panel().map(Panel::first).orElse(request.year());
        stays = new StayDraw(year, tables);
        specialties = tables.specialties(days.last()).stream()
                .collect(Collectors.groupingBy(SampleTables.Specialty::optionGroup));
        departments = tables.departments(days.last()).stream()
                .collect(Collectors.toMap(SampleTables.Department::code, Function.identity()));
        elsewhere = tables.departments(days.last()).stream()
                .filter(department -> !NAMED_DEPARTMENTS.containsKey(department.code()))
                .toList();
        for (String group : GROUPS) {
            if (!specialties.containsKey(group)) {
                throw new IllegalArgumentException("reference/specialites: no specialty of group '" + group
                        + "'. Maybe its rows are closed in " + request.year() + ".");
            }
        }
        if (elsewhere.isEmpty()) {
            throw new IllegalArgumentException(
                    "reference/regions: no department in force in " + request.year() + ". Maybe its rows are closed.");
        }
    }

    private static boolean national(SampleRequest request) {
        return request.profile().equals("national");
    }

    /** The first draw of a practitioner. */
    static int kind(SampleRequest request, SplitMix64 random) {
        return national(request) ? random.weighted(1540, 1520, 6826, 34, 80) : random.weighted(600, 250, 100, 30, 20);
    }

    Subject draw(int number, SplitMix64 random) {
        boolean national = national(request);
        int kind = kind(request, random);
        String sector = List.of("2", "2", "1", "1DP", "NONE").get(kind);
        boolean member = kind == 0 || kind == 3 && random.perMille(300);
        int group = national ? random.weighted(60, 30, 40, 820, 50) : random.weighted(450, 150, 200, 150, 50);
        List<SampleTables.Specialty> codes = specialties.get(GROUPS.get(group));
        SampleTables.Specialty specialty = codes.get(random.below(codes.size()));
        boolean titles =
                sector.equals("2") || random.perMille(sector.equals("1") ? 80 : sector.equals("1DP") ? 500 : 100);
        LocalDate installed = installed(sector.equals("1") && titles, random);
        String option = member ? stays.option(specialty.optionGroup(), random) : "";
        List<Subject.Stay> memberships = stays.draw(option, specialty.optionGroup(), installed, random);
        return new Subject(
                number,
                sector,
                specialty,
                installed,
                titles,
                department(random),
                option,
                memberships,
                stays.request(option, specialty.optionGroup(), memberships, random),
                quantiles.around(MEDIAN_INCOME, Curve.LOGNORMAL_0_45, random));
    }

    private LocalDate installed(boolean sector1Titles, SplitMix64 random) {
        if (sector1Titles) {
            int drawn = random.perMille(500) ? random.between(year - 40, 2012) : random.between(2013, year - 2);
            return LocalDate.of(drawn, random.between(1, 12), random.between(1, 28));
        }
        if (random.perMille(40)) {
            return LocalDate.of(year - random.below(2), random.between(1, 9), random.between(2, 28));
        }
        int years = 1;
        while (years < 40 && random.below(14) != 0) {
            years++;
        }
        return LocalDate.of(year - Math.max(2, years), random.between(1, 12), random.between(1, 28));
    }

    private SampleTables.Department department(SplitMix64 random) {
        int drawn = random.below(1000);
        for (String code : List.of("75", "69", "13", "92")) {
            drawn -= NAMED_DEPARTMENTS.get(code);
            if (drawn < 0) {
                return Optional.ofNullable(departments.get(code)).orElse(elsewhere.get(0));
            }
        }
        return elsewhere.get(random.below(elsewhere.size()));
    }
}
