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
    private static final String MIDNIGHT = " 00:00:00";
    private static final String NO_DATE = "00000000";
    private static final String OPEN_YEAR = "9999";
    private static final int SALT_BYTES = 32;
    private static final int KEPT_BYTES = 16;

    private DcirCells() {}

    /** A day, {@code 2025-03-01} or {@code 20250301}. */
    static Cell.Number date() {
        return new Cell.Number() {
            @Override
            public long read(String cell) throws Defect {
                return day(cell).toEpochDay();
            }

            @Override
            public Cell.Unit unit() {
                return Cell.Unit.DAYS;
            }
        };
    }

    /** A day that may be "none", {@code 00000000} or in year 9999; kept as ISO text. */
    static Cell dateOrNone() {
        return Cell.text(cell -> cell.equals(NO_DATE) || cell.startsWith(OPEN_YEAR) ? null : day(cell).toString());
    }

    /** A code that is compared as a whole number. */
    static Cell code() {
        return Cell.integer(0, 999_999_999);
    }

    /** A CCAM code, of which the first seven characters are kept. */
    static Cell ccam() {
        return Cell.text(cell -> {
            String code = cell.length() > 7 ? cell.substring(0, 7) : cell;
            if (!code.matches(Forms.CCAM)) {
                throw new Defect(VALUE_FORMAT);
            }
            return code;
        });
    }

    /** Text that only a finding looks at: never a reason to reject. */
    static Cell loose() {
        return Cell.text(cell -> cell.strip());
    }

    /**
     * A part of a patient's key: kept only as a digest under a secret that lasts as long as this object, so that lines
     * of one patient can be told from those of another, and nothing can be traced back.
     */
    static Cell patient() {
        byte[] secret = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(secret);
        MessageDigest sha = sha256();
        return Cell.text(cell -> {
            sha.update(secret);
            byte[] digest = sha.digest(cell.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEPT_BYTES);
        });
    }

    private static LocalDate day(String cell) throws Defect {
        String text = cell.endsWith(MIDNIGHT) ? cell.substring(0, cell.length() - MIDNIGHT.length()) : cell;
        boolean plain = text.length() == 8 && Values.digits(text, 0, 8);
        return Values.date(
                plain ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6) : text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
