package fr.optam.rulebook.xlsx;

/** Small whole numbers as files write them; every cell holds some. */
final class Digits {
    private Digits() {}

    /** Whether a text is nothing but ASCII digits, at least one and no more than some. */
    static boolean are(String text, int most) {
        if (text.isEmpty() || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a zero, maybe with a point and more zeros. */
    static boolean areZero(String text) {
        if (!text.startsWith("0")) {
            return false;
        }
        int i = 1;
        if (i < text.length() && text.charAt(i) == '.') {
            i++;
        } else if (i < text.length()) {
            return false;
        }
        while (i < text.length() && text.charAt(i) == '0') {
            i++;
        }
        return i == text.length();
    }
}
