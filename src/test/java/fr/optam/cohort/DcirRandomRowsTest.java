package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rows with the columns and types of the published schemas: whatever they say, no row is lost. */
class DcirRandomRowsTest {
    /** Columns and types: i = whole number of so many digits, m = money, d = day, t = text of so many characters. */
    private static final String PRESTATION =
            "DCT_ORD_NUM i2,FLX_DIS_DTD d,FLX_EMT_NUM i1,FLX_EMT_ORD i1,FLX_EMT_TYP i1,"
                    + "FLX_TRT_DTD d,ORG_CLE_NUM o,PRS_ORD_NUM i1,REM_TYP_AFF i1,PFS_EXE_NUM p,EXE_SOI_DTD d,EXE_SOI_DTF d,"
                    + "PSE_SPE_COD i2,PSE_ACT_NAT i2,PSE_CNV_COD i1,PSE_STJ_COD i2,PRS_CRD_OPT i1,BSE_PRS_NAT n,PRS_NAT_REF n,"
                    + "PRS_ACT_QTE m,PRS_PAI_MNT m,PRS_DEP_MNT m,BSE_REM_BSE m,CPL_REM_BSE m,PRS_OPS_TRF i1,DPN_QLF i2,"
                    + "PRS_DPN_QLP i2,CPL_MAJ_TOP i1,CPL_AFF_COD i2,BEN_CMU_TOP i1,BEN_CTA_TYP i3,EXE_CTX_BEN t4,"
                    + "EXE_CTX_PFS t4,BEN_NIR_PSA t17,BEN_RNG_GEM i1,BSE_REM_TAU m";

    private static final String CODING = "DCT_ORD_NUM i2,FLX_DIS_DTD d,FLX_EMT_NUM i1,FLX_EMT_ORD i1,FLX_EMT_TYP i1,"
            + "FLX_TRT_DTD d,ORG_CLE_NUM o,PRS_ORD_NUM i1,REM_TYP_AFF i1,CAM_PRS_IDE c,CAM_ACT_COD i1,CAM_ORD_NUM i1,"
            + "CAM_TRT_PHA i1,CAM_MOD_COD t2,CAM_ASS_COD i1,CAM_ACT_PRU m,CAM_REM_BSE m,CAM_GRI_TAR t3,CAM_MM1_MNT m,"
            + "CAM_MM2_MNT m,CAM_MM3_MNT m,CAM_MM4_MNT m,CAM_DOC_EXT t1";
    private static final String PRACTICE = "DTE_MOI_FIN i2,DTE_ANN_TRT y,PFS_PFS_NUM p,ACT_CAB_COD i2,PFS_PRA_SPE i2,"
            + "CNV_CNV_COD i1,PRA_IDP_DDP i1,EXC_EXC_NAT i1,STA_PFS_NUM p,PFS_ACP_DSD d,PFS_INS_DSD d,PRA_TOP_REF i1,"
            + "CAB_REF_DSD d,CAB_REF_DSF d,PFS_COD_POS i5,IPP_SEX_COD i1";
    private static final Map<String, String[]> LIKELY = likely();

    @TempDir
    Path root;

