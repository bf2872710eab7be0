package fr.optam.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The records of a run in order, one after the other; nothing is kept. */
public final class Records implements Iterator<Records.Record>, Closeable {
    private final Path root;
    private final List<Manifest.Entry> parts;
    private int part = -1;
    private long inPart;
    private Lines decisions;
    private Lines facts;

    /**
     * A decision and its facts.
     *
     * @param decision canonical bytes, without the end of the line
     * @param facts canonical bytes
     */
    public record Record(byte[] decision, byte[] facts) {}

    Records(Path root, List<Manifest.Entry> parts) {
        this.root = root;
        this.parts = parts;
    }

    @Override
    public boolean hasNext() {
        return part < 0 ? parts.stream().anyMatch(each -> each.count() > 0) : inPart < at().count() || more();
    }

    private boolean more() {
        return parts.subList(part + 1, parts.size()).stream().anyMatch(each -> each.count() > 0);
    }

    private Manifest.Entry at() {
        return parts.get(part);
    }

    /** @throws UncheckedIOException if a file can't be read, or ends before the manifest says */
    @Override
    public Record next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            while (part < 0 || inPart == at().count()) {
                close();
                part++;
                inPart = 0;
                decisions = new Lines(root.resolve(at().decisions()), Long.MAX_VALUE);
                facts = new Lines(root.resolve(at().facts()), Long.MAX_VALUE);
            }
            inPart++;
            return new Record(line(decisions, at().decisions()), line(facts, at().facts()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] line(Lines lines, String file) throws IOException {
        byte[] line = lines.next();
        if (line == null) {
            throw new IOException(root.resolve(file) + ": ends after " + (inPart - 1) + " of " + at().count()
                    + " lines. Maybe verify says where.");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        if (decisions != null) {
            decisions.close();
            facts.close();
        }
    }
}
