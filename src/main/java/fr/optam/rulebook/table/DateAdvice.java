package fr.optam.rulebook.table;

import fr.optam.rulebook.xlsx.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a cell is no day, as people write days. */
public final class DateAdvice {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})(?:[T ].*)?");
    private static final Pattern WORDS = Pattern.compile("([0-9]{1,2})(?:er|ER)?[ -]([\\p{L}.]{3,10})[ -]([0-9]{4})");
    private static final List<String> MONTHS =
            List.of("janv", "fevr", "mars", "avri", "mai", "juin", "juil", "aout", "sept", "octo", "nove", "dece");
    private static final List<String> ENGLISH =
            List.of("janu", "febr", "marc", "apri", "may", "june", "july", "augu", "sept", "octo", "nove", "dece");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private DateAdvice() {}

    /** Why a cell is no day. */
    static Advice of(Cell cell) {
        String text = cell.text();
        if (cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.PERCENT) {
            Optional<LocalDate> day = serial(text);
            return Advice.of(
                    "un nombre, alors qu’une date est attendue",
                    "a number, where a date is wanted",
                    day.map(d -> d + " : la cellule a perdu son format de date.")
                            .orElse("mettez la cellule au format de date."),
                    day.map(d -> d + ": the cell lost its date format.").orElse("format the cell as a date."));
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Advice.meant("un jour qui n’existe pas", "a day that does not exist", lastDay(text));
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*")) {
            return Advice.meant("une date avec une heure", "a date with a time of day", text.substring(0, 10));
        }
        Optional<String> iso = iso(text);
        if (iso.isPresent()) {
            return Advice.of(
                    "une date écrite dans un autre format, en texte",
                    "a date written in another form, as text",
                    iso.get() + " : une date s’écrit année-mois-jour, ou dans une cellule au format de date.",
                    iso.get() + ": a date is written year-month-day, or in a cell formatted as a date.");
        }
        if (text.matches("(19|20)[0-9]{2}(-[0-9]{2})?")) {
            String first = text.length() == 4 ? text + "-01-01" : text + "-01";
            return Advice.meant("une date sans jour", "a date without a day", first);
        }
        return Advice.of(
                "pas une date",
                "no date",
                "une date telle que 2025-01-31, ou une cellule vide.",
                "a date such as 2025-01-31, or an empty cell.");
    }

    private static Optional<LocalDate> serial(String number) {
        return number.matches("[0-9]{4,6}")
                ? Optional.of(SERIAL_ZERO.plusDays(Integer.parseInt(number)))
                : Optional.empty();
    }

    private static String lastDay(String text) {
        try {
            return YearMonth.parse(text.substring(0, 7)).atEndOfMonth().toString();
        } catch (DateTimeException e) {
            return "2025-01-31";
        }
    }

    /** A day that is written otherwise, as a rulebook writes it. */
    public static Optional<String> iso(String text) {
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches() && text.length() >= 8) {
            return day(m.group(1), m.group(2), m.group(3));
        }
        m = YEAR_LAST.matcher(text);
        if (m.matches()) {
            String year = m.group(3).length() == 2 ? "20" + m.group(3) : m.group(3);
            Optional<String> french = day(year, m.group(2), m.group(1));
            return french.isPresent() ? french : day(year, m.group(1), m.group(2));
        }
        m = WORDS.matcher(text);
        return m.matches() ? day(m.group(3), String.valueOf(month(m.group(2))), m.group(1)) : Optional.empty();
    }

    private static int month(String word) {
        String bare = java.text.Normalizer.normalize(word.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("[^a-z]", "");
        String start = bare.length() > 4 ? bare.substring(0, 4) : bare;
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(start) || ENGLISH.get(i).startsWith(start)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Optional<String> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
