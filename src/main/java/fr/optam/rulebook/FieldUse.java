package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Whether rules use a field as what it is: a comparison of a day with a number would never hold, and nobody would know. */
final class FieldUse {
    private static final Set<Unit> NUMBERS = EnumSet.of(Unit.EUR, Unit.RATE, Unit.POINTS, Unit.COUNT, Unit.YEAR);
    private static final Set<Unit> WORDS = EnumSet.of(Unit.CODE, Unit.TEXT, Unit.TIME);

    private final Dictionary dictionary;
    private final Names names;
    private final String file;
    private final Kind kind;
    private final List<RulebookProblem> problems;

    FieldUse(Dictionary dictionary, Names names, String file, Kind kind, List<RulebookProblem> problems) {
        this.dictionary = dictionary;
        this.names = names;
        this.file = file;
        this.kind = kind;
        this.problems = problems;
    }

    /** Checks that facts of the kind have a field. */
    void field(Supplier<String> place, String field) {
        names.use(
                field,
                () -> new Names.Use(
                        file,
                        place.get(),
                        new Sentence(
                                "le champ «" + field + "» n’existe pas (fait " + kind.label() + ")",
                                "a " + kind.label() + " has no field «" + field + "»")));
        if (dictionary.field(field).isPresent() && !dictionary.has(kind, field)) {
            String kinds = String.join(
                    ", ",
                    dictionary.field(field).get().kinds().stream()
                            .map(Kind::label)
                            .toList());
            problems.add(RulebookProblem.error(
                    "FIELD_UNKNOWN",
                    file,
                    place.get(),
                    new Sentence(
                            "un fait " + kind.label() + " n’a pas de champ «" + field + "», qui est de " + kinds,
                            "a " + kind.label() + " has no field «" + field + "», which is one of " + kinds),
                    new Sentence(
                            "Peut-être un autre champ, ou un autre fait, est-il visé.",
                            "Maybe another field, or another fact, is meant.")));
        }
    }

    /** Checks a reading of a condition, {@code num("gap")}. */
    void accessor(Supplier<String> place, String accessor, String field) {
        field(place, field);
        Set<Unit> wanted =
                switch (accessor) {
                    case "num" -> NUMBERS;
                    case "day" -> EnumSet.of(Unit.DATE);
                    case "yes", "no" -> EnumSet.of(Unit.BOOL);
                    case "text", "is", "among" -> WORDS;
                    default -> EnumSet.allOf(Unit.class);
                };
        unit(field).filter(u -> !wanted.contains(u)).ifPresent(u -> {
            String meant = suited(u) + "(\"" + field + "\")";
            problems.add(RulebookProblem.error(
                    "FIELD_UNIT",
                    file,
                    place.get(),
                    new Sentence(
                            accessor + "(\"" + field + "\") n’est jamais vrai : le champ est de l’unité " + u,
                            accessor + "(\"" + field + "\") never holds: the field is a " + u),
                    new Sentence("Peut-être " + meant + ".", "Maybe " + meant + ".")));
        });
    }

    private static String suited(Unit unit) {
        return NUMBERS.contains(unit) ? "num" : unit == Unit.DATE ? "day" : unit == Unit.BOOL ? "yes" : "is";
    }

    /** Checks that a column's test suits its field. */
    void column(Supplier<String> place, ConditionColumn column) {
        field(place, column.field());
        Set<Unit> bounds = EnumSet.complementOf(EnumSet.of(Unit.BOOL, Unit.CODE, Unit.TEXT));
        Set<Unit> wanted =
                column.test() == Test.AMONG ? WORDS : column.test() == Test.YES ? EnumSet.of(Unit.BOOL) : bounds;
        unit(column.field())
                .filter(u -> !wanted.contains(u))
                .ifPresent(u -> problems.add(RulebookProblem.error(
                        "FIELD_UNIT",
                        file,
                        place.get(),
                        new Sentence(
                                "colonne «" + column.header() + "» : le test n’est jamais vrai, le champ «"
                                        + column.field() + "» est de l’unité " + u,
                                "column «" + column.header() + "»: the test never holds, the field «" + column.field()
                                        + "» is a " + u),
                        new Sentence("Peut-être un autre champ est-il visé.", "Maybe another field is meant."))));
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
            problems.add(RulebookProblem.error(
                    "CELL_UNIT",
                    file,
                    sheet + "!" + cell.address(),
                    new Sentence(
                            "colonne «" + cell.column().header() + "» : «" + cell.text()
                                    + "» ne se compare pas au champ «"
                                    + cell.column().field() + "», de l’unité "
                                    + unit.get(),
                            "column «" + cell.column().header() + "»: «" + cell.text()
                                    + "» can't be compared with the field «"
                                    + cell.column().field() + "», a "
                                    + unit.get()),
                    new Sentence(
                            "Peut-être la cellule a-t-elle un mauvais format.",
                            "Maybe the cell has the wrong format.")));
        }
    }

    /** Unit of a field; a field of several kinds may be another thing in each, so nothing is said of it. */
    private Optional<Unit> unit(String field) {
        return dictionary.field(field).filter(f -> f.kinds().size() == 1).map(Field::unit);
    }
}
