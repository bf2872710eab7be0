package fr.optam.rulebook;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.table.ConditionCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether rules use a field as what it is: a comparison of a day with a number would never hold, and nobody would know. */
final class FieldUse {
    private static final Set<Unit> NUMBERS = EnumSet.of(Unit.EUR, Unit.RATE, Unit.POINTS, Unit.COUNT, Unit.YEAR);

    private final Dictionary dictionary;
    private final String file;
    private final Kind kind;
    private final List<RulebookProblem> problems;

    FieldUse(Dictionary dictionary, String file, Kind kind, List<RulebookProblem> problems) {
        this.dictionary = dictionary;
        this.file = file;
        this.kind = kind;
        this.problems = problems;
    }

    /** Checks that facts of the kind have a field. */
    void field(String place, String field) {
        if (!dictionary.has(kind, field)) {
            problems.add(new RulebookProblem(
                    "FIELD_UNKNOWN",
                    file,
                    place,
                    "a " + kind.label() + " has no field «" + field + "»",
                    dictionary.maybe(field)));
        }
    }

    /** Checks that what a cell compares with is of the field's unit. */
    void cell(String sheet, ConditionCell cell) {
        Optional<Unit> unit = unit(cell.column().field());
        boolean suits = unit.isEmpty()
                || (cell.operand() instanceof BigDecimal
                        ? NUMBERS.contains(unit.get())
                        : cell.operand() instanceof LocalDate
                                ? unit.get() == Unit.DATE
                                : !(cell.operand() instanceof String) || unit.get() == Unit.TIME);
        if (!suits) {
            problems.add(new RulebookProblem(
                    "CELL_UNIT",
                    file,
                    sheet + "!" + cell.address(),
                    "column «" + cell.column().header() + "»: «" + cell.text() + "» can't be compared with the field «"
                            + cell.column().field() + "», a " + unit.get(),
                    "Maybe the cell has the wrong format."));
        }
    }

    private Optional<Unit> unit(String field) {
        return dictionary.field(field).map(Field::unit);
    }
}
