package fr.optam.cohort;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The acts of a neutral input: grouped straight from their files if all are sound, else staged and settled. */
final class JudgedActs {
    private final Staging staging;
    private final NeutralIngest ingest;
    private final CohortRequest request;
    private List<NeutralFile> files = List.of();
    private int firstRank;
    private Optional<SoundActs> sound = Optional.empty();
    private ActRows rows = ActRows.STAGED;

    JudgedActs(Staging staging, NeutralIngest ingest, CohortRequest request) {
        this.staging = staging;
        this.ingest = ingest;
        this.request = request;
    }

    /** Whether these are acts that need not be taken over, as far as can be told now. */
    boolean judge(NeutralTable table, List<NeutralFile> these) throws InputUnusable, SQLException {
        if (!table.is(StagedTable.ACTS) || request.grouping().isEmpty()) {
            return false;
        }
        files = these;
        firstRank = ingest.nextRank();
        sound = ingest.judge(these);
        return sound.isPresent();
    }

    /** Takes the acts over after all if some are of practitioners that are not used; the practitioners are settled. */
    void settle() throws InputUnusable, SQLException {
        if (sound.isEmpty()) {
            return;
        }
        if (sound.get().known()) {
            rows = sound.get().rows(NeutralCohort.years("year", request), NeutralCohort.years("year(\"on\")", request));
        } else {
            ingest.loadJudged(files, firstRank, files.get(0).table().sqlName());
        }
    }

    /** Where the acts are. */
    ActRows rows() {
        return rows;
    }
}
