package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;

/**
 * The health-data-warehouse layout: {@code ER_PRS_F}, {@code ER_CAM_F}, {@code DA_PRA_R} and their side files.
 *
 * <p>The steps are the SQL files under {@code dcir/}, in the order of {@link #settle}. The key of a patient is replaced
 * by a digest while it is read and never written.
 */
public final class DcirCohort {
    private final CohortRequest request;
    private final LocalDate paidUntil;
    private final Staging staging;
    private final NeutralIngest ingest;
    private final Map<NeutralTable, List<NeutralFile>> files;

    private DcirCohort(
            CohortRequest request, LocalDate paidUntil, Staging staging, Map<NeutralTable, List<NeutralFile>> files) {
        this.request = request;
        this.paidUntil = paidUntil;
        this.staging = staging;
        this.ingest = new NeutralIngest(staging, 1, request.progress());
        this.files = files;
    }

    /**
     * Opens the cohort with care paid up to 31 March of the year after.
     *
     * @throws InputUnusable as the other method
     */
    public static Cohort open(CohortRequest request) throws InputUnusable {
        return open(request, paidUntil(request.year()));
    }

    /** Last day of payment that is read of a year, where nothing is said. */
    public static LocalDate paidUntil(int year) {
        return LocalDate.of(year + 1, 3, 31);
    }

    /**
     * Reads all files of the folder, sets defective rows aside, counts rows out of scope and opens the cohort.
     *
     * @param paidUntil last day of {@code FLX_TRT_DTD}; what came later is excluded
     * @throws InputUnusable if one of the three tables or a required column is missing, or a file can't be read to its
     *     end
     */
    public static Cohort open(CohortRequest request, LocalDate paidUntil) throws InputUnusable {
        NeutralFolder folder = new NeutralFolder(request.input());
        List<NeutralTable> official = List.of(DcirTables.practices(), DcirTables.prestations(), DcirTables.codings());
        List<NeutralTable> all = new ArrayList<>(official);
        all.addAll(DcirTables.neutralSides());
        all.addAll(DcirTables.sides());
        Map<NeutralTable, List<NeutralFile>> files = folder.files(all);
        for (NeutralTable table : official) {
            if (!files.containsKey(table)) {
                throw new InputUnusable(
                        "FILE_MISSING",
                        request.input(),
                        new Sentence(
                                "il n’y a pas de " + table.name() + ".csv, .csv.gz ou .parquet",
                                "there is no " + table.name() + ".csv, .csv.gz or .parquet"),
                        new Sentence(
                                "Peut-être est-ce un autre dossier, ou --layout neutral ?",
                                "Maybe it is another folder, or --layout neutral?"));
            }
        }
        Staging staging = Staging.open(request.work(), request.memoryMegabytes(), request.threads());
        boolean open = false;
        try {
            Cohort cohort = new DcirCohort(request, paidUntil, staging, files).read(all, folder.strangers());
            open = true;
            return cohort;
        } catch (SQLException | IOException failure) {
            throw staging.unusable(request.input(), failure);
        } finally {
            if (!open) {
                staging.abandon();
            }
        }
    }

    private Cohort read(List<NeutralTable> all, List<String> strangers)
            throws InputUnusable, SQLException, IOException {
        prepare(all);
        for (NeutralTable table : all) {
            ingest.load(files.getOrDefault(table, List.of()), table.sqlName());
        }
        ingest.done();
        present();
        settle();
        List<String> warnings = new ArrayList<>(strangers);
        warnings.addAll(ingest.warnings());
        long rejected = staging.count("SELECT count(*) FROM d_practitioner WHERE reason = 'PRACTITIONER_UNKNOWN'")
                + staging.count("SELECT count(DISTINCT practice) FROM d_practice WHERE practitioner_id IS NULL");
        return new StagedCohort(staging, request, rejected, warnings, DcirScript.figures(staging, "facts"));
    }

