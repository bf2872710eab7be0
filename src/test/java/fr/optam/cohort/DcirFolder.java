package fr.optam.cohort;

import fr.optam.fact.InputNote;
import fr.optam.fact.PractitionerYear;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of warehouse files under test: rows by column, with the values that matter stated and the rest sound. */
final class DcirFolder {
    static final String ID = "99100001";

    private final CohortFolder folder;
    private final Path root;
    private final List<Map<String, String>> practices = new ArrayList<>();
    private final List<Map<String, String>> prestations = new ArrayList<>();
    private final List<Map<String, String>> codings = new ArrayList<>();
    private Set<String> without = Set.of();

    DcirFolder(Path root) {
        this.root = root;
        this.folder = new CohortFolder(root);
    }

    /** Number of a practitioner among several. */
    static String id(int number) {
        return Integer.toString(99200000 + number);
    }

    /** A practice of the practitioner of this number. */
    DcirFolder practiceOf(int number, String... changes) {
        return practice(
                Stream.concat(Stream.of("PFS_PFS_NUM=" + id(number), "STA_PFS_NUM=" + id(number)), Stream.of(changes))
                        .toArray(String[]::new));
    }

    /** A line of the practitioner of this number, with the same number as key. */
    DcirFolder prestationOf(int number, String... changes) {
        return prestation(
                number,
                Stream.concat(Stream.of("PFS_EXE_NUM=" + id(number)), Stream.of(changes))
                        .toArray(String[]::new));
    }

    /** One surgeon of sector 2 in department 75, member of the option of code 4 since 2020. */
    DcirFolder surgeon() {
        return practice();
    }

    DcirFolder practice(String... changes) {
        practices.add(row(
                changes,
                "DTE_ANN_TRT",
                "2025",
                "DTE_MOI_FIN",
                "12",
                "PFS_PFS_NUM",
                ID,
                "ACT_CAB_COD",
                "00",
                "PFS_PRA_SPE",
                "04",
                "CNV_CNV_COD",
                "3",
                "PRA_IDP_DDP",
                "",
                "EXC_EXC_NAT",
                "1",
                "STA_PFS_NUM",
                ID,
                "PFS_ACP_DSD",
                "20080101",
                "PFS_INS_DSD",
                "20090901",
                "PRA_TOP_REF",
                "4",
                "CAB_REF_DSD",
                "20200101",
                "CAB_REF_DSF",
                "00000000",
                "PFS_COD_POS",
                "75013",
                "IPP_IDV_NUM",
                "SECRET"));
        return this;
    }

    /** A line paid 250 on a base of 200; its key is the given number. */
    DcirFolder prestation(int number, String... changes) {
        prestations.add(row(
                changes,
                "DCT_ORD_NUM",
                Integer.toString(number),
                "FLX_DIS_DTD",
                "2025-07-01",
                "FLX_EMT_NUM",
                "751",
                "FLX_EMT_ORD",
                "12",
                "FLX_EMT_TYP",
                "1",
                "FLX_TRT_DTD",
                "2025-06-20",
                "ORG_CLE_NUM",
                "01C750100",
                "PRS_ORD_NUM",
                "1",
                "REM_TYP_AFF",
                "0",
                "PFS_EXE_NUM",
                ID + "7",
                "EXE_SOI_DTD",
                "2025-06-15",
                "PSE_SPE_COD",
                "4",
                "PSE_ACT_NAT",
                "0",
                "PSE_CNV_COD",
                "3",
                "PSE_STJ_COD",
                "51",
                "PRS_CRD_OPT",
                "4",
                "BSE_PRS_NAT",
                "1321",
                "PRS_NAT_REF",
                "1321",
                "PRS_ACT_QTE",
                "1",
                "PRS_PAI_MNT",
                "250.00",
                "PRS_DEP_MNT",
                "50.00",
                "BSE_REM_BSE",
                "200.00",
                "CPL_REM_BSE",
                "0.00",
                "PRS_OPS_TRF",
                "",
                "DPN_QLF",
                "0",
                "PRS_DPN_QLP",
                "",
                "CPL_MAJ_TOP",
                "0",
                "CPL_AFF_COD",
                "",
                "BEN_CMU_TOP",
                "0",
                "BEN_CTA_TYP",
                "",
                "EXE_CTX_BEN",
                "0001",
                "EXE_CTX_PFS",
                "0016",
                "BEN_NIR_PSA",
                "PATIENT0000000001",
                "BEN_RNG_GEM",
                "1"));
        return this;
    }

