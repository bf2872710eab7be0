package fr.optam.spark;

import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.FileTrouble;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.Trouble;
import fr.optam.run.GatheredRun;
import fr.optam.run.Progress;
import fr.optam.run.RunShare;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Takes the results of the shares as they come, exactly one of each, and forgets their parts once they are written. */
final class Gathering {
    private final GatheredRun run;
    private final Progress progress;
    private final SortedMap<Integer, CohortSummary> read = new TreeMap<>();
    private final SortedMap<Integer, byte[]> rejected = new TreeMap<>();
    private ShareTask.Told told = new ShareTask.Told();
    private IOException failure;

    Gathering(GatheredRun run, Progress progress) {
        this.run = run;
        this.progress = progress;
    }

    /**
     * Runs the job.
     *
     * @throws InputUnusable if a file can't be used
     * @throws IOException if the run can't be written, or a task failed for good
     */
    void all(JavaSparkContext spark, JavaRDD<ShareTask.Done> done) throws IOException, InputUnusable {
        Function2<TaskContext, Iterator<ShareTask.Done>, ShareTask.Done> one =
                (Function2<TaskContext, Iterator<ShareTask.Done>, ShareTask.Done> & Serializable)
                        (context, results) -> results.next();
        Function2<Object, ShareTask.Done, BoxedUnit> take = (share, result) -> {
            take(result);
            return BoxedUnit.UNIT;
        };
        try {
            spark.sc().runJob(
                            done.rdd(),
                            one,
                            take,
                            ClassTag$.MODULE$.apply(ShareTask.Done.class));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw failed(e);
        }
        if (failure != null) {
            throw failure;
        }
        if (!told.bad().isEmpty()) {
            throw new InputUnusable(told.bad().get(told.bad().firstKey()), null);
        }
    }

    private synchronized void take(ShareTask.Done done) {
        if (failure != null || read.containsKey(done.share())) {
            return;
        }
        if (done.share() == 0 || !done.told().bad().isEmpty()) {
            told = done.told();
        }
        if (!told.bad().isEmpty()) {
            return;
        }
        try {
            for (RunShare.Made part : done.parts()) {
                progress.decided(run.take(part));
            }
            read.put(done.share(), done.read());
            rejected.put(done.share(), done.rejected());
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Why the cluster gave up: what the last attempt of a task said. */
    private IOException failed(Exception e) throws IOException {
        if (failure != null) {
            return failure;
        }
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof MachineTrouble)) {
            cause = cause.getCause();
        }
        if (cause instanceof MachineTrouble told) {
            return FileTrouble.of(told.trouble(), e);
        }
        if (cause instanceof FileTrouble) {
            return FileTrouble.of(Trouble.of("FILE", String.valueOf(cause.getMessage())), e);
        }
        throw new IllegalStateException(String.valueOf(cause.getMessage()), e);
    }

    /** Rows read of each file by its rank. */
    Map<Integer, Long> rows() {
        return told.rows();
    }

    /** What a person should know of the files, in their order. */
    List<String> warnings() {
        return told.warnings().values().stream().flatMap(List::stream).toList();
    }

    /** What each share used, rejected and excluded. */
    List<CohortSummary> read() {
        return List.copyOf(read.values());
    }

    /** Their rejected rows as files. */
    List<Path> rejected(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<Integer, byte[]> share : rejected.entrySet()) {
            Path file = folder.resolve("rejected-" + share.getKey() + ".parquet");
            Files.write(file, share.getValue());
            files.add(file);
        }
        return files;
    }
}
