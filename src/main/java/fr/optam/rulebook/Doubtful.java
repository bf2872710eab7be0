package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ColumnType;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import java.math.BigDecimal;
import java.time.Month;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells that can be read and are hardly meant: a code twice in one cell, a lone negative number, a share of 9000 %, a row
 * that alone leaves empty what all others fill. Each is a warning; a cell that is wrong already is left out.
 */
final class Doubtful {
    private static final Pattern ARTICLE_OF = Pattern.compile("(?:^|;)\\s*([A-Z]{1,3}[0-9][A-Za-z0-9]{0,3})\\s*:");
    private static final BigDecimal LARGE = BigDecimal.TEN;
    private static final int FEW = 2;
    private static final Set<ColumnType> NEVER_NEGATIVE = Set.of(ColumnType.RATE, ColumnType.MONEY, ColumnType.INT);
    private static final Set<ColumnType> AMOUNTS =
            Set.of(ColumnType.RATE, ColumnType.MONEY, ColumnType.INT, ColumnType.POINTS);

    private final Dictionary dictionary;
    private final Set<String> registered;
    private final List<RulebookProblem> problems;
    private final Set<String> told = new HashSet<>();

    Doubtful(Dictionary dictionary, Set<String> registered, List<RulebookProblem> problems) {
        this.dictionary = dictionary;
        this.registered = registered;
        this.problems = problems;
        problems.forEach(p -> told.add(p.file() + "!" + p.place()));
    }

    /** Warns of the cells of a rule table. */
    void check(RuleTable table) {
        for (RuleRow row : table.rows()) {
            for (ConditionCell cell : row.conditions()) {
                if (cell.column().test() == Test.AMONG) {
                    repeated(table.file(), table.sheet() + "!" + cell.address(), cell.text());
                }
            }
            row.actions().forEach(cell -> share(table, cell));
        }
        table.actions().forEach(column -> lonelyGap(table, column));
    }

    /**
     * Warns of an article of a source that its row does not cite.
     *
     * @param sources place of the row's sources
     * @param article place of the article
     */
    void check(String file, Citation citation, Supplier<String> sources, Supplier<String> article) {
        boolean read =
                !citation.sources().isEmpty() && citation.sources().stream().allMatch(registered::contains);
        Matcher of = ARTICLE_OF.matcher(citation.article());
        while (read && of.find()) {
            String id = of.group(1);
            if (!citation.sources().contains(id) && !told.contains(file + "!" + sources.get())) {
                String all = String.join(", ", citation.sources());
                warn(
                        "ARTICLE_SOURCE",
                        file,
                        article.get(),
                        new Sentence(
                                "l’article est celui de la source «" + id + "», que la ligne ne cite pas",
                                "the article is one of source «" + id + "», which the row does not cite"),
                        new Sentence(
                                "Peut-être l’une de " + all + ", ou une source à ajouter.",
                                "Maybe one of " + all + ", or a source to add."));
            }
        }
    }

    private void share(RuleTable table, ActionCell cell) {
        boolean rate = cell.column().computed()
                && dictionary
                        .field(cell.column().field())
                        .filter(f -> f.unit() == Unit.RATE)
                        .isPresent();
        if (rate && new BigDecimal(cell.text()).abs().compareTo(LARGE) >= 0) {
            BigDecimal found = new BigDecimal(cell.text());
            String percent = found.movePointRight(2).toPlainString();
            String meant = found.movePointLeft(2).toPlainString();
            warn(
                    "RATE_LARGE",
                    table.file(),
                    table.sheet() + "!" + cell.address(),
                    new Sentence(
                            "colonne «" + cell.column().header() + "» : un taux qui vaudrait " + percent
                                    + " %, valeur «" + cell.text() + "»",
                            "column «" + cell.column().header() + "»: a rate that would be " + percent + " %, found «"
                                    + cell.text() + "»"),
                    new Sentence("Peut-être " + meant + ".", "Maybe " + meant + "."));
        }
    }

    /** An outcome that every row but one states. */
    private void lonelyGap(RuleTable table, ActionColumn column) {
        List<RuleRow> without = table.rows().stream()
                .filter(row -> row.actions().stream().noneMatch(a -> a.column().equals(column)))
                .toList();
        if (without.size() == 1
                && table.rows().size() > FEW
                && !without.get(0).actions().isEmpty()) {
            RuleRow row = without.get(0);
            warn(
                    "OUTCOME_EMPTY",
                    table.file(),
                    table.sheet() + "!" + Cell.address(row.row(), column.number()),
                    new Sentence(
                            "colonne «" + column.header() + "» : vide pour la ligne " + row.id()
                                    + " seule, alors que toutes les autres la remplissent",
                            "column «" + column.header() + "»: empty in row " + row.id()
                                    + " alone, where all others fill it"),
                    new Sentence("Peut-être la valeur a-t-elle été effacée.", "Maybe the value was deleted."));
        }
    }

