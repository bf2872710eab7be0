package fr.optam.compare;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads revisions of a repository with the program {@code git}; nothing is fetched, nothing is changed. */
public final class Git {
    private static final long MOST_BYTES = 512L << 20;

    private final Path folder;

    /** @param folder any folder of the repository */
    public Git(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * The object that a revision names, or nothing.
     *
     * @throws CompareRefused if git is not installed, or the name would be an option
     */
    Optional<String> object(String revision) throws CompareRefused {
        if (revision.startsWith("-")) {
            throw CompareRefused.use(
                    revision, "a revision does not begin with -", "Maybe ./" + revision + " is meant.");
        }
        if (revision.isBlank() || revision.chars().anyMatch(c -> c < ' ')) {
            return Optional.empty();
        }
        String id = text("rev-parse", "--verify", "--quiet", "--end-of-options", revision + peel(revision))
                .strip();
        return id.matches("[0-9a-f]{40,64}") ? Optional.of(id) : Optional.empty();
    }

    private static String peel(String revision) {
        return revision.contains(":") ? "" : "^{commit}";
    }

    /** {@code blob}, {@code tree} or {@code commit}. */
    String type(String object) throws CompareRefused {
        return text("cat-file", "-t", object).strip();
    }

    /** Bytes of a blob. */
    byte[] blob(String object) throws CompareRefused {
        return run("cat-file", "blob", object);
    }

    /** Path of the folder below the top of its work tree, {@code ""} or {@code a/b/}. */
    String prefix() throws CompareRefused {
        return text("rev-parse", "--show-prefix").strip();
    }

    /** Top of the work tree, if the folder lies in one. */
    public Optional<Path> top() throws CompareRefused {
        String top = text("rev-parse", "--show-toplevel").strip();
        return top.isEmpty() ? Optional.empty() : Optional.of(Path.of(top));
    }

    /**
     * Sets a value of the repository's own configuration.
     *
     * @throws CompareRefused if git refuses it
     */
    public void configure(String key, String value) throws CompareRefused {
        try {
            Process process = start(List.of("config", "--local", key, value));
            process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw CompareRefused.failed(folder.toString(), "git config " + key + " failed", "");
            }
        } catch (IOException e) {
            throw missing(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Whether attributes give a file this driver for both comparison and merge. */
    public boolean mapped(String file, String driver) throws CompareRefused {
        String said = text("check-attr", "diff", "merge", "--", file);
        return said.contains(": diff: " + driver) && said.contains(": merge: " + driver);
    }

    /** The attributes of the repository that are not part of its content. */
    public Path attributes() throws CompareRefused {
        return folder.resolve(text("rev-parse", "--git-path", "info/attributes").strip());
    }

    /** Writes the rulebook of a commit or tree into a folder; the deepest one on the way to this folder. */
    void extract(String object, Path into) throws CompareRefused, IOException {
        List<String[]> entries = new ArrayList<>();
        for (String line : text("ls-tree", "-r", "-z", "--full-tree", object).split("\0")) {
            int tab = line.indexOf('\t');
            if (tab > 0 && line.startsWith("100")) {
                entries.add(new String[] {line.substring(0, tab).split(" ")[2], line.substring(tab + 1)});
            }
        }
        String prefix = type(object).equals("commit") ? root(entries, prefix()) : "";
        List<String[]> wanted = new ArrayList<>();
        for (String[] entry : entries) {
            Path target = into.resolve(entry[1].substring(entry[1].startsWith(prefix) ? prefix.length() : 0))
                    .normalize();
            if (entry[1].startsWith(prefix)
                    && part(entry[1].substring(prefix.length()), entries)
                    && target.startsWith(into)) {
                wanted.add(new String[] {entry[0], target.toString()});
            }
        }
        write(wanted);
    }

    private static boolean part(String path, List<String[]> entries) {
        return path.startsWith(Edition.RULES)
                || path.startsWith(Edition.TABLES)
                || entries.stream().noneMatch(e -> e[1].contains(Edition.RULES) || e[1].contains(Edition.TABLES));
    }

    /** The deepest folder on the way to where git was called that holds a rulebook, else the only one that does. */
    private static String root(List<String[]> entries, String prefix) {
        Set<String> roots = new TreeSet<>();
        for (String[] entry : entries) {
            for (String part : List.of(Edition.RULES, Edition.TABLES)) {
                int at = ("/" + entry[1]).indexOf("/" + part);
                if (at >= 0) {
                    roots.add(entry[1].substring(0, at));
                }
            }
        }
        for (String at = prefix; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/', at.length() - 2) + 1)) {
            if (roots.contains(at)) {
                return at;
            }
        }
        return roots.contains("") || roots.size() != 1 ? "" : roots.iterator().next();
    }

    private void write(List<String[]> wanted) throws CompareRefused, IOException {
        Path ids = Files.createTempFile("optam", ".ids");
        try {
            Files.write(ids, wanted.stream().map(w -> w[0]).toList(), StandardCharsets.UTF_8);
            ProcessBuilder builder = builder(List.of("cat-file", "--batch"));
            Process process = builder.redirectInput(ids.toFile()).start();
            long total = 0;
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
                for (String[] each : wanted) {
                    String[] head = line(in).split(" ");
                    int size = head.length == 3 && head[1].equals("blob") ? Integer.parseInt(head[2]) : -1;
                    total += size;
                    if (size < 0 || total > MOST_BYTES) {
                        process.destroy();
                        throw CompareRefused.failed(each[1], "git can't read this file", "Maybe git fsck says why.");
                    }
                    byte[] content = new byte[size];
                    in.readFully(content);
                    in.readByte();
                    Path target = Path.of(each[1]);
                    Files.createDirectories(target.getParent());
                    Files.write(target, content);
                }
            }
        } finally {
            Files.deleteIfExists(ids);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private String text(String... arguments) throws CompareRefused {
        return new String(run(arguments), StandardCharsets.UTF_8);
    }

    private byte[] run(String... arguments) throws CompareRefused {
        try {
            Process process = start(List.of(arguments));
            byte[] out = process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? out : new byte[0];
        } catch (IOException e) {
            throw missing(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Process start(List<String> arguments) throws IOException {
        Process process = builder(arguments).start();
        process.getOutputStream().close();
        return process;
    }

    private ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager", "-c", "protocol.allow=never"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        return builder;
    }

    private static CompareRefused missing(IOException e) {
        return CompareRefused.failed(
                "git",
                "can't be run (" + String.valueOf(e.getMessage()).replaceFirst(".*, ", "") + ")",
                "Maybe it is not installed.");
    }

    private static CompareRefused interrupted() {
        Thread.currentThread().interrupt();
        return CompareRefused.failed("git", "was interrupted", "");
    }
}
