package fr.optam.bench.rivals;

import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Compares our engine with hand-written Java and with other rule engines: the tables of eligibility and of modifiers,
 * the same facts, the same answers first. Each engine has a process of its own, and each of its cells a limit of time.
 */
public final class Rivals {
    private static final int BUILD = Integer.getInteger("bench.build", 20);
    private static final int ASK = Integer.getInteger("bench.ask", 20);
    private static final int PATIENCE = 4;
    private static final String END = "end";

    private final Path facts;
    private long whole;
    private final Map<Contender, Results> results = new EnumMap<>(Contender.class);

    private Rivals(Path facts) {
        this.facts = facts;
    }

    /** Compares all, then prints. */
    public static void main(String[] args) throws IOException, InterruptedException, RulebookInvalid {
        String wanted = System.getProperty("bench.only", "");
        long start = System.nanoTime();
        Path folder = Files.createTempDirectory("rivals");
        try {
            Rivals rivals = new Rivals(folder);
            Rulebook rulebook = rivals.facts();
            for (Contender contender : Contender.values()) {
                if (wanted.isEmpty() || Arrays.asList(wanted.split(",")).contains(contender.name())) {
                    System.err.println("… " + contender.label());
                    rivals.run(contender);
                }
            }
            new RivalsTable(rivals.results, rulebook, rivals.whole, (System.nanoTime() - start) / 1e9, BUILD, ASK)
                    .print();
        } finally {
            for (Cell cell : Cell.of(true)) {
                Files.deleteIfExists(folder.resolve(cell.key()));
            }
            Files.delete(folder);
        }
    }

    /** Writes what the shipped tables are asked while our engine decides, once for all engines. */
    private Rulebook facts() throws IOException, RulebookInvalid {
        Rulebook rulebook = Contest.load();
        ShippedFacts shipped = new ShippedFacts(new Engine(rulebook));
        for (Cell cell : Cell.of(true)) {
            try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(facts.resolve(cell.key())))) {
                out.writeObject(new ArrayList<>(shipped.asked(ShippedFacts.years(cell.size(), cell.decisions()))));
            }
        }
        whole = shipped.held();
        return rulebook;
    }

    private void run(Contender contender) throws IOException, InterruptedException {
        Results found = new Results();
        results.put(contender, found);
        List<Cell> open = new ArrayList<>(contender.isWhole() ? Cell.of(true) : Cell.all());
        while (!open.isEmpty()) {
            Optional<Cell> stuck = process(contender, List.copyOf(open), found);
            open.removeIf(found::has);
            stuck.ifPresent(cell -> open.removeIf(c -> {
                boolean larger = c.grouped() == cell.grouped() && c.size() > cell.size();
                if (larger) {
                    found.reason(c, "not tried");
                }
                return larger;
            }));
            if (stuck.isEmpty()) {
                open.forEach(c -> found.reason(c, "ended without a word"));
                return;
            }
        }
    }

    /** Runs cells in one process until it ends or one takes too long, which is told. */
    private Optional<Cell> process(Contender contender, List<Cell> cells, Results found)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(contender, cells))
                .redirectError(
                        Boolean.getBoolean("bench.trace")
                                ? ProcessBuilder.Redirect.INHERIT
                                : ProcessBuilder.Redirect.DISCARD)
                .start();
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(process, lines));
        reader.setDaemon(true);
        reader.start();
        try {
            boolean built = false;
            for (Cell cell : cells) {
                while (!found.has(cell)) {
                    int limit = built ? ASK : BUILD;
                    Optional<String> line = next(process, lines, limit);
                    if (line.isEmpty()) {
                        found.reason(cell, (built ? "asked" : "built") + " for more than " + limit + " s");
                        return Optional.of(cell);
                    }
                    if (line.get().equals(END)) {
                        return Optional.empty();
                    }
                    built = line.get().startsWith("built") || line.get().startsWith("checked");
                    found.take(line.get());
                }
            }
            return Optional.empty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The next line; none if the process had so many seconds of processor time, or far more of the clock, without one. */
    private static Optional<String> next(Process process, BlockingQueue<String> lines, int limit)
            throws InterruptedException {
        Duration begun = spent(process);
        for (int second = 0; second < limit * PATIENCE; second++) {
            String line = lines.poll(1, TimeUnit.SECONDS);
            if (line != null) {
                return Optional.of(line);
            }
            if (spent(process).minus(begun).toSeconds() >= limit) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Duration spent(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void read(Process process, BlockingQueue<String> lines) {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            in.lines().filter(l -> l.startsWith("@@ ")).forEach(l -> lines.add(l.substring(3)));
        } catch (IOException | java.io.UncheckedIOException e) {
            lines.add(END);
        }
        lines.add(END);
    }

    private List<String> command(Contender contender, List<Cell> cells) {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !isApart(Path.of(jar)) || isOf(contender, Path.of(jar)))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx3g",
                "-Xss8m",
                // compiled before it goes on: else a busy machine would measure what is not compiled yet
                "-Xbatch",
                "-XX:+UseSerialGC",
                "-Dlog4j2.StatusLogger.level=OFF",
                "-Dbench.cells=" + System.getProperty("bench.cells", ""),
                "-Dbench.trace=" + Boolean.getBoolean("bench.trace"),
                "-classpath",
                path,
                Contest.class.getName(),
                contender.name(),
                facts.toString(),
                cells.stream().map(Cell::key).collect(Collectors.joining(",")));
    }

    private static boolean isApart(Path jar) {
        return jar.getFileName().toString().startsWith(Contender.APART);
    }

    private static boolean isOf(Contender contender, Path jar) {
        return !contender.jar().isEmpty() && jar.getFileName().toString().startsWith(contender.jar());
    }
}
