package fr.optam.spark;

import fr.optam.cohort.Trouble;
import fr.optam.decision.Sentence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of the input, wherever it is.
 *
 * @param shown as it was typed, for messages
 * @param uri where every machine finds it
 * @param local whether each machine has it in its own tree of files, so that nothing need be fetched
 */
record InputFolder(String shown, String uri, boolean local) implements Serializable {

    /** The folder that was typed: a path, or a URI of any file system that Spark knows. */
    static InputFolder of(String typed) {
        try {
            URI uri = new URI(typed);
            if (uri.getScheme() != null && uri.getScheme().length() > 1) {
                return uri.getScheme().equals("file")
                        ? local(uri.getPath())
                        : new InputFolder(typed.replaceFirst("(?<=[^/])/+$", ""), typed, false);
            }
        } catch (URISyntaxException path) {
            return local(typed);
        }
        return local(typed);
    }

    private static InputFolder local(String typed) {
        java.nio.file.Path path = java.nio.file.Path.of(typed);
        return new InputFolder(path.toString(), path.toAbsolutePath().toString(), true);
    }

    /** Whether it is there. */
    boolean exists(Configuration hadoop) throws IOException {
        if (local) {
            return Files.isDirectory(java.nio.file.Path.of(uri));
        }
        try {
            return system(hadoop).getFileStatus(new Path(uri)).isDirectory();
        } catch (FileNotFoundException none) {
            return false;
        }
    }

    /** State of each of its files by name: what changes when the file does. */
    SortedMap<String, String> states(Configuration hadoop) throws IOException {
        SortedMap<String, String> states = new TreeMap<>();
        if (local) {
            try (var all = Files.list(java.nio.file.Path.of(uri))) {
                for (java.nio.file.Path file : all.filter(Files::isRegularFile).toList()) {
                    states.put(
                            file.getFileName().toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
            return states;
        }
        for (FileStatus file : system(hadoop).listStatus(new Path(uri))) {
            if (file.isFile()) {
                states.put(file.getPath().getName(), file.getLen() + " " + file.getModificationTime());
            }
        }
        return states;
    }

    /** Opens one of its files. */
    InputStream open(String name, Configuration hadoop) throws IOException {
        return local ? Files.newInputStream(java.nio.file.Path.of(uri, name)) : system(hadoop).open(file(name));
    }

    /**
     * A folder of this machine that holds one of its files: this one, or a copy.
     *
     * @param room where to copy to
     */
    java.nio.file.Path near(String name, Configuration hadoop, java.nio.file.Path room) throws IOException {
        if (local) {
            return java.nio.file.Path.of(uri);
        }
        java.nio.file.Path folder = Files.createDirectories(room.resolve("input"));
        try (InputStream in = open(name, hadoop)) {
            Files.copy(in, folder.resolve(name));
        }
        return folder;
    }

    /** What is said of a file of a copy, said of the original. */
    Trouble of(Trouble trouble, java.nio.file.Path near) {
        return new Trouble(
                trouble.code(),
                original(trouble.where(), near),
                new Sentence(
                        original(trouble.what().fr(), near),
                        original(trouble.what().en(), near)),
                trouble.hint());
    }

    /** A text with the original folder in it. */
    String original(String text, java.nio.file.Path near) {
        return text.replace(near.toString(), shown);
    }

    private Path file(String name) {
        return new Path(new Path(uri), new Path(null, null, name));
    }

    private FileSystem system(Configuration hadoop) throws IOException {
        return new Path(uri).getFileSystem(hadoop);
    }
}
