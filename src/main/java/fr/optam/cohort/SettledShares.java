package fr.optam.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cohort of any layout that was read here at once, and whose shares are decided elsewhere. */
public final class SettledShares {
    private static final Set<StagedTable> TABLES = EnumSet.of(
            StagedTable.PRACTITIONERS,
            StagedTable.MEMBERSHIPS,
            StagedTable.ACTIVITY,
            StagedTable.ACTS,
            StagedTable.EVENTS,
            StagedTable.PAID,
            StagedTable.TARIFF_RISES,
            StagedTable.NOTES,
            StagedTable.UNKNOWN);

    private final Staging staging;

    /** @param cohort open, and not read yet */
    public SettledShares(Cohort cohort) {
        this.staging = ((StagedCohort) cohort).staging();
    }

    /** Ids of the practitioners, in order. */
    public List<String> ids() throws IOException {
        return texts("SELECT practitioner_id FROM s_practitioners ORDER BY practitioner_id");
    }

    /** Kinds of facts that are known at all. */
    public List<String> kinds() throws IOException {
        return texts("SELECT name FROM s_present ORDER BY name");
    }

    private List<String> texts(String sql) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = staging.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            throw staging.unreadable(failure);
        }
    }

    /**
     * Writes the rows apart by share.
     *
     * @param firsts first practitioner of each share
     * @param target folder, made if absent
     * @return files by share
     * @throws IOException if they can't be written
     */
    public Map<Integer, List<Path>> write(List<String> firsts, Path target) throws IOException {
        try {
            return ShareFiles.write(staging, TABLES, firsts, target);
        } catch (SQLException failure) {
            throw FileTrouble.writing(target, failure);
        }
    }
}
