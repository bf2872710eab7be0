package fr.optam.cli;

import fr.optam.cohort.sample.SampleTables;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The lists of a rulebook as the reading and the synthetic cohort need them: every number stays in its workbook. */
final class RulebookTables implements SampleTables {
    private final Rulebook rulebook;

    RulebookTables(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    private List<PlainRow> rows(String list) {
        return rulebook.list("reference/" + list).map(PlainTable::rows).orElse(List.of());
    }

    private List<PlainRow> rows(String list, LocalDate on) {
        return rows(list).stream().filter(row -> row.citation().validOn(on)).toList();
    }

    /** The row in force whose key columns hold the given codes; {@code ""} is an empty cell. */
    private Optional<PlainRow> row(String list, LocalDate on, String... keysAndCodes) {
        return rows(list, on).stream().filter(row -> holds(row, keysAndCodes)).findFirst();
    }

    private static boolean holds(PlainRow row, String... keysAndCodes) {
        for (int i = 0; i < keysAndCodes.length; i += 2) {
            if (!text(row, keysAndCodes[i]).equals(keysAndCodes[i + 1])) {
                return false;
            }
        }
        return true;
    }

    private static String text(PlainRow row, String column) {
        return String.valueOf(row.values().getOrDefault(column, ""));
    }

    private static BigDecimal number(PlainRow row, String column) {
        return row.values().get(column) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    @Override
    public List<Specialty> specialties(LocalDate on) {
        return rows("specialites", on).stream()
                .map(row -> new Specialty(text(row, "specialty"), text(row, "optionGroup"), text(row, "tariffGroup")))
                .toList();
    }

    @Override
    public List<Department> departments(LocalDate on) {
        return rows("regions", on).stream()
                .map(row -> new Department(text(row, "department"), text(row, "region")))
                .toList();
    }

    @Override
    public Set<String> deliveryCodes(LocalDate on) {
        Set<String> codes = new TreeSet<>();
        rows("actes-accouchement", on).forEach(row -> codes.add(text(row, "code")));
        return codes;
    }

    @Override
    public Optional<LetterValue> letterValue(String key, LocalDate on) {
        return row("modificateurs-valeurs", on, "valueKey", key)
                .map(row -> new LetterValue(number(row, "rate"), number(row, "amount")));
    }

    @Override
    public Optional<BigDecimal> associationRate(String code, LocalDate on) {
        return row("associations", on, "association", code).map(row -> number(row, "rate"));
    }

    @Override
    public Optional<BigDecimal> primeRate(String specialty, String optionGroup, LocalDate on) {
        return row("prime-taux", on, "specialty", specialty)
                .or(() -> optionGroup.isEmpty()
                        ? Optional.empty()
                        : row("prime-taux", on, "specialty", "", "optionGroup", optionGroup))
                .map(row -> number(row, "chargeRate"));
    }

    @Override
    public Optional<Span> option(String code) {
        return rows("options").stream()
                .filter(row -> text(row, "option").equals(code))
                .findFirst()
                .flatMap(row -> row.citation()
                        .from()
                        .map(from -> new Span(from, row.citation().to())));
    }

    @Override
    public List<Integer> referenceYears(int year) {
        return rows("annees-reference", LocalDate.of(year, Month.DECEMBER, 31)).stream()
                .flatMap(row -> Arrays.stream(text(row, "years").split(";")).map(Integer::valueOf))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<Integer> delayMonths(String code, LocalDate on) {
        return row("delais", on, "delay", code, "unit", "MONTH")
                .map(row -> number(row, "value").intValueExact());
    }
}
