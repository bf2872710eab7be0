package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * The progress of a run that is being written: its identity, then a line a whole chunk. It is gone when the run is
 * complete. Each line carries a digest of itself and all before it; a line that was cut off or changed, or whose files
 * are not as it says, ends what is taken over.
 */
final class Journal implements AutoCloseable {
    /** Name of the file below the run. */
    static final String NAME = "journal.jsonl";

    private static final String CHECK = "check";
    private static final String ENTRY = "entry";

    private final Path root;
    private final Path file;
    private final FileChannel channel;
    private final List<Part> parts = new ArrayList<>();
    private String check = "";

    private Journal(Path root, FileChannel channel) {
        this.root = root;
        this.file = root.resolve(NAME);
        this.channel = channel;
    }

    /**
     * Opens the journal for this process alone, and makes it if it is not there.
     *
     * @throws RunRefused if another process writes the run
     */
    static Journal open(Path root) throws IOException, RunRefused {
        Path file = root.resolve(NAME);
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw Disk.failed(file, e);
        }
        try {
            lock(channel, root);
            Disk.forceFolder(root);
            return new Journal(root, channel);
        } catch (IOException | RunRefused | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path root) throws IOException, RunRefused {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            throw Disk.failed(root.resolve(NAME), e);
        }
        if (lock == null) {
            throw new RunRefused(
                    "RUN_BUSY",
                    root,
                    new Sentence("un autre batch écrit dans ce dossier", "another batch is writing this run"),
                    new Sentence("Peut-être attendre qu’il se termine.", "Maybe wait for its end."));
        }
    }

    /** What the lines of a journal say, as far as each is the one that was written; read only. */
    static List<Map<String, Object>> entries(Path file) throws IOException {
        Journal reading = new Journal(file.getParent(), null);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (byte[] line : wholeLines(Files.readAllBytes(file))) {
            Map<String, Object> entry = reading.entry(line);
            if (entry.isEmpty()) {
                break;
            }
            entries.add(entry);
        }
        return entries;
    }

    /** Whether a run was begun and a chunk of it written. */
    static boolean begun(Path root) throws IOException {
        Path file = root.resolve(NAME);
        return Files.exists(file) && wholeLines(Files.readAllBytes(file)).size() > 1;
    }

    /**
     * Begins the run, or takes over the chunks that are whole.
     *
     * @throws RunRefused if the run was begun with something else
     */
    void begin(Map<String, Object> identity) throws IOException, RunRefused {
        List<byte[]> lines = wholeLines(content());
        if (lines.size() <= 1) {
            channel.truncate(0);
            channel.position(0);
            append(identity);
            return;
        }
        Map<String, Object> begun = entry(lines.get(0));
        if (begun.isEmpty()) {
            throw new RunRefused(
                    "RUN_DAMAGED",
                    file,
                    new Sentence("la première ligne est altérée", "its first line is damaged"),
                    new Sentence(
                            "Peut-être recommencer dans un autre dossier.", "Maybe begin again in another directory."));
        }
        RunIdentity.check(root, identity, begun);
        long whole = lines.get(0).length + 1L;
        for (byte[] line : lines.subList(1, lines.size())) {
            String before = check;
            if (!takeOver(line)) {
                check = before;
                break;
            }
            whole += line.length + 1L;
        }
        channel.truncate(whole);
        channel.position(whole);
    }

    /** Read by the channel itself: closing another one of the same file would give up the lock. */
    private byte[] content() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        long at = 0;
        while (content.hasRemaining()) {
            int read = channel.read(content, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return Arrays.copyOf(content.array(), content.position());
    }

    private boolean takeOver(byte[] line) throws IOException {
        Map<String, Object> entry = entry(line);
        if (entry.isEmpty()) {
            return false;
        }
        Part part = Part.of(entry);
        return part.holds(root) && parts.add(part);
    }

    private static List<byte[]> wholeLines(byte[] text) {
        List<byte[]> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(Arrays.copyOfRange(text, begin, i));
                begin = i + 1;
            }
        }
        return lines;
    }

    /** What a line says, if it is the one that was written after those before it; else empty. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> entry(byte[] line) {
        try {
            Map<String, Object> read = CanonicalJson.read(line);
            Map<String, Object> entry = (Map<String, Object>) read.get(ENTRY);
            String now = next(entry);
            if (now.equals(read.get(CHECK))) {
                check = now;
                return entry;
            }
            return Map.of();
        } catch (JacksonException | IllegalArgumentException | NullPointerException | ClassCastException torn) {
            return Map.of();
        }
    }

    private String next(Map<String, Object> entry) {
        byte[] before = check.getBytes(StandardCharsets.US_ASCII);
        byte[] json = CanonicalJson.write(entry);
        byte[] both = Arrays.copyOf(before, before.length + json.length);
        System.arraycopy(json, 0, both, before.length, json.length);
        return Sha256.of(both);
    }

    /** The chunks that are whole. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Adds a chunk whose files are on disk. */
    void add(Part part) throws IOException {
        append(part.journal());
        parts.add(part);
    }

    private void append(Map<String, Object> entry) throws IOException {
        check = next(entry);
        try {
            Disk.fully(file, channel, CanonicalJson.line(new TreeMap<>(Map.of(CHECK, check, ENTRY, entry))));
            channel.force(false);
        } catch (IOException e) {
            throw Disk.failed(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
