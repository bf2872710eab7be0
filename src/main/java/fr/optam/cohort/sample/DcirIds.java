package fr.optam.cohort.sample;

import java.util.Locale;

/** Practice numbers of eight characters in a department that does not exist. */
final class DcirIds {

    private static final int DIGITS_END = 100_000;
    private static final int FIRST_LETTERS = 10 * 36 * 36 * 36 * 36;
    private static final int OTHER_PRACTICE = 20_000_000;

    private DcirIds() {}

    static String main(int number) {
        String digits = Integer.toString(
                        number < DIGITS_END ? number : FIRST_LETTERS + number - DIGITS_END,
                        number < DIGITS_END ? 10 : 36)
                .toUpperCase(Locale.ROOT);
        return "991" + "0".repeat(5 - digits.length()) + digits;
    }

    static String other(int number) {
        return main(OTHER_PRACTICE + number);
    }
}
