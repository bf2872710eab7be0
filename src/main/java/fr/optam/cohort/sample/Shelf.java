package fr.optam.cohort.sample;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/**
 * Takes the blocks of all threads in their order and writes them to the files.
 *
 * <p>For Parquet the acts are cut into parts; who finishes a part is told to convert it, while others go on.
 */
final class Shelf implements Closeable {

    /** The file that is cut into parts. */
    static final String ACTS = "acts";

    private final Folder folder;
    private final String format;
    private final String ending;
    private final int perPart;
    private final int blocks;
    private final LongConsumer progress;
    private final Map<String, OutputStream> open = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final SortedMap<String, Long> rows = new TreeMap<>();
    private int turn;
    private boolean failed;

    /**
     * Begins.
     *
     * @param format {@code csv}, {@code csv.gz} or {@code parquet}
     * @param blocks number of blocks that will come
     * @param perPart blocks of a part of the acts, for Parquet
     * @param progress told how many practitioners have been written since
     */
    Shelf(Folder folder, String format, int blocks, int perPart, LongConsumer progress) {
        this.folder = folder;
        this.format = format;
        this.ending = format.equals("csv.gz") ? ".csv.gz" : ".csv";
        this.perPart = format.equals("parquet") ? perPart : blocks;
        this.blocks = blocks;
        this.progress = progress;
    }

    /** Compresses a block, if the files are; done by the thread that drew it. */
    Map<String, byte[]> packed(Output output) throws IOException {
        Map<String, byte[]> packed = new LinkedHashMap<>();
        if (ending.endsWith(".gz")) {
            for (Map.Entry<String, Rows> file : output.files().entrySet()) {
                if (file.getValue().count() > 0) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (OutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
                        file.getValue().to(out);
                    }
                    packed.put(file.getKey(), bytes.toByteArray());
                }
            }
        }
        return packed;
    }

    /**
     * Waits for the turn of a block and writes it.
     *
     * @return name without ending of the part of the acts that is whole with this block, if one is
     * @throws IOException if a file can't be written, naming it
     */
    synchronized Optional<String> put(Blocks.Block block, Output output, Map<String, byte[]> packed)
            throws IOException, InterruptedException {
        while (turn != block.index() && !failed) {
            wait();
        }
        if (failed) {
            return Optional.empty();
        }
        for (Map.Entry<String, Rows> file : output.files().entrySet()) {
            append(file.getKey(), file.getValue(), packed.get(file.getKey()));
        }
        boolean whole = (turn + 1) % perPart == 0 || turn + 1 == blocks;
        Optional<String> part = whole && perPart < blocks ? Optional.of(stem(ACTS)) : Optional.empty();
        if (part.isPresent()) {
            open.remove(part.get()).close();
            headers.remove(part.get());
        }
        turn++;
        notifyAll();
        progress.accept(block.to() - block.from() + 1L);
        return part;
    }

    /** Header by name without ending of the files that no thread was told to convert. */
    synchronized Map<String, String> left() {
        return headers;
    }

    synchronized boolean failed() {
        return failed;
    }

    /** Lets nobody wait for a block that will not come. */
    synchronized void fail() {
        failed = true;
        notifyAll();
    }

    private String stem(String kind) {
        return kind.equals(ACTS) && perPart < blocks
                ? String.format(Locale.ROOT, "%s-%05d", kind, turn / perPart + 1)
                : kind;
    }

    private void append(String kind, Rows block, byte[] packed) throws IOException {
        String stem = stem(kind);
        String name = stem + ending;
        try {
            OutputStream out = open.get(stem);
            if (out == null) {
                out = Files.newOutputStream(folder.part(name));
                open.put(stem, out);
                headers.put(stem, block.header());
                out.write(header(block.header() + "\n"));
            }
            if (packed == null) {
                block.to(out);
            } else {
                out.write(packed);
            }
        } catch (IOException failure) {
            throw new IOException(
                    folder.part(name) + ": can't be written (" + failure.getMessage() + "). Maybe the disk is full?",
                    failure);
        }
        rows.merge((stem.equals(kind) ? kind : kind + "-*") + "." + format, block.count(), Long::sum);
    }

    private byte[] header(String line) throws IOException {
        byte[] plain = line.getBytes(StandardCharsets.US_ASCII);
        if (!ending.endsWith(".gz")) {
            return plain;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    /** Rows by file name, headers left out; the parts of the acts are one, {@code acts-*}. */
    synchronized SortedMap<String, Long> rows() {
        return rows;
    }

    @Override
    public synchronized void close() throws IOException {
        for (OutputStream out : open.values()) {
            out.close();
        }
        open.clear();
    }
}