    private void prepare(List<NeutralTable> all) throws SQLException, IOException {
        // tables live for one reading: looking for the best compression takes longer than everything else
        staging.execute("SET force_compression = 'uncompressed'");
        DcirScript.runAtOnce(staging, "codes");
        staging.execute("BEGIN");
        for (String macro : DcirKeys.macros()) {
            staging.execute(macro);
        }
        staging.execute("CREATE VIEW t_files AS SELECT file_rank, file,"
                + " regexp_extract(file, '^([A-Za-z_]+?)(-[^.]*)?[.]', 1) AS kind FROM s_files");
        staging.execute("CREATE TABLE p_run AS SELECT " + request.year() + " AS year, DATE "
                + Staging.text(paidUntil.toString()) + " AS paid_until");
        staging.execute("CREATE TABLE p_years AS SELECT unnest([" + request.year() + ", " + (request.year() - 1)
                + request.referenceYears().stream().map(year -> ", " + year).reduce("", String::concat)
                + "]) AS year");
        staging.execute("CREATE TABLE p_present(name VARCHAR)");
        staging.execute("CREATE TABLE p_rejections AS SELECT unnest(["
                + Stream.of(RejectReason.values())
                        .map(reason -> Staging.text(reason.name()))
                        .collect(Collectors.joining(", "))
                + "]) AS reason");
        staging.execute("CREATE TABLE t_cam_lost(nine VARCHAR)");
        staging.execute("CREATE TABLE t_ccam(code VARCHAR, category VARCHAR)");
        categories();
        for (NeutralTable table : all) {
            staging.execute(DcirTables.ddl(table));
        }
        staging.execute("COMMIT");
    }

    /** Default category of an act, of version 63 of the CCAM. */
    private void categories() throws SQLException, IOException {
        try (InputStream in = DcirScript.open("/nomenclatures/IR_CCAM_V63.csv");
                DuckDBAppender rows = staging.connection().createAppender("t_ccam")) {
            CsvRows csv = new CsvRows(in);
            while (csv.next() != null) {
                String code = csv.cell(0);
                if (code.length() >= 7 && code.substring(0, 7).matches(Forms.CCAM)) {
                    rows.beginRow()
                            .append(code.substring(0, 7))
                            .append(csv.cell(2))
                            .endRow();
                }
            }
        }
    }

    private void present() throws InputUnusable, SQLException {
        for (NeutralTable table : files.keySet()) {
            staging.execute("INSERT INTO p_present VALUES (" + Staging.text(table.name()) + ")");
        }
        if (ingest.has("DA_PRA_R", "PRA_TOP_REF") && ingest.has("DA_PRA_R", "CAB_REF_DSD")) {
            staging.execute("INSERT INTO p_present VALUES ('PRA_TOP_REF')");
        }
        if (!ingest.has("ER_PRS_F", "PSE_SPE_COD")) {
            throw new InputUnusable(
                    "COLUMN_MISSING",
                    request.input(),
                    new Sentence(
                            "COLUMN_MISSING, la colonne obligatoire PSE_SPE_COD manque dans l’en-tête de ER_PRS_F",
                            "COLUMN_MISSING, required column PSE_SPE_COD is not in the header of ER_PRS_F"),
                    Trouble.NO_HINT);
        }
    }

    private void settle() throws SQLException {
        DcirScript.runAtOnce(staging, "practices");
        new DcirSides(staging, request, files.keySet()).settle();
        DcirScript.runAtOnce(staging, "sides");
        DcirScript.run(staging, "flow");
        staging.execute("INSERT INTO t_cam_lost SELECT practitioner_id FROM s_rejected JOIN t_files USING (file_rank)"
                + " WHERE kind = 'ER_CAM_F' AND practitioner_id IS NOT NULL");
        DcirScript.run(staging, "coding");
        DcirScript.run(staging, "emergency");
        DcirScript.run(staging, "acts");
        DcirScript.run(staging, "activity");
        DcirScript.run(staging, "findings");
        DcirScript.runAtOnce(staging, "finish");
        SoundRows.group(staging);
    }
}
