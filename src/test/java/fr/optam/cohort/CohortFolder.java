package fr.optam.cohort;

import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** A folder of input files under test, and what reading it gave. */
final class CohortFolder {
    static final String ONE = "practitioner_id\np1\n";

    private final Path root;
    private final Path input;
    private final List<PractitionerYear> years = new ArrayList<>();
    private CohortSummary summary;

    CohortFolder(Path root) {
        this.root = root;
        this.input = root.resolve("in");
        try {
            Files.createDirectories(input);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    CohortFolder with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    CohortFolder with(String name, byte[] bytes) {
        try {
            if (name.endsWith(".gz")) {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(input.resolve(name)))) {
                    out.write(bytes);
                }
            } else {
                Files.write(input.resolve(name), bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    CohortFolder withParquet(String name, String select, String options) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO "
                    + Staging.text(input.resolve(name).toString()) + " (FORMAT parquet" + options + ")");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return this;
    }

    Path input() {
        return input;
    }

    CohortRequest request() {
        return new CohortRequest(
                input,
                2025,
                root.resolve("work"),
                root.resolve("rejected.csv"),
                Set.of(2013, 2014, 2015),
                128,
                1,
                ReadingProgress.NONE);
    }

    Cohort open() throws InputUnusable {
        return NeutralCohort.open(request());
    }

    List<PractitionerYear> years() throws InputUnusable {
        read();
        return years;
    }

    CohortSummary summary() throws InputUnusable {
        read();
        return summary;
    }

    /** Lines of {@code rejected.csv} without header, up to and with the reason. */
    List<String> rejected() throws InputUnusable {
        read();
        try (InputStream in = Files.newInputStream(request().rejected())) {
            List<String> lines = new ArrayList<>();
            CsvRows rows = new CsvRows(in);
            while (rows.next() != null) {
                lines.add(String.join("|", rows.cell(0), rows.cell(1), rows.cell(2), rows.cell(3), rows.cell(4)));
            }
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String rejectedFile() throws InputUnusable {
        read();
        try {
            return Files.readString(request().rejected());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() throws InputUnusable {
        if (summary != null) {
            return;
        }
        years.clear();
        try (Cohort cohort = open()) {
            cohort.forEach(years::add);
            summary = cohort.summary();
        }
    }
}