    /** Warns of the cells of a list. */
    void check(PlainTable list) {
        for (Column column : list.columns()) {
            if (column.type() == ColumnType.CODES) {
                list.rows().forEach(row -> AmountCells.value(row, column)
                        .ifPresent(v -> repeated(list.file(), at(row, column), v)));
            } else if (NEVER_NEGATIVE.contains(column.type())) {
                negative(list, column);
            } else if (column.type() == ColumnType.TEXT) {
                list.rows().forEach(row -> AmountCells.value(row, column)
                        .filter(v -> v.matches("[0-9]{2}-[0-9]{2}"))
                        .ifPresent(v -> dayOfYear(list.file(), at(row, column), v)));
            }
        }
        List<Column> amounts =
                list.columns().stream().filter(c -> AMOUNTS.contains(c.type())).toList();
        if (!amounts.isEmpty() && list.rows().size() > FEW) {
            amounts(list, amounts);
        }
    }

    /** A day and a month that no calendar has. */
    private void dayOfYear(String file, String place, String text) {
        int day = Integer.parseInt(text.substring(0, 2));
        int month = Integer.parseInt(text.substring(3));
        if (month < 1 || month > 12 || day < 1 || day > Month.of(month).maxLength()) {
            warn(
                    "DAY_UNKNOWN",
                    file,
                    place,
                    new Sentence(
                            "un jour et un mois qu’aucun calendrier ne connaît, valeur «" + text + "»",
                            "a day and a month that no calendar has, found «" + text + "»"),
                    new Sentence("Peut-être 31-03 : le jour, puis le mois.", "Maybe 31-03: the day, then the month."));
        }
    }

    private void negative(PlainTable list, Column column) {
        List<PlainRow> below = list.rows().stream()
                .filter(row -> AmountCells.value(row, column)
                        .filter(v -> v.startsWith("-"))
                        .isPresent())
                .toList();
        long filled = list.rows().stream()
                .filter(row -> AmountCells.value(row, column).isPresent())
                .count();
        if (below.size() == 1 && filled > 1) {
            String found = AmountCells.value(below.get(0), column).orElseThrow();
            warn(
                    "NEGATIVE",
                    list.file(),
                    at(below.get(0), column),
                    new Sentence(
                            "colonne «" + column.header() + "» : un nombre négatif, le seul de la colonne, valeur «"
                                    + found + "»",
                            "column «" + column.header() + "»: a negative number, the only one of its column, found «"
                                    + found + "»"),
                    new Sentence("Peut-être " + found.substring(1) + ".", "Maybe " + found.substring(1) + "."));
        }
    }

    /** A row without any amount, or with more of them than any other row. */
    private void amounts(PlainTable list, List<Column> amounts) {
        List<PlainRow> none = list.rows().stream()
                .filter(row -> AmountCells.filled(row, amounts).isEmpty() && !AmountCells.saysOtherwise(list, row))
                .toList();
        List<PlainRow> several = list.rows().stream()
                .filter(row -> AmountCells.filled(row, amounts).size() > 1)
                .toList();
        if (none.size() == 1) {
            PlainRow row = none.get(0);
            warn(
                    "VALUE_EMPTY",
                    list.file(),
                    at(row, AmountCells.likely(list, row, amounts)),
                    new Sentence(
                            "la ligne " + row.id() + " ne donne aucune valeur, alors que toutes les autres en donnent",
                            "row " + row.id() + " gives no value, where all others do"),
                    new Sentence("Peut-être la valeur a-t-elle été effacée.", "Maybe the value was deleted."));
        }
        if (several.size() == 1 && amounts.size() > 1) {
            PlainRow row = several.get(0);
            Column usual = AmountCells.likely(list, row, amounts);
            Column odd = AmountCells.filled(row, amounts).stream()
                    .filter(c -> !c.equals(usual))
                    .findFirst()
                    .orElse(usual);
            warn(
                    "VALUE_TWICE",
                    list.file(),
                    at(row, odd),
                    new Sentence(
                            "la ligne " + row.id() + " remplit «" + usual.header() + "» et «" + odd.header()
                                    + "», alors que toutes les autres ne remplissent que l’une des deux",
                            "row " + row.id() + " fills «" + usual.header() + "» and «" + odd.header()
                                    + "», where all others fill one of them"),
                    new Sentence("Peut-être vider l’une des deux.", "Maybe empty one of them."));
        }
    }

    private void repeated(String file, String place, String text) {
        Set<String> seen = new HashSet<>();
        Arrays.stream(text.split("[;,]"))
                .map(String::strip)
                .filter(code -> !seen.add(code))
                .findFirst()
                .ifPresent(code -> warn(
                        "CODE_REPEATED",
                        file,
                        place,
                        new Sentence(
                                "le code «" + code + "» figure deux fois dans la cellule, valeur «" + text + "»",
                                "code «" + code + "» stands twice in the cell, found «" + text + "»"),
                        new Sentence(
                                "Peut-être un autre code, ou un de trop.", "Maybe another code, or one too many.")));
    }

    private static String at(PlainRow row, Column column) {
        return row.at(column.name()).split("!", 2)[1];
    }

    private void warn(String code, String file, String place, Sentence said, Sentence hint) {
        if (told.add(file + "!" + place)) {
            problems.add(new RulebookProblem(code, Severity.WARNING, file, place, said, hint));
        }
    }
}
