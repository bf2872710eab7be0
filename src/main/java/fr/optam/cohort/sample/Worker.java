package fr.optam.cohort.sample;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** One thread that draws block after block, and converts the parts of the acts that its blocks complete. */
final class Worker implements Callable<Worker> {

    private final Recipe recipe;
    private final Blocks blocks;
    private final Shelf shelf;
    private final Parquet parquet;
    private final Tally tally = new Tally();
    private final CaseDraw cases;
    private final Output output = new Output();
    private long acts;

    Worker(Recipe recipe, Blocks blocks, Shelf shelf, Parquet parquet) {
        this.recipe = recipe;
        this.blocks = blocks;
        this.shelf = shelf;
        this.parquet = parquet;
        cases = new CaseDraw(recipe, tally);
    }

    /** What this thread planted. */
    Tally tally() {
        return tally;
    }

    /** Act lines that this thread drew. */
    long acts() {
        return acts;
    }

    @Override
    public Worker call() throws IOException, InterruptedException {
        boolean done = false;
        try {
            Optional<Blocks.Block> block = blocks.take();
            while (block.isPresent() && !shelf.failed()) {
                write(block.get());
                block = blocks.take();
            }
            done = true;
            return this;
        } finally {
            if (!done) {
                shelf.fail();
            }
        }
    }

    private void write(Blocks.Block block) throws IOException, InterruptedException {
        Layout layout = recipe.layout(block, output, tally);
        for (int number = block.from(); number <= block.to(); number++) {
            Drawn drawn = cases.draw(number);
            layout.write(drawn, cases.acts());
            acts += cases.acts().count;
        }
        Map<String, byte[]> packed = shelf.packed(output);
        Optional<String> part = shelf.put(block, output, packed);
        if (part.isPresent()) {
            parquet.convert(part.get(), output.files().get(Shelf.ACTS).header());
        }
    }
}
