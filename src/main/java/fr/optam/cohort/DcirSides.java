package fr.optam.cohort;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Settles the rows of side files: keys, practitioners that are not in {@code DA_PRA_R}, practitioners out of scope. */
final class DcirSides {
    private final Staging staging;
    private final CohortRequest request;
    private final Set<String> given;
    private final Settlement settlement;

    DcirSides(Staging staging, CohortRequest request, Set<NeutralTable> given) {
        this.staging = staging;
        this.request = request;
        this.given = given.stream().map(NeutralTable::name).collect(Collectors.toSet());
        this.settlement = new Settlement(staging);
    }

    /** Settles all side files; those about practitioners need {@code d_derived} and {@code d_practitioner}. */
    void settle() throws SQLException {
        staging.execute("INSERT INTO s_practitioners (practitioner_id) SELECT practitioner_id FROM d_derived");
        for (NeutralTable table : given(DcirTables.neutralSides())) {
            outOfScope(table);
            settlement.strangers(table);
            settlement.keys(table);
            String needed = NeutralCohort.needed(table, request);
            if (!needed.isEmpty()) {
                settlement.period(table, needed);
            }
            settlement.used(table);
            if (table.is(StagedTable.PRACTITIONERS)) {
                staging.execute("UPDATE s_practitioners SET request_on = t.request_on FROM t_practitioners t"
                        + " WHERE t.practitioner_id = s_practitioners.practitioner_id");
            }
        }
        for (NeutralTable table : given(DcirTables.sides())) {
            staging.execute("ALTER TABLE " + table.sqlName() + " ADD COLUMN practitioner_id VARCHAR");
            settlement.keys(table);
            settlement.used(table);
        }
    }

    private List<NeutralTable> given(List<NeutralTable> tables) {
        return tables.stream().filter(table -> given.contains(table.name())).toList();
    }

    private void outOfScope(NeutralTable table) throws SQLException {
        String excluded = "SELECT practitioner_id, reason FROM d_practitioner WHERE reason IS NOT NULL"
                + " AND reason <> 'PRACTITIONER_UNKNOWN'";
        staging.execute("INSERT INTO s_excluded SELECT f.file, p.reason, count(*) FROM " + table.sqlName()
                + " JOIN s_files f USING (file_rank) JOIN (" + excluded + ") p USING (practitioner_id) GROUP BY ALL");
        staging.execute("DELETE FROM " + table.sqlName() + " WHERE practitioner_id IN (SELECT practitioner_id FROM ("
                + excluded + "))");
    }
}
