package fr.optam.rulebook;

import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * Fingerprint of what a rulebook says: the content of every cell and every line of DRL, by file. How a workbook is
 * stored, styled or zipped does not change it.
 */
public final class RulebookDigest {
    private final MessageDigest digest;

    RulebookDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The fingerprint of a rulebook that need not be sound; nothing of it is judged.
     *
     * @return {@code sha256:…}; empty if a workbook can't be read
     */
    public static String of(RulebookLocation where) {
        RulebookDigest digest = new RulebookDigest();
        List<RulebookProblem> problems = new ArrayList<>();
        SortedMap<String, RulebookFiles.Entry> files = RulebookFiles.read(where, new Spoilt(), problems);
        ReadFiles read = ReadFiles.of(files, where.cache(), false);
        for (String path : files.keySet()) {
            ReadWorkbook book = read.workbooks().get(path);
            if (book != null) {
                if (book.refused().isPresent()) {
                    return "";
                }
                digest.sheets(path, book.sheets());
            } else if (!path.endsWith(".md")) {
                read.texts().get(path).text().ifPresent(text -> digest.text(path, text));
            }
        }
        return digest.value();
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
