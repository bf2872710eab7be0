package fr.optam.rulebook;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Form of ids and codes; read character by character, so that no text can make it slow or deep. */
public final class Grammar {
    private static final int MAX_ID = 60;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,12}(\\.[0-9]{1,6})?");

    private Grammar() {}

    /** Whether a text is a rule id such as {@code ELIG-ACO-010}: capitals and digits in at least two parts. */
    public static boolean isId(String text) {
        if (text.length() > MAX_ID || text.isEmpty() || !isCapital(text.charAt(0)) || text.indexOf('-') < 0) {
            return false;
        }
        for (String part : text.split("-", -1)) {
            if (part.isEmpty() || !part.chars().allMatch(c -> isCapital(c) || isDigit(c))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is one code such as {@code OPTAM_ACO}, {@code 04} or {@code 2024-2029}. */
    public static boolean isCode(String text) {
        return only(text, c -> isLetter(c) || isDigit(c) || "_.:-".indexOf(c) >= 0)
                && "-.:".indexOf(text.charAt(0)) < 0;
    }

    /** Whether a text is one code, or several separated by {@code ;} or {@code ,}, a space beside it at most. */
    public static boolean isCodes(String text) {
        for (String code : text.split("[;,]", -1)) {
            String bare = code.startsWith(" ") ? code.substring(1) : code;
            bare = bare.endsWith(" ") ? bare.substring(0, bare.length() - 1) : bare;
            if (!isCode(bare)) {
                return false;
            }
        }
        return !text.startsWith(" ") && !text.endsWith(" ");
    }

    /** Whether a text is one civil year, or several separated by {@code ;}. */
    public static boolean isYears(String text) {
        for (String year : text.split(";", -1)) {
            if (year.length() != 4 || !only(year, Grammar::isDigit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a decimal: at most twelve digits before and six after the point. */
    public static boolean isDecimal(String text) {
        return text.length() <= 20 && DECIMAL.matcher(text).matches();
    }

    private static boolean only(String text, IntPredicate allowed) {
        return !text.isEmpty() && text.chars().allMatch(allowed);
    }

    private static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetter(int c) {
        return isCapital(c) || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
