package fr.optam.cohort.sample;

import java.util.Optional;

/**
 * Cuts the practitioners into blocks of some ten thousand lines, and hands them out in turn to any thread.
 *
 * <p>The cut depends on the request alone, so that no byte depends on the number of threads.
 */
final class Blocks {

    private final SampleRequest request;
    private final Spread spread;
    private final Cut cut;
    private final int size;
    private int next;
    private int badRows;

    /**
     * How large blocks are.
     *
     * @param blockLines act lines of a block, about
     * @param partLines act lines of a part of the acts in Parquet, about
     */
    record Cut(int blockLines, int partLines) {

        /** A few megabytes of text a block, some ten megabytes of Parquet a part. */
        static final Cut USUAL = new Cut(32_768, 2_000_000);
    }

    /**
     * A block.
     *
     * @param index 0 and up
     * @param from first practitioner
     * @param to last practitioner
     * @param badRows bad rows planted before it
     */
    record Block(int index, int from, int to, int badRows) {}

    Blocks(SampleRequest request, Spread spread, Cut cut) {
        this.request = request;
        this.spread = spread;
        this.cut = cut;
        size = Math.max(1, cut.blockLines() / Spread.mean(request));
    }

    int count() {
        return (request.practitioners() + size - 1) / size;
    }

    /** Blocks that make a part of the acts. */
    int perPart() {
        return Math.max(1, (int) (cut.partLines() / ((long) size * Spread.mean(request))));
    }

    /** The next block; empty after the last. */
    synchronized Optional<Block> take() {
        if (next == count()) {
            return Optional.empty();
        }
        int from = 1 + next * size;
        Block block = new Block(next++, from, Math.min(request.practitioners(), from + size - 1), badRows);
        for (int number = from; number <= block.to() && request.badRows().signum() > 0; number++) {
            badRows += BadRowTurn.count(request, number, spread.lines(number));
        }
        return Optional.of(block);
    }
}
