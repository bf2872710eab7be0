package fr.optam.spark;

import fr.optam.cohort.Cohort;
import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.DcirCohort;
import fr.optam.cohort.GatheredShares;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.NeutralShares;
import fr.optam.cohort.SettledShares;
import fr.optam.cohort.Share;
import fr.optam.cohort.Share.ShareFile;
import fr.optam.run.BatchRequest;
import fr.optam.run.GatheredRun;
import fr.optam.run.Progress;
import fr.optam.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** The driver's work on a cohort of the neutral layout. */
final class Driver {
    private static final int SHARES_A_CORE = 3;
    private static final int MOST_PARTS = 4;

    private final JavaSparkContext spark;
    private final BatchRequest request;
    private final InputFolder folder;
    private final Rulebook rulebook;
    private final Progress progress;
    private final Broadcast<SerializableConfiguration> hadoop;
    private InputState before;

    Driver(
            JavaSparkContext spark,
            BatchRequest request,
            InputFolder folder,
            Rulebook rulebook,
            Progress progress) {
        this.spark = spark;
        this.request = request;
        this.folder = folder;
        this.rulebook = rulebook;
        this.progress = progress;
        this.hadoop = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    }

    /** Digests of the input; remembers how its files stood before. */
    Map<String, Object> digests() throws IOException {
        before = InputState.of(folder, spark.hadoopConfiguration());
        return Digests.of(spark, folder, before.names(), hadoop);
    }

    private void unchanged() throws IOException, InputUnusable {
        before.refuse(InputState.of(folder, spark.hadoopConfiguration()));
    }

    /** Has the cohort read and decided, and gathers the parts in the run. */
    CohortSummary decide(GatheredRun run, Watch watch) throws IOException, InputUnusable {
        Path near = near(run.work());
        try {
            NeutralShares.Listing listing = NeutralShares.list(at(near, run));
            List<Tuple2<Integer, Piece>> known = new ArrayList<>();
            Job job;
            try (NeutralShares practitioners =
                    NeutralShares.read(at(practitioners(near, listing), run), listing.practitioners())) {
                List<String> ids = practitioners.ids();
                job = job(ids, run.parts(), watch);
                FileTask.all(practitioners, job, near, run.work().resolve("rows"), "p-")
                        .forEachRemaining(known::add);
                progress.deciding(ids.size(), run.decided(), 0);
            }
            Gathering gathering = new Gathering(run, progress);
            Share.Common common = new Share.Common(listing.files(), listing.kinds(), Map.of(), false);
            gather(job, pieces(job, listing.others(), known), common, gathering);
            unchanged();
            return gathered(run, near, listing, gathering);
        } catch (InputUnusable e) {
            throw new InputUnusable(folder.of(e.trouble(), near), e);
        }
    }

    private JavaPairRDD<Integer, Piece> pieces(
            Job job, List<ShareFile> files, List<Tuple2<Integer, Piece>> known) {
        JavaPairRDD<Integer, Piece> pieces = spark.parallelizePairs(known, 1);
        return files.isEmpty()
                ? pieces
                : pieces.union(spark.parallelize(new ArrayList<>(files), files.size())
                        .flatMapToPair(new FileTask(spark.broadcast(job), hadoop)));
    }

    /**
     * Reads a cohort of another layout here, and has it decided: what ties its rows together is not one practitioner.
     */
    CohortSummary settled(GatheredRun run, Watch watch) throws IOException, InputUnusable {
        Path near = folder.local() ? Path.of(folder.uri()) : run.work().resolve("input");
        for (String name : folder.local() ? Set.<String>of() : before.names()) {
            folder.near(name, spark.hadoopConfiguration(), run.work());
        }
        LocalDate until = request.paidUntil().orElse(DcirCohort.paidUntil(request.year()));
        try (Cohort cohort = DcirCohort.open(at(near, run), until)) {
            unchanged();
            SettledShares shares = new SettledShares(cohort);
            List<String> ids = shares.ids();
            Job job = job(ids, run.parts(), watch);
            Path rows = run.work().resolve("rows");
            List<Tuple2<Integer, Piece>> known = new ArrayList<>();
            new RowsOut(rows, "d-", shares.write(job.firsts(), rows)).forEachRemaining(known::add);
            progress.deciding(ids.size(), run.decided(), cohort.summary().rejected());
            Share.Common common = new Share.Common(List.of(), shares.kinds(), Map.of(), true);
            gather(job, spark.parallelizePairs(known, job.shares()), common, new Gathering(run, progress));
            return cohort.summary();
        } catch (InputUnusable e) {
            throw new InputUnusable(folder.of(e.trouble(), near), e);
        }
    }

    private CohortSummary gathered(
            GatheredRun run, Path near, NeutralShares.Listing listing, Gathering gathering)
            throws IOException, InputUnusable {
        List<String> warnings = new ArrayList<>();
        listing.warnings().forEach(line -> warnings.add(folder.original(line, near)));
        warnings.addAll(gathering.warnings());
        Path rows = Files.createDirectories(run.work().resolve("rejected"));
        return GatheredShares.of(
                at(near, run),
                listing.files(),
                gathering.rows(),
                warnings,
                gathering.read(),
                gathering.rejected(rows));
    }

    private Job job(List<String> ids, int whole, Watch watch) {
        int parts = (ids.size() + GatheredRun.chunk() - 1) / GatheredRun.chunk();
        int each = Math.max(1, Math.min(MOST_PARTS, parts / (SHARES_A_CORE * spark.defaultParallelism())));
        List<String> firsts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += each * GatheredRun.chunk()) {
            firsts.add(ids.get(i));
        }
        return new Job(
                folder,
                request.year(),
                new java.util.TreeSet<>(request.referenceYears()),
                request.memoryMegabytes(),
                request.threads(),
                request.look().percent(),
                firsts,
                each,
                whole,
                watch);
    }

    private void gather(Job job, JavaPairRDD<Integer, Piece> pieces, Share.Common common, Gathering gathering)
            throws IOException, InputUnusable {
        Broadcast<ShippedRulebook> shipped = spark.broadcast(ShippedRulebook.of(rulebook));
        gathering.all(
                spark,
                pieces.partitionBy(new HashPartitioner(job.shares()))
                        .mapPartitionsWithIndex(
                                new ShareTask(
                                        spark.broadcast(job), shipped, common.files(), common.kinds(), common.settled()),
                                true));
    }

    /** A folder of this machine with a file of each name; of an input elsewhere, without content. */
    private Path near(Path work) throws IOException {
        if (folder.local()) {
            return Path.of(folder.uri());
        }
        Path names = Files.createDirectories(work.resolve("names"));
        for (String name : before.names()) {
            Files.createFile(names.resolve(name));
        }
        return names;
    }

    /** A folder of this machine with the files of the practitioners. */
    private Path practitioners(Path near, NeutralShares.Listing listing) throws IOException {
        if (!folder.local()) {
            for (ShareFile file : listing.practitioners()) {
                try (var in = folder.open(file.name(), spark.hadoopConfiguration())) {
                    Files.copy(in, near.resolve(file.name()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return near;
    }

    private CohortRequest at(Path near, GatheredRun run) {
        return new CohortRequest(
                near,
                request.year(),
                run.work().resolve("driver"),
                run.rejected(),
                request.referenceYears(),
                request.memoryMegabytes(),
                request.threads(),
                progress::reading);
    }
}