    DcirFolder coding(int number, String... changes) {
        codings.add(row(
                changes,
                "DCT_ORD_NUM",
                Integer.toString(number),
                "FLX_DIS_DTD",
                "20250701",
                "FLX_EMT_NUM",
                "0751",
                "FLX_EMT_ORD",
                "12",
                "FLX_EMT_TYP",
                "01",
                "FLX_TRT_DTD",
                "20250620",
                "ORG_CLE_NUM",
                "01C750100",
                "PRS_ORD_NUM",
                "1",
                "REM_TYP_AFF",
                "0",
                "CAM_PRS_IDE",
                "HHFA016",
                "CAM_ACT_COD",
                "1",
                "CAM_ORD_NUM",
                "1",
                "CAM_TRT_PHA",
                "0",
                "CAM_MOD_COD",
                "",
                "CAM_ASS_COD",
                "",
                "CAM_ACT_PRU",
                "200.00",
                "CAM_REM_BSE",
                "200.00",
                "CAM_GRI_TAR",
                "003",
                "CAM_MM1_MNT",
                "",
                "CAM_MM2_MNT",
                "",
                "CAM_MM3_MNT",
                "",
                "CAM_MM4_MNT",
                ""));
        return this;
    }

    /** A line and its coding row, with changes to the line. */
    DcirFolder act(int number, String... changes) {
        return prestation(number, changes).coding(number);
    }

    DcirFolder file(String name, String text) {
        folder.with(name, text);
        return this;
    }

    DcirFolder withoutColumns(String... columns) {
        without = Set.of(columns);
        return this;
    }

    DcirFolder written() {
        folder.with("DA_PRA_R.csv", csv(practices, ","));
        folder.with("ER_PRS_F.csv", csv(prestations, ";"));
        folder.with("ER_CAM_F.csv.gz", csv(codings, ","));
        return this;
    }

    CohortRequest request() {
        return folder.request();
    }

    record Result(List<PractitionerYear> years, CohortSummary summary, List<String> rejected) {
        PractitionerYear one() {
            if (years.size() != 1) {
                throw new AssertionError(years.size() + " practitioners; rejected " + rejected);
            }
            return years.get(0);
        }

        FileCount file(String start) {
            return summary.files().stream()
                    .filter(count -> count.file().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }

        Map<String, String> note(String code) {
            return note(one(), code);
        }

        /** Values of a note of the practitioner of {@link #id}. */
        Map<String, String> note(int number, String code) {
            PractitionerYear year = years.stream()
                    .filter(one -> one.practitioner().id().equals(id(number)))
                    .findFirst()
                    .orElseThrow();
            return note(year, code);
        }

        private static Map<String, String> note(PractitionerYear year, String code) {
            return year.notes().stream()
                    .filter(note -> note.code().equals(code))
                    .map(InputNote::values)
                    .findFirst()
                    .orElse(Map.of());
        }

        List<String> notes() {
            return one().notes().stream().map(InputNote::code).toList();
        }
    }

    Result read() throws InputUnusable {
        written();
        return readAsIs();
    }

    Result readAsIs() throws InputUnusable {
        List<PractitionerYear> years = new ArrayList<>();
        try (Cohort cohort = DcirCohort.open(request())) {
            cohort.forEach(years::add);
            return new Result(years, cohort.summary(), rejected());
        }
    }

    private List<String> rejected() {
        List<String> lines = new ArrayList<>();
        try (var in = Files.newInputStream(root.resolve("rejected.csv"))) {
            CsvRows rows = new CsvRows(in);
            while (rows.next() != null) {
                lines.add(String.join("|", rows.cell(0), rows.cell(1), rows.cell(2), rows.cell(3), rows.cell(4)));
            }
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return lines;
    }

    private static Map<String, String> row(String[] changes, String... defaults) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < defaults.length; i += 2) {
            row.put(defaults[i], defaults[i + 1]);
        }
        for (String change : changes) {
            int equals = change.indexOf('=');
            String column = change.substring(0, equals);
            if (row.put(column, change.substring(equals + 1)) == null) {
                throw new AssertionError("no column " + column);
            }
        }
        return row;
    }

    private String csv(List<Map<String, String>> rows, String separator) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        columns.removeAll(without);
        StringBuilder text = new StringBuilder(String.join(separator, columns)).append('\n');
        for (Map<String, String> row : rows) {
            text.append(columns.stream().map(row::get).collect(Collectors.joining(separator)))
                    .append('\n');
        }
        return text.toString();
    }
}
