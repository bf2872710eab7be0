package fr.optam.cohort.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A few rows by hand, in place of the rulebook's workbooks. */
final class HandTables implements SampleTables {

    private static final LocalDate Y2018 = LocalDate.of(2018, 1, 1);
    private static final LocalDate Y2025 = LocalDate.of(2025, 1, 1);
    private static final LocalDate Y2026 = LocalDate.of(2026, 1, 1);

    @Override
    public List<Specialty> specialties(LocalDate on) {
        return List.of(
                new Specialty("01", "OTHER", "GP"),
                new Specialty("02", "ANAESTHESIA", "ANAESTHESIA"),
                new Specialty("03", "OTHER", "OTHER"),
                new Specialty("04", "SURGERY", "SURGERY_GYN_OBST"),
                new Specialty("07", "GYN_OBST", "SURGERY_GYN_OBST"),
                new Specialty("12", "OTHER", "PAEDIATRICS"),
                new Specialty("15", "", "SURGERY_GYN_OBST"),
                new Specialty("41", "SURGERY", "SURGERY_GYN_OBST"),
                new Specialty("69", "", "OTHER"));
    }

    @Override
    public List<Department> departments(LocalDate on) {
        return List.of(
                new Department("13", "93"),
                new Department("2A", "94"),
                new Department("33", "75"),
                new Department("69", "84"),
                new Department("75", "11"),
                new Department("92", "11"),
                new Department("974", "04"));
    }

    @Override
    public Set<String> deliveryCodes(LocalDate on) {
        return Set.of("JQGD010", "JQGA002");
    }

    @Override
    public Optional<LetterValue> letterValue(String key, LocalDate on) {
        return switch (key) {
            case "K" -> Optional.of(rate(on.isBefore(Y2025) ? "0.2000" : on.isBefore(Y2026) ? "0.2500" : "0.3000"));
            case "T" -> Optional.of(rate(on.isBefore(Y2025) ? "0.1150" : on.isBefore(Y2026) ? "0.1650" : "0.2150"));
            case "J" -> Optional.of(rate("0.0650"));
            case "3-MEMBER" -> on.isBefore(Y2025) ? Optional.empty() : Optional.of(rate("0.0800"));
            case "3-SECTOR1" -> on.isBefore(Y2025) ? Optional.empty() : Optional.of(rate("0.1200"));
            case "F" -> Optional.of(flat("40.00"));
            case "U" -> Optional.of(flat("50.00"));
            case "S", "O" -> on.isBefore(Y2018) ? Optional.empty() : Optional.of(flat("80.00"));
            default -> Optional.empty();
        };
    }

    private static LetterValue rate(String rate) {
        return new LetterValue(new BigDecimal(rate), BigDecimal.ZERO);
    }

    private static LetterValue flat(String amount) {
        return new LetterValue(BigDecimal.ZERO, new BigDecimal(amount));
    }

    @Override
    public Optional<BigDecimal> associationRate(String code, LocalDate on) {
        return Optional.of(new BigDecimal(Map.of("2", "0.5000", "3", "0.7500").getOrDefault(code, "1.0000")));
    }

    @Override
    public Optional<BigDecimal> primeRate(String specialty, String optionGroup, LocalDate on) {
        return on.getYear() <= 2024 && optionGroup.equals("SURGERY")
                ? Optional.of(new BigDecimal("0.0720"))
                : Optional.empty();
    }

    @Override
    public Optional<Span> option(String code) {
        LocalDate start = LocalDate.of(2017, 1, 1);
        return switch (code) {
            case "OPTAM" -> Optional.of(new Span(start, Optional.empty()));
            case "OPTAM_CO" -> Optional.of(new Span(start, Optional.of(Y2025.minusDays(1))));
            case "OPTAM_ACO" -> Optional.of(new Span(Y2025, Optional.empty()));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Integer> referenceYears(int year) {
        return year >= 2026 ? List.of(2022, 2023) : List.of(2013, 2014, 2015);
    }

    @Override
    public Optional<Integer> delayMonths(String code, LocalDate on) {
        return Optional.of(code.equals("OBSERVATIONS") ? 2 : 1);
    }
}
