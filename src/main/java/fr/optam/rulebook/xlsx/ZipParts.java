package fr.optam.rulebook.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a zip in memory within limits, so that no archive can exhaust the machine. */
final class ZipParts {
    private static final int MAX_PART = 48 << 20;
    private static final int MAX_TOTAL = 64 << 20;
    private static final int MAX_PARTS = 500;
    private static final int MAX_RATIO = 150;
    private static final int RATIO_FLOOR = 4 << 20;

    private ZipParts() {}

    /**
     * Reads the XML parts.
     *
     * @throws WorkbookRefused if the archive is none, or larger than any honest workbook
     */
    static Map<String, byte[]> read(byte[] file) throws WorkbookRefused {
        Map<String, byte[]> parts = new HashMap<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                throw WorkbookRefused.none("n’est pas un fichier xlsx", "is no xlsx file");
            }
            byte[] buffer = new byte[1 << 14];
            for (; entry != null; entry = zip.getNextEntry()) {
                byte[] part = readPart(zip, entry.getName(), file.length, buffer);
                total += part.length;
                if (total > MAX_TOTAL || parts.size() >= MAX_PARTS) {
                    throw bomb(entry.getName());
                }
                if (parts.put(entry.getName(), part) != null) {
                    throw WorkbookRefused.none(
                            "contient deux fois la partie " + entry.getName(),
                            "holds part " + entry.getName() + " twice");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw WorkbookRefused.none(
                    "est endommagé ou tronqué (" + e.getMessage() + ")",
                    "is damaged, truncated or no xlsx file (" + e.getMessage() + ")");
        }
        return parts;
    }

    private static byte[] readPart(ZipInputStream zip, String name, int fileSize, byte[] buffer)
            throws IOException, WorkbookRefused {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > MAX_PART || (out.size() > RATIO_FLOOR && out.size() / MAX_RATIO > fileSize)) {
                throw bomb(name);
            }
        }
        return out.toByteArray();
    }

    private static WorkbookRefused bomb(String part) {
        return WorkbookRefused.of(
                "ZIP_BOMB",
                "",
                "se décompresse en plus que ce qu’un classeur peut contenir (partie " + part + ")",
                "unpacks to more than a workbook may hold (part " + part + ")");
    }
}