    private static Map<String, String[]> likely() {
        Map<String, String[]> likely = new HashMap<>();
        likely.put("PSE_SPE_COD", new String[] {"4", "4", "4", "04", "1"});
        likely.put("PFS_PRA_SPE", new String[] {"4", "4", "4", "04", "21"});
        likely.put("PSE_ACT_NAT", new String[] {"0", "21"});
        likely.put("PSE_STJ_COD", new String[] {"51", "51", "55", "", "61"});
        likely.put("CNV_CNV_COD", new String[] {"0", "1", "2", "3"});
        likely.put("PSE_CNV_COD", new String[] {"0", "1", "3", "9"});
        likely.put("EXC_EXC_NAT", new String[] {"1", "1", "2", "7", "11"});
        likely.put("PRA_TOP_REF", new String[] {"0", "3", "4", ""});
        likely.put("PRS_CRD_OPT", new String[] {"0", "3", "4", "9"});
        likely.put("PRS_OPS_TRF", new String[] {"0", "1", "2", ""});
        likely.put("CPL_MAJ_TOP", new String[] {"0", "0", "0", "1", "2"});
        likely.put("CPL_AFF_COD", new String[] {"", "16"});
        likely.put("CAM_ACT_COD", new String[] {"1", "4"});
        likely.put("CAM_TRT_PHA", new String[] {"0", "1"});
        likely.put("CAM_ASS_COD", new String[] {"", "1", "2", "9"});
        likely.put("CAM_GRI_TAR", new String[] {"003", "004", "005", "016"});
        likely.put("CAM_MOD_COD", new String[] {"", "K", "TJ", "U"});
        likely.put("PRS_ACT_QTE", new String[] {"1", "1", "-1", "0"});
        likely.put("DPN_QLF", new String[] {"0", "0", "", "61", "71"});
        likely.put("PRS_DPN_QLP", new String[] {"", "", "", "72"});
        likely.put("BEN_NIR_PSA", new String[] {"ABCDEFGHIJKLMNOPQ"});
        likely.put("DTE_MOI_FIN", new String[] {"1", "12", "06", "3", "5", "9", "11"});
        likely.put("PRA_IDP_DDP", new String[] {"", "1"});
        likely.put("CAB_REF_DSF", new String[] {"00000000", ""});
        likely.put("PFS_COD_POS", new String[] {"75013", "20200"});
        return likely;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void random_rows_are_all_accounted_for(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        int likelihood = seed % 3 == 0 ? 0 : 99;
        List<Map<String, String>> prestations = rows(random, PRESTATION, 300, likelihood);
        List<Map<String, String>> codings = rows(random, CODING, 300, likelihood);
        for (Map<String, String> coding : codings) {
            if (random.nextInt(10) > 0) {
                Map<String, String> owner = prestations.get(random.nextInt(prestations.size()));
                DcirKeys.COLUMNS.forEach(key -> coding.put(key.name(), owner.get(key.name())));
            }
        }
        List<Map<String, String>> practices = rows(random, PRACTICE, 60, likelihood);
        for (Map<String, String> practice : practices) {
            if (random.nextInt(100) < likelihood) {
                practice.put("STA_PFS_NUM", practice.get("PFS_PFS_NUM"));
            }
        }
        Path input = Files.createDirectories(root.resolve("in"));
        write(input.resolve("ER_PRS_F.csv"), prestations);
        write(input.resolve("ER_CAM_F.csv"), codings);
        write(input.resolve("DA_PRA_R.csv"), practices);
        List<PractitionerYear> one = read(input, 1, seed, prestations.size(), codings.size());
        List<PractitionerYear> two = read(input, 2, seed, prestations.size(), codings.size());
        assertEquals(one, two, "seed " + seed + ": threads change nothing");
        if (likelihood > 0) {
            long acts = one.stream()
                    .mapToLong(year -> year.acts().orElseThrow().size())
                    .sum();
            assertTrue(one.size() > 3 && acts > 3, "seed " + seed + ": only " + one.size() + " and " + acts);
        }
    }

    private List<PractitionerYear> read(Path input, int threads, long seed, int prestations, int codings)
            throws InputUnusable, IOException {
        Path rejected = root.resolve("rejected.csv");
        CohortRequest request = new CohortRequest(
                input,
                2025,
                root.resolve("work"),
                rejected,
                Set.of(2013, 2014, 2015),
                256,
                threads,
                ReadingProgress.NONE);
        List<PractitionerYear> years = new ArrayList<>();
        try (Cohort cohort = DcirCohort.open(request)) {
            cohort.forEach(years::add);
            assertEquals(years.size(), cohort.size(), "seed " + seed);
            Map<String, Long> read = new TreeMap<>();
            cohort.summary().files().forEach(file -> read.put(file.file(), file.read()));
            assertEquals(
                    Map.of("DA_PRA_R.csv", 60L, "ER_CAM_F.csv", (long) codings, "ER_PRS_F.csv", (long) prestations),
                    read,
                    "seed " + seed);
            List<String> lines = Files.readAllLines(rejected);
            assertEquals(cohort.summary().rejected(), lines.size() - 1L, "seed " + seed);
            assertTrue(lines.stream().noneMatch(line -> line.contains("ABCDEFGHIJKLMNOPQ")), "seed " + seed);
        }
        return years;
    }

    private static List<Map<String, String>> rows(SplittableRandom random, String columns, int count, int likelihood) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (String column : columns.split(",")) {
                String[] nameAndType = column.split(" ");
                String[] likely = LIKELY.get(nameAndType[0]);
                boolean choose = likely != null && random.nextInt(100) < likelihood;
                row.put(
                        nameAndType[0],
                        choose ? likely[random.nextInt(likely.length)] : value(random, nameAndType[1], likelihood));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String value(SplittableRandom random, String type, int likelihood) {
        int size = type.length() > 1 ? Integer.parseInt(type.substring(1)) : 0;
        boolean wild = random.nextInt(100) >= likelihood && random.nextInt(4) == 0;
        return switch (type.charAt(0)) {
            case 'i' -> Integer.toString(random.nextInt((int) Math.pow(10, size)));
            case 'm' -> random.nextInt(-2000, 5000) + "." + (10 + random.nextInt(90));
            case 'd' ->
                LocalDate.of(wild ? 1950 : 2025, 1, 1)
                        .plusDays(random.nextInt(300))
                        .toString();
            case 'y' -> wild ? "1955" : Integer.toString(2024 + random.nextInt(3));
            case 'n' -> wild ? Integer.toString(random.nextInt(9999)) : random.nextInt(3) == 0 ? "1111" : "1321";
            case 'c' ->
                wild
                        ? "ooPaa"
                        : new String[] {"HHFA016", "HHFA011", "JQGD010", "HBLD038", "ZZZZ999"}[random.nextInt(5)];
            case 'p' -> wild ? "xpEXSrO" : "991000" + (10 + random.nextInt(20));
            case 'o' -> "01C67268" + random.nextInt(2);
            default -> letters(random, size);
        };
    }

    private static String letters(SplittableRandom random, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append((char) ((random.nextBoolean() ? 'A' : 'a') + random.nextInt(26)));
        }
        return text.toString();
    }

    private static void write(Path file, List<Map<String, String>> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", rows.get(0).keySet()));
        rows.forEach(row -> lines.add(String.join(",", row.values())));
        Files.write(file, lines);
    }
}
