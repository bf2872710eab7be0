package fr.optam.rulebook.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;

/** What the numbers of cells mean: spreadsheets keep days and times as numbers that only a style tells apart. */
public final class CellValues {
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal MINUTES_A_DAY = BigDecimal.valueOf(1440);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(3_000_000);
    private static final MathContext TYPED = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MAX_DIGITS = 40;
    private static final int MAX_SCALE = 30;

    private final LocalDate epoch;

    /** @param date1904 whether the workbook counts its days from 1904 */
    public CellValues(boolean date1904) {
        this.epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
    }

    /**
     * Reads a number as a day, a time, a percentage or a number; one that is out of range keeps its digits.
     *
     * @param shown what its style shows
     * @param digits decimal text as the file has it
     * @throws WorkbookRefused if it is no number
     */
    public Cell number(int row, int column, Cell.Kind shown, String digits, boolean formula) throws WorkbookRefused {
        BigDecimal number = typed(row, column, digits);
        if (number == null) {
            String start = digits.length() > MAX_DIGITS ? digits.substring(0, MAX_DIGITS) : digits;
            return new Cell(row, column, Cell.Kind.NUMBER, start, formula);
        }
        if (shown == Cell.Kind.DATE && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0) {
            return new Cell(row, column, Cell.Kind.DATE, dateText(number), formula);
        }
        Cell.Kind kind = shown == Cell.Kind.PERCENT ? Cell.Kind.PERCENT : Cell.Kind.NUMBER;
        return new Cell(row, column, kind, number.toPlainString(), formula);
    }

    /** Spreadsheets store binary fractions with up to 17 digits; 15 are what a person typed. Null if it is out of range. */
    private static BigDecimal typed(int row, int column, String digits) throws WorkbookRefused {
        try {
            if (digits.length() <= MAX_DIGITS) {
                BigDecimal number = new BigDecimal(digits).round(TYPED).stripTrailingZeros();
                if (number.signum() == 0) {
                    return BigDecimal.ZERO;
                }
                if (number.scale() >= -MAX_SCALE && number.scale() <= MAX_SCALE) {
                    return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
                }
            }
        } catch (NumberFormatException e) {
            throw WorkbookRefused.none(
                    "contient en " + Cell.address(row, column) + " un nombre illisible",
                    "holds no number at " + Cell.address(row, column));
        }
        return null;
    }

    private String dateText(BigDecimal serial) {
        BigDecimal days = serial.setScale(0, RoundingMode.FLOOR);
        BigDecimal fraction = serial.subtract(days);
        int minutes = fraction.multiply(MINUTES_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        LocalDate day = epoch.plusDays(days.longValueExact());
        if (minutes == 0 && days.signum() > 0) {
            return day.toString();
        }
        String time = minutes == 1440
                ? "24:00"
                : LocalTime.MIDNIGHT.plusMinutes(minutes).toString();
        return days.signum() == 0 ? time : day + "T" + time;
    }
}
