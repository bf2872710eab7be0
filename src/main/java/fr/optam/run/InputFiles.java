package fr.optam.run;

import fr.optam.cohort.FileTrouble;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.Trouble;
import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of an input folder as they stood before they were read: what notices that one was changed meanwhile. */
public final class InputFiles {
    private final Path folder;
    private final SortedMap<Path, State> before;

    private record State(long bytes, FileTime modified) {
        static final State NONE = new State(-1, FileTime.fromMillis(0));
    }

    private InputFiles(Path folder) throws IOException {
        this.folder = folder;
        this.before = states();
    }

    /** Looks at every file of the folder. */
    static InputFiles of(Path folder) throws IOException {
        return new InputFiles(folder);
    }

    /**
     * The regular files of a folder, in order of their name; not those of folders in it.
     *
     * @throws IOException if it can't be listed, naming it
     */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw FileTrouble.reading(folder, e);
        }
    }

    private SortedMap<Path, State> states() throws IOException {
        SortedMap<Path, State> states = new TreeMap<>();
        for (Path file : list(folder)) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                states.put(file, new State(found.size(), found.lastModifiedTime()));
            } catch (NoSuchFileException gone) {
                states.put(file, State.NONE);
            } catch (IOException e) {
                throw FileTrouble.reading(file, e);
            }
        }
        return states;
    }

    /**
     * Refuses what was changed, added or taken away since.
     *
     * @throws InputUnusable naming the first such file
     */
    void unchanged() throws InputUnusable, IOException {
        SortedMap<Path, State> now = states();
        SortedMap<Path, State> all = new TreeMap<>(before);
        all.putAll(now);
        for (Path file : all.keySet()) {
            State then = before.getOrDefault(file, State.NONE);
            if (!then.equals(now.getOrDefault(file, State.NONE))) {
                throw changed(file.toString());
            }
        }
    }

    /** What is said of a file that changed while it was read. */
    public static InputUnusable changed(String file) {
        return new InputUnusable(
                new Trouble(
                        "INPUT_CHANGED",
                        file,
                        new Sentence(
                                "le fichier a changé pendant sa lecture", "the file was changed while it was read"),
                        new Sentence(
                                "Peut-être attendre qu’il soit complet, puis recommencer.",
                                "Maybe wait until it is complete, then begin again.")),
                null);
    }
}
