package fr.optam.spark;

import fr.optam.cohort.FileTrouble;
import fr.optam.cohort.Trouble;
import fr.optam.run.GatheredRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Size and digest of every file of the input, read by the executors. */
record Digests(InputFolder folder, Broadcast<SerializableConfiguration> hadoop)
        implements Function<String, Digests.Found> {

    /** What a file is, or why it can't be read. */
    record Found(String name, TreeMap<String, Object> described, Trouble trouble) implements Serializable {}

    @Override
    public Found call(String name) {
        try (InputStream in = folder.open(name, hadoop.value().value())) {
            return new Found(name, new TreeMap<>(GatheredRun.described(in)), null);
        } catch (IOException e) {
            return new Found(name, null, Trouble.unreadable(folder.shown() + "/" + name, e));
        }
    }

    /** All of them by name. */
    static Map<String, Object> of(
            JavaSparkContext spark,
            InputFolder folder,
            Iterable<String> names,
            Broadcast<SerializableConfiguration> hadoop)
            throws IOException {
        List<String> all = new ArrayList<>();
        names.forEach(all::add);
        Map<String, Object> digests = new TreeMap<>();
        if (!all.isEmpty()) {
            for (Found found :
                    spark.parallelize(all, all.size()).map(new Digests(folder, hadoop)).collect()) {
                if (found.trouble() != null) {
                    throw FileTrouble.of(found.trouble(), null);
                }
                digests.put(found.name(), found.described());
            }
        }
        return digests;
    }
}
