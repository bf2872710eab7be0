package fr.optam.cohort;

import fr.optam.engine.Grouping;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cohort over filled staged tables, whatever layout filled them. */
final class StagedCohort implements Cohort {
    private final Staging staging;
    private final int year;
    private final Optional<Grouping> grouping;
    private final ActRows acts;
    private final CohortSummary summary;
    private StagedReader reader;

    /**
     * Marks practitioners with rejected rows, reconciles the counts and writes {@code rejected.csv}.
     *
     * @param practitionersRejected practitioners whose own row was rejected
     * @param warnings one line each, for a person
     * @param facts figures of the layout by name
     * @throws InputUnusable if {@code rejected.csv} can't be written or the tables can't be read
     */
    StagedCohort(
            Staging staging,
            CohortRequest request,
            long practitionersRejected,
            List<String> warnings,
            Map<String, String> facts)
            throws InputUnusable {
        this(staging, request, practitionersRejected, warnings, facts, ActRows.STAGED);
    }

    /** The same with acts that are read from elsewhere than the staged table. */
    StagedCohort(
            Staging staging,
            CohortRequest request,
            long practitionersRejected,
            List<String> warnings,
            Map<String, String> facts,
            ActRows acts)
            throws InputUnusable {
        this.staging = staging;
        this.grouping = request.grouping();
        this.acts = acts;
        this.year = request.year();
        try {
            Reconciliation.mark(staging);
            RejectedRows.write(staging, request.rejected());
            long practitioners = staging.count("SELECT count(*) FROM s_practitioners");
            this.summary = new CohortSummary(
                    Reconciliation.counts(staging), practitioners, practitionersRejected, warnings, facts);
        } catch (IOException failure) {
            throw new InputUnusable(Trouble.unwritable(request.rejected().toString(), failure), failure);
        } catch (SQLException failure) {
            throw staging.unusable(request.input(), failure);
        }
    }

    /** The tables that the cohort is read from. */
    Staging staging() {
        return staging;
    }

    @Override
    public long size() {
        return summary.practitioners();
    }

    @Override
    public CohortSummary summary() {
        return summary;
    }

    @Override
    public Iterator<PractitionerYear> iterator() {
        if (reader != null) {
            throw new IllegalStateException("cohort: read a second time. Maybe open it again?");
        }
        reader = StagedReader.open(
                staging,
                year,
                () -> grouping.isPresent() ? acts.grouped(staging, grouping.get()) : new StagedActs(staging));
        return reader;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
        staging.close();
    }
}
