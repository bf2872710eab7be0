package fr.optam.spark;

import fr.optam.cohort.FileTrouble;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.Trouble;
import fr.optam.run.InputFiles;
import java.io.IOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * How the files of an input stood at one time.
 *
 * @param folder the input
 * @param states size and time of each file by its name
 */
record InputState(InputFolder folder, SortedMap<String, String> states) {

    /** How they stand now. */
    static InputState of(InputFolder folder, Configuration hadoop) throws IOException {
        try {
            return new InputState(folder, folder.states(hadoop));
        } catch (IOException e) {
            throw FileTrouble.of(Trouble.unreadable(folder.shown(), e), e);
        }
    }

    /** Names of the files, in order. */
    Set<String> names() {
        return states.keySet();
    }

    /**
     * Refuses a file that was changed, added or taken away.
     *
     * @param now how the files stand later
     * @throws InputUnusable naming the first such file
     */
    void refuse(InputState now) throws InputUnusable {
        SortedMap<String, String> all = new TreeMap<>(states);
        all.putAll(now.states());
        for (String name : all.keySet()) {
            if (!states.getOrDefault(name, "").equals(now.states().getOrDefault(name, ""))) {
                throw InputFiles.changed(folder.shown() + "/" + name);
            }
        }
    }
}
