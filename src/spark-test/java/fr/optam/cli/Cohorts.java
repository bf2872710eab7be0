package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Synthetic cohorts with defective rows, of two parts of a run, and what {@code batch} makes of them. */
final class Cohorts {
    private static final int PRACTITIONERS = 540;

    private Cohorts() {}

    /** A cohort of files of one form. */
    static Path of(String form, Path folder) {
        Call made = Call.plain(
                "sample",
                "--practitioners",
                String.valueOf(PRACTITIONERS),
                "--seed",
                "11",
                "--acts",
                "12",
                "--bad-rows",
                "0.01",
                "--files",
                form,
                "--out",
                folder.toString(),
                "--no-progress");
        assertEquals(0, made.exit(), made.err());
        return folder;
    }

    /** A cohort whose acts are in two files, one of them compressed, with rows that each alone would be sound. */
    static Path mixed(Path folder) throws IOException {
        of("csv", folder);
        List<String> acts = Files.readAllLines(folder.resolve("acts.csv"), StandardCharsets.ISO_8859_1);
        Files.delete(folder.resolve("acts.csv"));
        int half = acts.size() / 2;
        Files.write(
                folder.resolve("acts-2.csv"),
                with(acts.get(0), acts.subList(half, acts.size())),
                StandardCharsets.ISO_8859_1);
        // bytes that are no UTF-8 stay as they are; the rows of the middle are in both files
        write(folder.resolve("acts-1.csv.gz"), with(acts.get(0), acts.subList(1, half + 20)));
        List<String> more = List.of(
                "stranger,x,2025-02-01", "\"a line", " break\",x,2025-02-01", ",,", "\u00e9t\u00e9,1,2025-01-01");
        write(folder.resolve("acts-3.csv.gz"), with("practitioner_id,act_id,on,code,activity,unknown_column", more));
        Files.writeString(folder.resolve("act.csv"), "nobody reads this\n");
        return folder;
    }

    private static List<String> with(String head, List<String> rows) {
        return Stream.concat(Stream.of(head), rows.stream()).toList();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    /** Cuts a compressed file off. */
    static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    }

    /** Digests of all files below a folder by their name there. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
