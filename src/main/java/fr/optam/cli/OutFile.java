package fr.optam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/** Where what a verb says goes: standard output, or a file. */
final class OutFile {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes to this file instead of standard output; its folder is made.")
    Path file;

    /** Whether colours show where it goes. */
    boolean colour(Shell shell) {
        return file == null && shell.colour();
    }

    /**
     * Writes what is said; a file holds the whole of it or stays as it was.
     *
     * @throws IOException if the file can't be written
     */
    void write(byte[] said, OutputOptions output, Shell shell) throws IOException {
        if (file == null && output.json()) {
            shell.line(said);
        } else if (file == null) {
            shell.out().write(said);
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, said);
        } else {
            Path whole = file.toAbsolutePath();
            Files.createDirectories(whole.getParent());
            Path part = whole.resolveSibling(whole.getFileName() + ".part");
            Files.write(part, said);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
