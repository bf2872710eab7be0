package fr.optam.rulebook.table;

import fr.optam.rulebook.Grammar;
import fr.optam.rulebook.xlsx.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What the cells of a column of a list hold, and how they are read. */
public enum ColumnType {
    /** Rule id. */
    ID("a rule id such as ELIG-ACO-010"),
    /** One code. */
    CODE("a code"),
    /** Codes separated by {@code ;}. */
    CODES("codes separated by ;"),
    /** Free text. */
    TEXT("text"),
    /** Ratio, {@code 0.3000} is 30 %. */
    RATE("a ratio such as 0.3000"),
    /** EUR. */
    MONEY("an amount such as 19.06"),
    /** Percentage points. */
    POINTS("points such as 10.00"),
    /** Whole number. */
    INT("a whole number"),
    /** Day. */
    DATE("a date such as 2025-01-31"),
    /** {@code OUI} or {@code NON}. */
    YESNO("OUI or NON"),
    /** Hour and minute. */
    TIME("a time such as 08:00"),
    /** Civil years separated by {@code ;}. */
    YEARS("years separated by ;");

    private static final Pattern MORE_THAN_CENTS = Pattern.compile(".*\\.[0-9]{2}[0-9]*[1-9][0-9]*");

    private static final Pattern A_TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");
    private static final Pattern A_DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final String wanted;

    ColumnType(String wanted) {
        this.wanted = wanted;
    }

    /** What a cell should hold, in words. */
    public String wanted() {
        return wanted;
    }

    /**
     * Reads a cell.
     *
     * @return String, BigDecimal, LocalDate or Boolean
     * @throws IllegalArgumentException if the text is none of this type
     */
    public Object read(Cell cell) {
        String text = cell.text();
        return switch (this) {
            case ID -> wanted(text, Grammar.isId(text));
            case CODE -> wanted(text, Grammar.isCode(text));
            case CODES -> wanted(list(text), Grammar.isCodes(list(text)));
            case YEARS -> wanted(list(text), Grammar.isYears(list(text)));
            case TEXT -> text;
            case RATE, POINTS -> new BigDecimal(wanted(text, Grammar.isDecimal(text)));
            case MONEY ->
                new BigDecimal(wanted(
                        text,
                        Grammar.isDecimal(text)
                                && !MORE_THAN_CENTS.matcher(text).matches()));
            case INT -> new BigDecimal(wanted(text, Grammar.isDecimal(text) && text.indexOf('.') < 0));
            case DATE -> day(text);
            case YESNO -> yesNo(text);
            case TIME -> matching(text, A_TIME);
        };
    }

    private static String list(String text) {
        return text.replace(" ", "").replace(',', ';');
    }

    private String matching(String text, Pattern pattern) {
        return wanted(text, pattern.matcher(text).matches());
    }

    private String wanted(String text, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + wanted);
        }
        return text;
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(matching(text, A_DAY));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("not a day of the calendar", e);
        }
    }

    private Boolean yesNo(String text) {
        return wanted(text, text.equals("OUI") || text.equals("NON")).equals("OUI");
    }
}
