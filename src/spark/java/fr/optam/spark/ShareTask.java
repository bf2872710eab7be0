package fr.optam.spark;

import fr.optam.cohort.Cohort;
import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.Share;
import fr.optam.cohort.Share.Common;
import fr.optam.cohort.Share.ShareFile;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Grouping;
import fr.optam.explain.CrossCheck;
import fr.optam.run.GatheredRun;
import fr.optam.run.RunShare;
import fr.optam.run.SecondLook;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Takes the rows of some practitioners together, groups and decides them, and makes the parts of the run that hold them.
 * All that it makes goes back to the driver as the one result of the task.
 */
record ShareTask(
        Broadcast<Job> told, Broadcast<ShippedRulebook> rulebook, List<ShareFile> files, List<String> kinds, boolean settled)
        implements Function2<Integer, Iterator<Tuple2<Integer, Piece>>, Iterator<ShareTask.Done>> {

    /**
     * What came of a share.
     *
     * @param share its number
     * @param parts its parts of the run
     * @param read what was read
     * @param rejected its rejected rows
     * @param told what is told to every share
     */
    record Done(int share, List<RunShare.Made> parts, fr.optam.cohort.CohortSummary read, byte[] rejected, Told told)
            implements Serializable {}

    /**
     * What every share is told of the files, by rank.
     *
     * @param rows rows read
     * @param groups first rows of row groups
     * @param warnings for a person
     * @param bad what can't be used
     */
    record Told(
            SortedMap<Integer, Long> rows,
            SortedMap<Integer, List<Long>> groups,
            SortedMap<Integer, List<String>> warnings,
            SortedMap<Integer, fr.optam.cohort.Trouble> bad)
            implements Serializable {
        Told() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    @Override
    public Iterator<Done> call(Integer share, Iterator<Tuple2<Integer, Piece>> pieces) throws IOException {
        Job job = told.value();
        int attempt = TaskContext.get().attemptNumber();
        job.watch().at("share", share, attempt);
        Path room = Machine.room("share");
        try {
            Done done = done(job, share, pieces, room);
            job.watch().at("decided", share, attempt);
            return List.of(done).iterator();
        } catch (InputUnusable e) {
            throw new MachineTrouble(e.trouble());
        } finally {
            Machine.leave(room);
        }
    }

    private Done done(Job job, int share, Iterator<Tuple2<Integer, Piece>> pieces, Path room)
            throws IOException, InputUnusable {
        Path rows = Files.createDirectories(room.resolve("rows"));
        Told all = new Told();
        while (pieces.hasNext()) {
            take(pieces.next()._2(), all, rows);
        }
        if (!all.bad().isEmpty()) {
            return new Done(share, List.of(), null, new byte[0], all);
        }
        Common common = new Common(files, kinds, all.groups(), settled);
        Engine engine = rulebook.value().engine();
        CohortRequest wanted = job.request(room, room).grouped(Grouping.of(engine.rulebook()));
        try (Cohort cohort = Share.open(wanted, common, rows)) {
            Path rejected = room.resolve("rejected.parquet");
            Share.rejected(cohort, rejected);
            int first = share * job.parts();
            int skip = Math.max(0, Math.min(job.whole() - first, parts(cohort)));
            List<RunShare.Made> parts = RunShare.decide(
                    cohort, first, skip, engine, look(engine, job.crossCheck()), job.threads(), room.resolve("parts"));
            return new Done(
                    share, parts, cohort.summary(), Files.readAllBytes(rejected), share == 0 ? all : new Told());
        }
    }

    private static int parts(Cohort cohort) {
        return (int) ((cohort.size() + GatheredRun.chunk() - 1) / GatheredRun.chunk());
    }

    private static void take(Piece piece, Told all, Path rows) throws IOException {
        if (piece instanceof Piece.Rows some) {
            Path file = Files.createDirectories(rows.resolve(some.table())).resolve(some.file());
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.seek(some.from());
                out.write(some.bytes());
            }
        } else if (piece instanceof Piece.Told read) {
            all.rows().put(read.rank(), read.rows());
            if (!read.groups().isEmpty()) {
                all.groups().put(read.rank(), read.groups());
            }
        } else if (piece instanceof Piece.Warned warned) {
            all.warnings().put(warned.rank(), warned.lines());
        } else if (piece instanceof Piece.Bad bad) {
            all.bad().put(bad.rank(), bad.trouble());
        }
    }

    private static SecondLook look(Engine engine, int percent) {
        if (percent <= 0) {
            return SecondLook.NONE;
        }
        CrossCheck check = new CrossCheck(engine);
        return (facts, decision) -> CrossCheck.drawn(facts.practitioner().id(), percent)
                ? check.check(facts, decision, Detail.RUN)
                : decision;
    }
}
