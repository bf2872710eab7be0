package fr.optam.cohort;

import static fr.optam.cohort.RejectReason.VALUE_FORMAT;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;

/** How cells of the health-data warehouse are written: whole numbers with or without zeros, dates in two forms. */
final class DcirCells {
    /** A day, {@code 2025-03-01} or {@code 20250301}; kept as ISO text. */
    static final Cell DATE = Cell.text(cell -> day(cell).toString(), isoDay(), "{cell}");

    /** A day that may be "none", {@code 00000000} or in year 9999; kept as ISO text. */
    static final Cell DATE_OR_NONE = Cell.text(
            cell -> cell.equals("00000000") || cell.startsWith("9999")
                    ? null
                    : day(cell).toString(),
            isoDay(),
            "{cell}");

    /** A code that is compared as a whole number. */
    static final Cell CODE = Cell.integer(0, 999_999_999);

    /** Money of either sign, EUR. */
    static final Cell MONEY = Cell.money(12);

    /** A CCAM code, of which the first seven characters are kept. */
    static final Cell CCAM =
            Cell.text(DcirCells::ccam, "regexp_full_match({cell}, '" + Forms.CCAM + "[ -~]{0,6}')", "left({cell}, 7)");

    /** Text that only a finding looks at: never a reason to reject. */
    static final Cell LOOSE = Cell.text(
            cell -> cell.chars().anyMatch(Character::isISOControl) ? null : cell.strip(),
            "regexp_full_match({cell}, '[!-~]+')",
            "{cell}");

    private static final String MIDNIGHT = " 00:00:00";
    private static final int SECRET_BYTES = 32;
    private static final int KEPT_CHARACTERS = 32;

    private DcirCells() {}

    /**
     * A part of a patient's key: kept only as a digest under a secret that lasts as long as this object, so that lines
     * of one patient can be told from those of another, and nothing can be traced back.
     */
    static Cell patient() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        MessageDigest sha = sha256();
        return Cell.text(
                cell -> HexFormat.of()
                        .formatHex(sha.digest((secret + cell).getBytes(StandardCharsets.UTF_8)))
                        .substring(0, KEPT_CHARACTERS),
                "true",
                "left(sha256('" + secret + "' || {cell}), " + KEPT_CHARACTERS + ")");
    }

    private static LocalDate day(String cell) throws Defect {
        String text = cell.endsWith(MIDNIGHT) ? cell.substring(0, cell.length() - MIDNIGHT.length()) : cell;
        boolean plain = text.length() == 8 && Values.digits(text, 0, 8);
        return Values.date(plain ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6) : text);
    }

    private static String ccam(String cell) throws Defect {
        String code = cell.length() > 7 ? cell.substring(0, 7) : cell;
        if (!code.matches(Forms.CCAM)) {
            throw new Defect(VALUE_FORMAT);
        }
        return code;
    }

    private static String isoDay() {
        return Cell.date().sound();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
