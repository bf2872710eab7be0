package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The neutral layout: {@code practitioners}, {@code memberships}, {@code activity}, {@code acts} and the rest. */
public final class NeutralCohort {
    private NeutralCohort() {}

    /**
     * Reads all files of the folder, sets defective rows aside and opens the cohort.
     *
     * @throws InputUnusable if {@code practitioners} or a required column is missing, or a file can't be read to its
     *     end
     */
    public static Cohort open(CohortRequest request) throws InputUnusable {
        NeutralFolder folder = new NeutralFolder(request.input());
        Map<NeutralTable, List<NeutralFile>> files = folder.files(NeutralTable.ALL);
        required(request, files);
        Staging staging = Staging.open(request.work(), request.memoryMegabytes(), request.threads());
        boolean open = false;
        try {
            NeutralIngest ingest = new NeutralIngest(staging, 1, request.progress());
            JudgedActs judged = new JudgedActs(staging, ingest, request);
            for (Map.Entry<NeutralTable, List<NeutralFile>> kind : files.entrySet()) {
                if (!judged.judge(kind.getKey(), kind.getValue())) {
                    ingest.load(kind.getValue(), kind.getKey().sqlName());
                }
                staging.present(StagedTable.valueOf(kind.getKey().name().toUpperCase(Locale.ROOT)));
            }
            ingest.done();
            long rejected = practitioners(staging);
            judged.settle();
            others(staging, request);
            List<String> warnings = new ArrayList<>(folder.strangers());
            warnings.addAll(ingest.warnings());
            Cohort cohort = new StagedCohort(staging, request, rejected, warnings, Map.of(), judged.rows());
            open = true;
            return cohort;
        } catch (SQLException failure) {
            throw staging.unusable(request.input(), failure);
        } finally {
            if (!open) {
                staging.abandon();
            }
        }
    }

    /** Refuses a folder without practitioners. */
    static void required(CohortRequest request, Map<NeutralTable, List<NeutralFile>> files) throws InputUnusable {
        if (!files.containsKey(NeutralTable.ALL.get(0))) {
            throw new InputUnusable(
                    "FILE_MISSING",
                    request.input(),
                    new Sentence(
                            "il n’y a pas de practitioners.csv, .csv.gz ou .parquet",
                            "there is no practitioners.csv, .csv.gz or .parquet"),
                    new Sentence(
                            "Peut-être est-ce un autre dossier, ou --layout dcir ?",
                            "Maybe it is another folder, or --layout dcir?"));
        }
    }

    /**
     * Says what can only be said of all rows together.
     *
     * @return practitioners known by their id that are not used
     */
    static long settle(Staging staging, CohortRequest request) throws SQLException {
        long rejected = practitioners(staging);
        others(staging, request);
        return rejected;
    }

    private static long practitioners(Staging staging) throws SQLException {
        staging.execute("BEGIN");
        Settlement settlement = new Settlement(staging);
        long rejected = settlement.practitioners(NeutralTable.ALL.get(0));
        settlement.used(NeutralTable.ALL.get(0));
        staging.execute("COMMIT");
        return rejected;
    }

    private static void others(Staging staging, CohortRequest request) throws SQLException {
        staging.execute("BEGIN");
        Settlement settlement = new Settlement(staging);
        for (NeutralTable table : NeutralTable.ALL.subList(1, NeutralTable.ALL.size())) {
            settlement.strangers(table);
            settlement.keys(table);
            String needed = needed(table, request);
            if (!needed.isEmpty()) {
                settlement.period(table, needed);
            }
            settlement.used(table);
        }
        SoundRows.group(staging);
        staging.execute("COMMIT");
    }

    /** Condition of the rows whose year is needed; empty if all are. */
    static String needed(NeutralTable table, CohortRequest request) {
        return switch (table.name()) {
            case "acts" -> years("year(\"on\")", request);
            case "activity" -> years("year", request);
            case "paid" -> "year = " + request.year();
            default -> "";
        };
    }

    static String years(String year, CohortRequest request) {
        Set<Integer> always = new TreeSet<>(request.referenceYears());
        always.add(request.year());
        always.add(request.year() - 1);
        return year + " IN (" + always.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ") OR (practitioner_id, " + year
                + ") IN (SELECT (practitioner_id, year(request_on) - 1) FROM s_practitioners WHERE request_on IS NOT NULL)";
    }
}
