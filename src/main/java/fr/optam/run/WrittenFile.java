package fr.optam.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A file of a run with its digests.
 *
 * @param name path below the run, with {@code /}
 * @param bytes size
 * @param sha256 digest of the file
 * @param textBytes size before compression; -1 if it is not compressed
 * @param textSha256 digest before compression; empty if it is not compressed
 */
record WrittenFile(String name, long bytes, String sha256, long textBytes, String textSha256) {

    /** What a file on disk is. */
    static WrittenFile of(Path root, Path file) throws IOException {
        String name = root.relativize(file).toString().replace('\\', '/');
        return new WrittenFile(name, Files.size(file), Sha256.of(file), -1, "");
    }

    /** As JSON. */
    Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>(Map.of("file", name, "bytes", bytes, "sha256", sha256));
        if (!textSha256.isEmpty()) {
            json.put("textBytes", textBytes);
            json.put("textSha256", textSha256);
        }
        return json;
    }

    /** From JSON. */
    static WrittenFile of(Object json) {
        Map<?, ?> map = (Map<?, ?>) json;
        return new WrittenFile(
                (String) map.get("file"),
                ((Number) map.get("bytes")).longValue(),
                (String) map.get("sha256"),
                ((Number) map.get("textBytes")).longValue(),
                (String) map.get("textSha256"));
    }

    /** From JSON that may be anything. */
    static WrittenFile read(Map<?, ?> json) {
        boolean text = json.get("textSha256") != null;
        return new WrittenFile(
                Objects.requireNonNull((String) json.get("file")),
                ((Number) json.get("bytes")).longValue(),
                Objects.requireNonNull((String) json.get("sha256")),
                text ? ((Number) json.get("textBytes")).longValue() : -1,
                text ? (String) json.get("textSha256") : "");
    }

    /** Whether the file is on disk as it was written. */
    boolean holds(Path root) throws IOException {
        Path file = root.resolve(name);
        return Files.isRegularFile(file)
                && Files.size(file) == bytes
                && Sha256.of(file).equals(sha256);
    }
}
