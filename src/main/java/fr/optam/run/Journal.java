package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * The progress of a run that is being written: its identity, then a line a whole chunk. It is gone when the run is
 * complete. A line that was cut off, or whose files are not as it says, ends what is taken over.
 */
final class Journal implements AutoCloseable {
    /** Name of the file below the run. */
    static final String NAME = "journal.jsonl";

    private final Path file;
    private final FileChannel channel;
    private final List<Part> parts = new ArrayList<>();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the journal, makes it if it is not there, and takes over the chunks that are whole.
     *
     * @throws RunRefused if another process writes the run, or the run was begun with something else
     */
    static Journal open(Path root, Map<String, Object> identity) throws IOException, RunRefused {
        Path file = root.resolve(NAME);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, root);
            Journal journal = new Journal(file, channel);
            List<String> lines = wholeLines(Files.readString(file));
            if (lines.size() > 1) {
                RunIdentity.check(root, identity, parse(lines.get(0)));
            }
            journal.takeOver(root, lines);
            if (lines.size() <= 1) {
                channel.truncate(0);
                journal.append(identity);
            } else {
                long whole = 0;
                for (String line : lines.subList(0, journal.parts.size() + 1)) {
                    whole += line.getBytes(StandardCharsets.UTF_8).length + 1;
                }
                channel.truncate(whole);
                channel.position(whole);
            }
            return journal;
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
        }
        if (lock == null) {
            throw new RunRefused(
                    "RUN_BUSY",
                    root,
                    new Sentence("un autre batch écrit dans ce dossier", "another batch is writing this run"),
                    new Sentence("Peut-être attendre qu’il se termine.", "Maybe wait for its end."));
        }
    }

    /** Whether a run was begun and a chunk of it written. */
    static boolean begun(Path root) throws IOException {
        Path file = root.resolve(NAME);
        return Files.exists(file) && wholeLines(Files.readString(file)).size() > 1;
    }

    private static List<String> wholeLines(String text) {
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    private static Map<String, Object> parse(String line) {
        return CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private void takeOver(Path root, List<String> lines) throws IOException {
        for (String line : lines.isEmpty() ? lines : lines.subList(1, lines.size())) {
            Part part;
            try {
                part = Part.of(parse(line));
            } catch (JacksonException | NullPointerException | ClassCastException torn) {
                return;
            }
            if (!part.holds(root)) {
                return;
            }
            parts.add(part);
        }
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

    private void append(Map<String, Object> line) throws IOException {
        byte[] json = CanonicalJson.write(line);
        byte[] whole = java.util.Arrays.copyOf(json, json.length + 1);
        whole[json.length] = '\n';
        try {
            Disk.fully(channel, whole);
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
