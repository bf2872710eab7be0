package fr.optam.rulebook.table;

import fr.optam.decision.Confidence;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a sheet keeps what every row must say of itself, and how it is read. */
final class CitationColumns {
    static final String FROM = "from";
    static final String TO = "to";
    static final String SOURCE = "source";
    static final String ARTICLE = "article";
    static final String CONFIDENCE = "confidence";
    static final String NOTE = "note";
    static final Set<String> NAMES = Set.of(FROM, TO, SOURCE, ARTICLE, CONFIDENCE, NOTE);

    private final Sheet sheet;
    private final SheetProblems problems;
    private final Map<String, Integer> columns;

    CitationColumns(Sheet sheet, SheetProblems problems, Map<String, Integer> columns) {
        this.sheet = sheet;
        this.problems = problems;
        this.columns = new HashMap<>(columns);
    }

    /** Reads the citation of a row; what is wrong is reported at its cell. */
    Citation read(int row) {
        List<String> sources = Citation.ids(text(row, SOURCE));
        if (sources.isEmpty()) {
            problems.at(
                    row,
                    column(SOURCE),
                    "UNCITED_ROW",
                    "row without a source",
                    "Maybe copy the source of the row above, if it is the same.");
        }
        Optional<LocalDate> from = day(row, FROM);
        Optional<LocalDate> to = day(row, TO);
        if (from.isEmpty()) {
            problems.at(
                    row,
                    column(FROM),
                    "VALIDITY_MISSING",
                    "row without a first day of validity",
                    "Maybe 2017-01-01, where the base starts.");
        } else if (to.isPresent() && to.get().isBefore(from.get())) {
            problems.at(
                    row,
                    column(TO),
                    "VALIDITY_ORDER",
                    "validity ends on " + to.get() + ", before it starts on " + from.get(),
                    "Maybe the days are exchanged.");
        }
        return new Citation(sources, text(row, ARTICLE), confidence(row), from, to, text(row, NOTE));
    }

    private Confidence confidence(int row) {
        String text = text(row, CONFIDENCE);
        Optional<Confidence> known = Arrays.stream(Confidence.values())
                .filter(c -> c.name().equals(text))
                .findFirst();
        if (known.isEmpty()) {
            problems.at(
                    row,
                    column(CONFIDENCE),
                    "CONFIDENCE_UNKNOWN",
                    "confidence «" + text + "»",
                    "Maybe one of " + List.of(Confidence.values()) + ".");
        }
        return known.orElse(Confidence.INFERRED);
    }

    private Optional<LocalDate> day(int row, String name) {
        Optional<Cell> cell = sheet.cell(row, column(name));
        try {
            return cell.map(c -> (LocalDate) ColumnType.DATE.read(c));
        } catch (IllegalArgumentException e) {
            problems.at(cell.orElseThrow(), "NOT_A_DATE", e.getMessage(), "Maybe format the cell as a date.");
            return Optional.empty();
        }
    }

    private String text(int row, String name) {
        return columns.containsKey(name) ? sheet.text(row, columns.get(name)).strip() : "";
    }

    private int column(String name) {
        return columns.getOrDefault(name, 1);
    }
}
