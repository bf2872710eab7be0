package fr.optam.rulebook.table;

import fr.optam.decision.Confidence;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a sheet keeps what every row must say of itself, and how it is read. */
final class CitationColumns {
    static final String FROM = "from";
    static final String TO = "to";
    static final String SOURCE = "source";
    static final String ARTICLE = "article";
    static final String CONFIDENCE = "confidence";
    static final String NOTE = "note";
    static final Set<String> NAMES = Set.of(FROM, TO, SOURCE, ARTICLE, CONFIDENCE, NOTE);
    static final Map<String, String> HEADERS = Map.of(
            FROM, "Début", TO, "Fin", SOURCE, "Source", ARTICLE, "Article", CONFIDENCE, "Confiance", NOTE, "Note");
    private static final Pattern SEPARATOR_TOO_MANY = Pattern.compile("[,;].*|.*[,;]|.*[,;]\\s*[,;].*");
    private static final int OLDEST = 1960;
    private static final int LATEST = 2100;

    private final Sheet sheet;
    private final SheetProblems problems;
    private final Map<String, Integer> columns;

    CitationColumns(Sheet sheet, SheetProblems problems, Map<String, Integer> columns) {
        this.sheet = sheet;
        this.problems = problems;
        this.columns = new HashMap<>(columns);
    }

    /** Reports a header that is not the one that people know for its column. */
    void headers(int headerRow) {
        columns.forEach((name, column) -> {
            String wanted = HEADERS.get(name);
            String found = sheet.text(headerRow, column);
            if (wanted != null && !found.equals(wanted)) {
                problems.at(
                        Cell.address(headerRow, column),
                        Severity.WARNING,
                        "HEADER",
                        new Sentence(
                                "l’en-tête «" + SheetProblems.visible(found) + "» n’est pas celui de la colonne "
                                        + wanted,
                                "header «" + SheetProblems.visible(found) + "» is not that of the column " + wanted),
                        new Sentence("Peut-être " + wanted + ".", "Maybe " + wanted + "."));
            }
        });
    }

    /** Reads the citation of a row; what is wrong is reported at its cell. */
    Citation read(int row) {
        List<String> sources = Citation.ids(text(row, SOURCE));
        if (sources.isEmpty() && columns.containsKey(SOURCE)) {
            problems.at(
                    row,
                    column(SOURCE),
                    "UNCITED_ROW",
                    new Sentence("ligne sans source", "row without a source"),
                    new Sentence(
                            "Peut-être recopier la source de la ligne du dessus, si c’est la même.",
                            "Maybe copy the source of the row above, if it is the same."));
        }
        sources(row, sources);
        Optional<LocalDate> from = day(row, FROM);
        Optional<LocalDate> to = day(row, TO);
        if (from.isEmpty() && columns.containsKey(FROM)) {
            problems.at(
                    row,
                    column(FROM),
                    "VALIDITY_MISSING",
                    new Sentence("ligne sans premier jour de validité", "row without a first day of validity"),
                    new Sentence(
                            "Peut-être 2017-01-01, où commence la base.", "Maybe 2017-01-01, where the base starts."));
        } else if (to.isPresent() && from.isPresent() && to.get().isBefore(from.get())) {
            problems.at(
                    row,
                    column(TO),
                    "VALIDITY_ORDER",
                    new Sentence(
                            "la validité finit le " + to.get() + ", avant de commencer le " + from.get(),
                            "validity ends on " + to.get() + ", before it starts on " + from.get()),
                    new Sentence("Peut-être les deux jours sont-ils inversés.", "Maybe the days are exchanged."));
        }
        from.ifPresent(day -> far(row, FROM, day));
        to.ifPresent(day -> far(row, TO, day));
        return new Citation(sources, text(row, ARTICLE), confidence(row), from, to, text(row, NOTE));
    }

    /** A separator too many, or a source twice. */
    private void sources(int row, List<String> sources) {
        Set<String> seen = new HashSet<>();
        String text = text(row, SOURCE);
        Optional<String> twice = sources.stream().filter(id -> !seen.add(id)).findFirst();
        if (twice.isPresent()) {
            doubt(
                    row,
                    SOURCE,
                    "SOURCE_TWICE",
                    new Sentence(
                            "la source «" + twice.get() + "» est citée deux fois, valeur «" + text + "»",
                            "source «" + twice.get() + "» is cited twice, found «" + text + "»"),
                    new Sentence("Peut-être une autre source était-elle visée.", "Maybe another source was meant."));
        } else if (!sources.isEmpty() && SEPARATOR_TOO_MANY.matcher(text).matches()) {
            String meant = String.join(", ", sources);
            doubt(
                    row,
                    SOURCE,
                    "SEPARATOR",
                    new Sentence(
                            "un séparateur de trop, valeur «" + text + "»",
                            "a separator too many, found «" + text + "»"),
                    new Sentence("Peut-être " + meant + ".", "Maybe " + meant + "."));
        }
    }

    private void doubt(int row, String column, String code, Sentence said, Sentence hint) {
        problems.at(Cell.address(row, column(column)), Severity.WARNING, code, said, hint);
    }

    private void far(int row, String name, LocalDate day) {
        if (day.getYear() < OLDEST || day.getYear() > LATEST) {
            problems.at(
                    Cell.address(row, column(name)),
                    Severity.WARNING,
                    "DATE_FAR",
                    new Sentence("une date bien lointaine, " + day, "a day far away, " + day),
                    name.equals(TO)
                            ? new Sentence(
                                    "Peut-être une cellule vide : la validité est alors ouverte.",
                                    "Maybe an empty cell: validity is then open.")
                            : new Sentence("Peut-être une faute de frappe.", "Maybe a slip of the keys."));
        }
    }

    private Confidence confidence(int row) {
        String text = text(row, CONFIDENCE);
        Optional<Confidence> known = Arrays.stream(Confidence.values())
                .filter(c -> c.name().equals(text))
                .findFirst();
        if (known.isEmpty() && columns.containsKey(CONFIDENCE)) {
            List<String> all =
                    Arrays.stream(Confidence.values()).map(Confidence::name).toList();
            String fr = Closest.to(text, all).orElse("l’un de " + CodeAdvice.listed(all));
            String en = Closest.to(text, all).orElse("one of " + CodeAdvice.listed(all));
            problems.at(
                    row,
                    column(CONFIDENCE),
                    "CONFIDENCE_UNKNOWN",
                    text.isEmpty()
                            ? new Sentence("ligne sans degré de confiance", "row without a confidence")
                            : new Sentence(
                                    "confiance «" + SheetProblems.visible(text) + "» inconnue",
                                    "confidence «" + SheetProblems.visible(text) + "» is unknown"),
                    new Sentence("Peut-être " + fr + ".", "Maybe " + en + "."));
        }
        return known.orElse(Confidence.INFERRED);
    }

    private Optional<LocalDate> day(int row, String name) {
        Optional<Cell> cell = columns.containsKey(name) ? sheet.cell(row, column(name)) : Optional.empty();
        try {
            return cell.map(c -> (LocalDate) ColumnType.DATE.read(c));
        } catch (IllegalArgumentException e) {
            problems.at(cell.orElseThrow(), "NOT_A_DATE", HEADERS.get(name), DateAdvice.of(cell.orElseThrow()));
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
