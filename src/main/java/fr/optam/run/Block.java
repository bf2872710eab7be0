package fr.optam.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One line of a compressed part, found by the places that the ledger gives, without what stands before its block. */
final class Block {
    private static final int ROOM = 1 << 16;
    private static final int MAX_LINE = 1 << 28;

    private Block() {}

    /**
     * The decision of a line of the ledger.
     *
     * @throws IOException if it can't be read there
     */
    static byte[] decision(Path root, Manifest.Entry part, List<LedgerLine> ledger, int line) throws IOException {
        return at(root.resolve(part.decisions()), ledger, line, LedgerLine::decisionBlock);
    }

    /**
     * The facts of a line of the ledger.
     *
     * @throws IOException if they can't be read there
     */
    static byte[] facts(Path root, Manifest.Entry part, List<LedgerLine> ledger, int line) throws IOException {
        return at(root.resolve(part.facts()), ledger, line, LedgerLine::factsBlock);
    }

    private static byte[] at(Path file, List<LedgerLine> ledger, int line, ToLongFunction<LedgerLine> place)
            throws IOException {
        long block = place.applyAsLong(ledger.get(line));
        int first = line;
        while (first > 0 && place.applyAsLong(ledger.get(first - 1)) == block) {
            first--;
        }
        if (block < 0) {
            throw new IOException(file + ": has no byte " + block + ". Maybe verify says what was changed.");
        }
        return line(file, block, line - first);
    }

    private static byte[] line(Path file, long block, int number) throws IOException {
        Inflater inflater = new Inflater(true);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(block);
            byte[] packed = new byte[ROOM];
            byte[] text = new byte[ROOM];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int at = 0;
            while (!inflater.finished() && line.size() < MAX_LINE) {
                if (inflater.needsInput()) {
                    int read = in.read(packed);
                    if (read < 0) {
                        break;
                    }
                    inflater.setInput(packed, 0, read);
                }
                int inflated = inflater.inflate(text);
                int from = 0;
                for (int i = 0; i < inflated; i++) {
                    if (text[i] == '\n') {
                        if (at++ == number) {
                            line.write(text, from, i - from);
                            return line.toByteArray();
                        }
                        from = i + 1;
                    }
                }
                if (at == number) {
                    line.write(text, from, inflated - from);
                }
            }
        } catch (DataFormatException e) {
            throw new IOException(file + ": is damaged. Maybe verify says where.", e);
        } finally {
            inflater.end();
        }
        throw new IOException(file + ": ends too early. Maybe verify says where.");
    }
}
