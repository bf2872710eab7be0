package fr.optam.cli;

import fr.optam.compare.CompareRefused;
import fr.optam.compare.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Switches comparison and merge of workbooks on for a repository; nothing outside of it changes. */
final class GitFiles {
    private static final String ATTRIBUTES = "*.xlsx -text diff=optam merge=optam";

    private GitFiles() {}

    /** Sets the configuration of the repository; gives one line for each thing that was set. */
    static List<String> install(Path folder, boolean french) throws IOException, Failure, CompareRefused {
        if (!Files.isDirectory(folder)) {
            throw Failure.usage(folder.toString(), "no such folder", "Maybe the name is written otherwise.");
        }
        Git git = new Git(folder);
        if (git.top().isEmpty()) {
            throw Failure.usage(folder.toString(), "is in no git checkout", "Maybe cd to one first, or git init.");
        }
        String program = program() + " diff" + (french ? "" : " --lang en");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("diff.optam.command", program + " --git-diff --");
        values.put("diff.optam.textconv", program + " --git-textconv --");
        values.put("merge.optam.name", "optam, workbooks by cells");
        values.put("merge.optam.driver", program + " --git-merge -- %O %A %B %P");
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, String> each : values.entrySet()) {
            git.configure(each.getKey(), each.getValue());
            said.add("git config " + each.getKey() + " = " + each.getValue());
        }
        if (!git.mapped("x.xlsx", "optam")) {
            Path attributes = git.attributes();
            Files.createDirectories(attributes.toAbsolutePath().getParent());
            String old = Files.exists(attributes) ? Files.readString(attributes) : "";
            Files.writeString(attributes, old + (old.isEmpty() || old.endsWith("\n") ? "" : "\n") + ATTRIBUTES + "\n");
            said.add(attributes + ": " + ATTRIBUTES);
        }
        return said;
    }

    /** How a shell calls this program: the launcher of the checkout, else the jar. */
    private static String program() throws Failure {
        Path launcher = Home.checkout().toAbsolutePath().resolve("optam");
        if (Files.isExecutable(launcher)) {
            return quoted(launcher.toString());
        }
        Path jar = Home.jar();
        return quoted(Path.of(System.getProperty("java.home"), "bin", "java").toString()) + " -jar "
                + quoted(jar.toString());
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Gives a new file the rights of the one it replaces, where the file system knows rights. */
    static void sameRights(Path from, Path to) throws IOException {
        if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }
}
