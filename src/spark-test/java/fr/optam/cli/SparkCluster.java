package fr.optam.cli;

import fr.optam.spark.SparkBatch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.master.Master$;
import org.apache.spark.deploy.worker.Worker$;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.Option;

/**
 * A cluster of Spark on this machine: a master, two workers on two host names, an executor in a process of its own on
 * each. Only between two hosts does Spark begin a second attempt of a slow task.
 */
final class SparkCluster implements AutoCloseable {
    private static final int MEGABYTES = 700;

    private final List<RpcEnv> services = new ArrayList<>();
    private final JavaSparkContext spark;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** @param home folder that executors are told to be Spark's */
    SparkCluster(Path home, Path work) throws IOException {
        Files.createDirectories(home.resolve("jars"));
        Files.writeString(home.resolve("RELEASE"), "Spark of the tests\n");
        SparkConf conf = new SparkConf();
        RpcEnv master = Master$.MODULE$
                .startRpcEnvAndEndpoint("127.0.0.1", 0, 0, conf)
                ._1();
        services.add(master);
        String url = "spark://127.0.0.1:" + master.address().port();
        for (String host : List.of("127.0.0.1", "localhost")) {
            services.add(Worker$.MODULE$.startRpcEnvAndEndpoint(
                    host,
                    0,
                    0,
                    1,
                    MEGABYTES,
                    new String[] {url},
                    Files.createDirectories(work.resolve(host)).toString(),
                    Option.apply(services.size()),
                    conf,
                    Option.empty()));
        }
        spark = new JavaSparkContext(SparkBatch.settings(new SparkConf())
                .setMaster(url)
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.cores.max", "2")
                .set("spark.executor.memory", MEGABYTES + "m")
                .set("spark.executor.extraClassPath", classes())
                .set("spark.speculation", "true")
                .set("spark.speculation.interval", "100ms")
                .set("spark.speculation.multiplier", "1.1")
                .set("spark.speculation.quantile", "0.1"));
        spark.setLogLevel("OFF");
        spark.sc().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                seen.add(end.taskInfo().speculative() ? "speculative" : "first");
                seen.add(end.taskInfo().host());
            }

            @Override
            public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
                seen.add("removed");
            }
        });
    }

    /** What the tests run with: surefire tells it apart from the jar that it starts them with. */
    private static String classes() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .map(one -> Path.of(one).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    JavaSparkContext spark() {
        return spark;
    }

    /** {@code speculative}, {@code first}, {@code removed}, and the hosts. */
    Set<String> seen() {
        return seen;
    }

    @Override
    public void close() {
        spark.close();
        services.forEach(RpcEnv::shutdown);
        services.forEach(RpcEnv::awaitTermination);
    }
}
