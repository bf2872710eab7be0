package fr.optam.cli;

import fr.optam.cohort.Cohort;
import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.DcirCohort;
import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.NeutralCohort;
import fr.optam.compare.impact.Population;
import fr.optam.compare.impact.Study;
import fr.optam.fact.PractitionerYear;
import fr.optam.run.RunReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The practitioner-years of a comparison of effects: of input files, or as a run recorded them. */
interface ImpactFacts extends Study.Source, AutoCloseable {
    /** Number of practitioner-years. */
    long size();

    /** Whose they are, once all were given. */
    Population population(Study.Done done);

    /** What was read; empty if a run was. */
    Optional<CohortSummary> read();

    @Override
    void close() throws IOException;

    /** Those of input files, read into a folder of their own that is deleted on close. */
    record OfInput(Cohort cohort, Path work, Population.Kind kind, String name, int year) implements ImpactFacts {
        /**
         * Reads the input.
         *
         * @param request all but the folders
         */
        static OfInput open(CohortRequest request, boolean dcir, Population.Kind kind, String name, Path work)
                throws InputUnusable {
            Cohort cohort = dcir ? DcirCohort.open(request) : NeutralCohort.open(request);
            return new OfInput(cohort, work, kind, name, request.year());
        }

        @Override
        public void each(Consumer<Supplier<PractitionerYear>> taker) throws IOException {
            try {
                cohort.forEach(year -> taker.accept(() -> year));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        @Override
        public long size() {
            return cohort.size();
        }

        @Override
        public Population population(Study.Done done) {
            CohortSummary summary = cohort.summary();
            return new Population(
                    kind,
                    name,
                    year,
                    done.practitioners(),
                    done.touched(),
                    kind == Population.Kind.SHIPPED || done.synthetic(),
                    summary.rejected(),
                    summary.practitionersRejected());
        }

        @Override
        public Optional<CohortSummary> read() {
            return Optional.of(cohort.summary());
        }

        @Override
        public void close() throws IOException {
            cohort.close();
            delete(work);
        }

        static void delete(Path folder) throws IOException {
            if (Files.exists(folder)) {
                try (Stream<Path> walk = Files.walk(folder)) {
                    for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(path);
                    }
                }
            }
        }
    }

    /** Those that a run recorded; each is held against the digest that its decision names. */
    record OfRun(Path path, RunReader reader) implements ImpactFacts {
        @Override
        public void each(Consumer<Supplier<PractitionerYear>> taker) throws IOException {
            reader.each((index, decision, facts) -> taker.accept(() -> year(index, decision, facts)));
        }

        private PractitionerYear year(long index, byte[] decision, byte[] facts) {
            if (!RunReader.named(decision, facts)) {
                throw new UncheckedIOException(new IOException(path + ": the facts of decision " + (index + 1)
                        + " are not those that were sealed. Maybe verify says more."));
            }
            try {
                return FactsJson.read(facts);
            } catch (FactsRefused e) {
                throw new UncheckedIOException(new IOException(
                        path + ": the facts of decision " + (index + 1) + " are refused, "
                                + e.problems().get(0).message() + ". Maybe verify says what was changed.",
                        e));
            }
        }

        @Override
        public long size() {
            return reader.size();
        }

        @Override
        public Population population(Study.Done done) {
            return new Population(
                    Population.Kind.RUN,
                    path.toString(),
                    reader.year(),
                    done.practitioners(),
                    done.touched(),
                    done.synthetic(),
                    0,
                    0);
        }

        @Override
        public Optional<CohortSummary> read() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is held between two looks
        }
    }
}
