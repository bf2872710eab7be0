package fr.optam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The facts named on a command line: files, folders of {@code *.json}, {@code -} for standard input. */
final class FactsFiles {
    private static final String STANDARD_INPUT = "-";

    private FactsFiles() {}

    /**
     * The files in the order given; those of a folder by name.
     *
     * @throws Failure of wrong use if one is not there
     */
    static List<String> named(List<String> arguments) throws Failure, IOException {
        List<String> files = new ArrayList<>();
        for (String argument : arguments) {
            Path path = Path.of(argument);
            if (argument.equals(STANDARD_INPUT) || Files.isRegularFile(path)) {
                files.add(argument);
            } else if (Files.isDirectory(path)) {
                int before = files.size();
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                            .sorted()
                            .forEach(file -> files.add(file.toString()));
                }
                if (files.size() == before) {
                    throw Failure.usage(argument, "holds no file that ends with .json", "Maybe another folder.");
                }
            } else if (Files.exists(path)) {
                files.add(argument);
            } else {
                throw Failure.usage(argument, "no such file", "Maybe the name is written otherwise.");
            }
        }
        return files;
    }

    /** The bytes of a file. */
    static byte[] read(String file, Shell shell) throws IOException {
        return file.equals(STANDARD_INPUT) ? shell.in().readAllBytes() : Files.readAllBytes(Path.of(file));
    }

    /** How messages name it. */
    static String shown(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }
}
