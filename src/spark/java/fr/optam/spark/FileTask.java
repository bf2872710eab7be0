package fr.optam.spark;

import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.NeutralShares;
import fr.optam.cohort.Share.ShareFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/** Reads one file to its end, checks every cell as {@code batch} does, and sends its rows to the shares. */
record FileTask(Broadcast<Job> told, Broadcast<SerializableConfiguration> hadoop)
        implements PairFlatMapFunction<ShareFile, Integer, Piece> {
    /** Troubles of a machine, not of a file: another attempt may do. */
    private static final Set<String> OF_MACHINE = Set.of("DISK_FULL", "MEMORY_FULL", "FILE_UNWRITABLE", "STAGING_FAILED");

    @Override
    public Iterator<Tuple2<Integer, Piece>> call(ShareFile file) throws IOException {
        Job job = told.value();
        job.watch().at("file", file.rank(), TaskContext.get().attemptNumber());
        Path room = Machine.room("file");
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> Machine.leave(room));
        Path near = job.input().near(file.name(), hadoop.value().value(), room);
        try (NeutralShares read = NeutralShares.read(job.request(near, room), List.of(file))) {
            return all(read, job, near, room.resolve("rows"), "f" + file.rank() + "-");
        } catch (InputUnusable e) {
            if (OF_MACHINE.contains(e.code())) {
                throw new MachineTrouble(e.trouble());
            }
            return toAll(job, List.of(new Piece.Bad(file.rank(), job.input().of(e.trouble(), near))));
        }
    }

    /** What was read, for all shares. */
    static Iterator<Tuple2<Integer, Piece>> all(NeutralShares read, Job job, Path near, Path rows, String prefix)
            throws IOException {
        List<Piece> pieces = new ArrayList<>();
        var groups = read.groups();
        read.rows().forEach((rank, count) ->
                pieces.add(new Piece.Told(rank, count, new ArrayList<>(groups.getOrDefault(rank, List.of())))));
        int first = read.rows().keySet().stream().findFirst().orElse(0);
        List<String> warnings = new ArrayList<>();
        read.warnings().forEach(line -> warnings.add(job.input().original(line, near)));
        pieces.add(new Piece.Warned(first, warnings));
        Iterator<Tuple2<Integer, Piece>> told = toAll(job, pieces);
        Iterator<Tuple2<Integer, Piece>> out = new RowsOut(rows, prefix, read.write(job.firsts(), rows));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return told.hasNext() || out.hasNext();
            }

            @Override
            public Tuple2<Integer, Piece> next() {
                return told.hasNext() ? told.next() : out.next();
            }
        };
    }

    private static Iterator<Tuple2<Integer, Piece>> toAll(Job job, List<Piece> pieces) {
        List<Tuple2<Integer, Piece>> all = new ArrayList<>();
        for (int share = 0; share < job.shares(); share++) {
            for (Piece piece : pieces) {
                all.add(new Tuple2<>(share, piece));
            }
        }
        return all.iterator();
    }
}
