package fr.optam.cohort.sample;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Prices of acts in cents, from the letter values and association rates of each day of the year.
 *
 * <p>Rates are whole millionths, amounts whole cents; the one rounding is half up to the cent.
 */
final class Prices {

    private static final int MILLION = 1_000_000;
    private static final String ASSOCIATIONS = " 12345";
    private static final int SECTOR1_THREE = Letters.ALPHABET.length();

    private final boolean[][] known = new boolean[SECTOR1_THREE + 1][];
    private final int[][] rate = new int[SECTOR1_THREE + 1][];
    private final int[][] flat = new int[SECTOR1_THREE + 1][];
    private final int[][] association = new int[ASSOCIATIONS.length()][];

    Prices(SampleTables tables, Days days) {
        for (int letter = 0; letter <= SECTOR1_THREE; letter++) {
            String key = key(letter);
            IntFunction<Optional<SampleTables.LetterValue>> value = day -> tables.letterValue(key, days.date(day));
            known[letter] = new boolean[days.count()];
            rate[letter] = new int[days.count()];
            flat[letter] = new int[days.count()];
            for (int day = 0; day < days.count(); day++) {
                Optional<SampleTables.LetterValue> found = value.apply(day);
                known[letter][day] = found.isPresent();
                rate[letter][day] = found.map(v -> whole(v.rate(), 6)).orElse(0);
                flat[letter][day] = found.map(v -> whole(v.amount(), 2)).orElse(0);
            }
        }
        for (int code = 0; code < ASSOCIATIONS.length(); code++) {
            association[code] = new int[days.count()];
            for (int day = 0; day < days.count(); day++) {
                String text = ASSOCIATIONS.substring(code, code + 1).strip();
                association[code][day] = tables.associationRate(text, days.date(day))
                        .map(found -> whole(found, 6))
                        .orElseThrow(() -> new IllegalArgumentException("reference/associations: no rate for code '"
                                + text + "'. Maybe a row is closed too early."));
            }
        }
        if (association[0][0] != MILLION) {
            throw new IllegalArgumentException("reference/associations: the rate without a code is not 1, "
                    + association[0][0] + " millionths. Maybe the empty code is missing.");
        }
    }

    private static String key(int letter) {
        if (letter == SECTOR1_THREE) {
            return "3-SECTOR1";
        }
        String text = Letters.ALPHABET.substring(letter, letter + 1);
        return text.equals("3") ? "3-MEMBER" : text;
    }

    private static int whole(BigDecimal value, int places) {
        return value.movePointRight(places).intValueExact();
    }

    /** Says whether every letter of the set has a value on the day. */
    boolean valued(int letters, int day) {
        for (int letter = 0; letter < SECTOR1_THREE; letter++) {
            if ((letters & 1 << letter) != 0 && !known[letter][day]) {
                return false;
            }
        }
        return true;
    }

    /** Those letters of a set that have a value on the day. */
    int valuedOf(int letters, int day) {
        int valued = letters;
        for (int rest = letters; rest != 0; rest &= rest - 1) {
            valued &= known[Integer.numberOfTrailingZeros(rest)][day] ? -1 : ~Integer.lowestOneBit(rest);
        }
        return valued;
    }

    /** Price of one unit with its letters and association, letters without value left out. */
    long unit(long base, int letters, boolean sector1, int associationCode, int day) {
        long percent = MILLION;
        long added = 0;
        for (int rest = letters; rest != 0; rest &= rest - 1) {
            int row = row(Integer.numberOfTrailingZeros(rest), sector1);
            percent += rate[row][day];
            added += flat[row][day];
        }
        return share(base, percent, associationCode, day) + added;
    }

    /** What one letter adds to the price of one unit. */
    long added(int letter, long base, boolean sector1, int associationCode, int day) {
        int row = row(letter, sector1);
        return share(base, rate[row][day], associationCode, day) + flat[row][day];
    }

    private static int row(int letter, boolean sector1) {
        return sector1 && Letters.ALPHABET.charAt(letter) == '3' ? SECTOR1_THREE : letter;
    }

    private long share(long base, long millionths, int associationCode, int day) {
        int factor = association[associationCode][day] / 100;
        return (base * millionths * factor + 5_000_000_000L) / 10_000_000_000L;
    }
}
