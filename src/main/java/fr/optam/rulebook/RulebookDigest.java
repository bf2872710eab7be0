package fr.optam.rulebook;

import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Fingerprint of what a rulebook says: the content of every cell and every line of DRL, by file. How a workbook is
 * stored, styled or zipped does not change it.
 */
final class RulebookDigest {
    private final MessageDigest digest;

    RulebookDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files are added in the order of their paths. */
    void sheets(String path, List<Sheet> sheets) {
        add("workbook", path);
        for (Sheet sheet : sheets) {
            add("sheet", sheet.name());
            sheet.rows().values().forEach(row -> row.values().forEach(c -> add(c.address(), content(c))));
        }
    }

    private static String content(Cell cell) {
        return (cell.formula() ? "=" : "") + cell.text().replace("\r\n", "\n");
    }

    void text(String path, String text) {
        add("text", path);
        text.lines().forEach(line -> add("", line.stripTrailing()));
    }

    private void add(String key, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((key + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /** {@code sha256:…}; call it once. */
    String value() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
