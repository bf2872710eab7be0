package fr.optam.bench;

import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * What {@code impact} costs beside two batches of the same cohort, for edits of one table each.
 * {@code -Dbench.practitioners=10000} says of how many practitioners, each with 20 to 800 act lines;
 * {@code -Dbench.cohort=DIR} takes a cohort that is there, {@code -Dbench.folder=DIR} keeps what is made.
 */
final class Foresight {
    private static final double NANOS = 1e9;
    private static final List<Edit> EDITS = List.of(
            new Edit("a bound of the recovery", "consequence/recuperation.drl.xlsx", "CLAW-PRIME-010", 5, "5.00"),
            new Edit("a threshold of acts", "reference/eligibilite-actes.xlsx", "ELIG-MIN-002", 3, "400"),
            new Edit("a right to a letter, taken away", "modifiers/droits.drl.xlsx", "MODI-K-021", 0, ""));

    private final Path home = Path.of("").toAbsolutePath();
    private final Path folder;

    private Foresight(Path folder) {
        this.folder = folder;
    }

    /**
     * An edit of one table.
     *
     * @param name what it is
     * @param book workbook below the tables
     * @param row id of its row
     * @param column number of its cell in the row, from 1; 0 deletes the row
     * @param value what the cell says then
     */
    private record Edit(String name, String book, String row, int column, String value) {}

    /** Wall and processor time, seconds; most memory, KiB. */
    private record Cost(double wall, double processor, long memory) {}

    static void print() throws IOException, InterruptedException {
        String kept = System.getProperty("bench.folder", "");
        Path folder = kept.isEmpty() ? Files.createTempDirectory("optam-impact") : Files.createDirectories(Path.of(kept));
        try {
            new Foresight(folder).measure();
        } finally {
            if (kept.isEmpty()) {
                Benchmark.delete(folder);
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        int practitioners = Benchmark.number("bench.practitioners", 10_000);
        String given = System.getProperty("bench.cohort", "");
        Path cohort = given.isEmpty() ? folder.resolve("cohort-" + practitioners) : Path.of(given);
        if (!Files.exists(cohort)) {
            verb("sample", "--practitioners", String.valueOf(practitioners), "--seed", "7", "--files", "parquet", "--out",
                    cohort.toString());
        }
        Benchmark.line("impact over %s, %d processors, load %.1f", cohort.getFileName(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Path before = folder.resolve("before");
        Cost first = batch(cohort, before, List.of());
        line("batch, before", first, 0);
        Cost second = batch(cohort, folder.resolve("after"), overlay(EDITS.get(0)));
        line("batch, after", second, 0);
        double both = first.wall() + second.wall();
        for (Edit edit : EDITS) {
            List<String> input = new ArrayList<>(List.of("impact", "--input", cohort.toString(), "--year", "2025"));
            input.addAll(overlay(edit));
            line("impact --input, " + edit.name(), verb(input.toArray(String[]::new)), both);
            List<String> run = new ArrayList<>(List.of("impact", "--run", before.toString()));
            run.addAll(overlay(edit));
            line("impact --run, " + edit.name(), verb(run.toArray(String[]::new)), both);
        }
    }

    private Cost batch(Path cohort, Path out, List<String> overlay) throws IOException, InterruptedException {
        Benchmark.delete(out);
        List<String> command = new ArrayList<>(List.of("batch", "--input", cohort.toString(), "--year", "2025", "--out",
                out.toString()));
        command.addAll(overlay);
        return verb(command.toArray(String[]::new));
    }

    private static void line(String what, Cost cost, double both) {
        Benchmark.line("  %-58s %7.2f s wall %7.2f s processor %5d MiB%s", what, cost.wall(), cost.processor(),
                cost.memory() / 1024, both == 0 ? "" : "  %.2f of both batches".formatted(cost.wall() / both));
    }

    /** The option that puts an overlay with one edited workbook over the rulebook. */
    private List<String> overlay(Edit edit) throws IOException {
        Path overlay = folder.resolve("edit-" + EDITS.indexOf(edit));
        Path book = overlay.resolve(edit.book());
        Files.createDirectories(book.getParent());
        try (WorkbookCopy copy =
                WorkbookCopy.open(Files.readAllBytes(home.resolve("decision-tables").resolve(edit.book())))) {
            int row = row(edit);
            if (edit.column() == 0) {
                copy.deleteRow("Table", row);
            } else {
                copy.setCell("Table", (char) ('A' + edit.column() - 1) + String.valueOf(row), edit.value());
            }
            Files.write(book, copy.bytes());
        } catch (WorkbookRefused e) {
            throw new IllegalStateException(e);
        }
        return List.of("--overlay", overlay.toString());
    }

    /** Number of the row in the sheet, from 1. */
    private int row(Edit edit) throws IOException {
        try (InputStream in = Files.newInputStream(home.resolve("decision-tables").resolve(edit.book()));
                Workbook workbook = WorkbookFactory.create(in)) {
            for (Row row : workbook.getSheetAt(0)) {
                Cell cell = row.getCell(0);
                if (cell != null && cell.toString().equals(edit.row())) {
                    return row.getRowNum() + 1;
                }
            }
        }
        throw new IllegalStateException("no row " + edit.row());
    }

    /** As the launcher runs it. */
    private Cost verb(String... verb) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:+UseParallelGC", "-Xmx1600m",
                "-Dlog4j2.StatusLogger.level=OFF", "-Doptam.home=" + home, "-jar",
                home.resolve("target/optam.jar").toString()));
        command.addAll(List.of(verb));
        command.add("--no-progress");
        Path err = folder.resolve("err");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        Duration processor = Duration.ZERO;
        long memory = 0;
        do {
            processor = process.info().totalCpuDuration().orElse(processor);
            memory = Math.max(memory, National.peak(process.pid()));
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        double wall = (System.nanoTime() - start) / NANOS;
        if (process.exitValue() != 0 && process.exitValue() != 4) {
            throw new IllegalStateException(String.join(" ", verb) + ": exit " + process.exitValue() + "\n"
                    + Files.readString(err));
        }
        return new Cost(wall, processor.toNanos() / NANOS, memory);
    }
}
