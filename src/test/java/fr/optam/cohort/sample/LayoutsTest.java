package fr.optam.cohort.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {

    private static final List<String> KEYS = List.of("DCT_ORD_NUM", "FLX_TRT_DTD", "PRS_ORD_NUM", "FLX_EMT_TYP");

    @TempDir
    Path directory;

    @Test
    void the_warehouse_layout_sums_up_to_the_same_years() throws IOException {
        Written neutral = Written.of(Written.request(directory.resolve("neutral"), 150));
        Written dcir = Written.of(Written.dcir(Written.request(directory.resolve("dcir"), 150)));
        Map<String, String> years = sums(dcir);
        int compared = 0;
        for (Map<String, String> row : neutral.rows("activity")) {
            boolean known = row.values().stream().noneMatch(String::isEmpty);
            if (row.get("year").equals("2025") && known) {
                String id = row.get("practitioner_id");
                assertEquals(
                        row.get("reimbursable_fees") + " " + row.get("overruns") + " " + row.get("opposable_fees"),
                        years.get(DcirIds.main(Integer.parseInt(id.substring(4)))),
                        id);
                compared++;
            }
        }
        assertTrue(compared > 130, "compared " + compared);
        assertTrue(dcir.planted("dcir.regularised_acts") > 0);
    }

    @Test
    void every_coding_row_has_its_prestation() throws IOException {
        Written dcir = Written.of(Written.dcir(Written.request(directory.resolve("dcir"), 20)));
        Map<List<String>, Long> keys =
                dcir.rows("ER_PRS_F").stream().collect(Collectors.groupingBy(LayoutsTest::key, Collectors.counting()));
        assertTrue(keys.values().stream().allMatch(count -> count == 1));
        assertTrue(dcir.rows("ER_CAM_F").stream().allMatch(row -> keys.containsKey(key(row))));
    }

    @Test
    void rows_of_the_neutral_acts_come_back_as_coding_rows_net_of_what_was_cancelled() throws IOException {
        Written neutral = Written.of(Written.request(directory.resolve("neutral"), 40));
        Written dcir = Written.of(Written.dcir(Written.request(directory.resolve("dcir"), 40)));
        Map<List<String>, Map<String, String>> prestations = new HashMap<>();
        dcir.rows("ER_PRS_F").forEach(row -> prestations.put(key(row), row));
        Map<String, Long> net = new TreeMap<>();
        for (Map<String, String> row : dcir.rows("ER_CAM_F")) {
            Map<String, String> prestation = prestations.get(key(row));
            if (prestation.get("DPN_QLF").isEmpty()) {
                net.merge(
                        prestation.get("EXE_SOI_DTD") + row.get("CAM_PRS_IDE") + row.get("CAM_ACT_COD"),
                        Long.valueOf(prestation.get("PRS_ACT_QTE")),
                        Long::sum);
            }
        }
        Map<String, Long> acts = new TreeMap<>();
        for (Map<String, String> row : neutral.rows("acts")) {
            acts.merge(
                    row.get("on") + row.get("code") + row.get("activity"),
                    Long.valueOf(row.get("quantity")),
                    Long::sum);
        }
        assertEquals(acts, net);
    }

    @Test
    void practice_numbers_go_on_with_letters_and_never_meet() {
        assertEquals("99100001", DcirIds.main(1));
        assertEquals("99199999", DcirIds.main(99_999));
        assertEquals("991A0000", DcirIds.main(100_000));
        assertEquals(8, DcirIds.other(20_000_000).length());
        assertFalse(DcirIds.other(1).equals(DcirIds.main(20_000_000)));
    }

    @Test
    void parquet_columns_have_the_types_of_the_format() throws IOException, SQLException {
        Written csv = Written.of(Written.request(directory.resolve("csv"), 10));
        Written parquet = Written.of(Written.format(Written.request(directory.resolve("parquet"), 10), "parquet"));
        assertFalse(Files.exists(parquet.request().out().resolve("acts.csv")));
        String file = parquet.request().out().resolve("acts.parquet").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Map<String, String> types = new HashMap<>();
            try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM '" + file + "'")) {
                while (columns.next()) {
                    types.put(columns.getString(1), columns.getString(2));
                }
            }
            assertEquals("DATE", types.get("on"));
            assertEquals("DECIMAL(9,2)", types.get("base_tariff"));
            assertEquals("BOOLEAN", types.get("c2s"));
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM '" + file + "'")) {
                assertTrue(count.next());
                assertEquals(csv.rows("acts").size(), count.getLong(1));
            }
        }
    }

    private static List<String> key(Map<String, String> row) {
        return KEYS.stream().map(row::get).toList();
    }

    /** Fees, overruns and opposable fees by practitioner: sound lines of private practice, netted by patient. */
    private static Map<String, String> sums(Written dcir) throws IOException {
        Map<String, String> owners = new HashMap<>();
        Map<String, String> specialties = new HashMap<>();
        for (Map<String, String> row : dcir.rows("DA_PRA_R")) {
            owners.put(row.get("PFS_PFS_NUM"), row.get("STA_PFS_NUM"));
            specialties.put(row.get("PFS_PFS_NUM"), row.get("PFS_PRA_SPE"));
        }
        Map<String, BigDecimal[]> acts = new HashMap<>();
        for (Map<String, String> row : dcir.rows("ER_PRS_F")) {
            String practice = row.get("PFS_EXE_NUM");
            boolean kept = row.get("DPN_QLF").isEmpty()
                    && row.get("PSE_STJ_COD").equals("51")
                    && row.get("PSE_SPE_COD").equals(specialties.get(practice))
                    && row.get("CPL_MAJ_TOP").equals("0")
                    && row.get("FLX_TRT_DTD").compareTo("2026-03-31") <= 0;
            if (kept) {
                BigDecimal[] sum =
                        acts.computeIfAbsent(owners.get(practice) + " " + row.get("BEN_NIR_PSA"), key -> none());
                sum[0] = sum[0].add(new BigDecimal(row.get("BSE_REM_BSE")));
                sum[1] = sum[1].add(new BigDecimal(row.get("PRS_PAI_MNT")));
            }
        }
        Map<String, BigDecimal[]> years = new HashMap<>();
        acts.forEach((key, act) -> {
            BigDecimal[] sum = years.computeIfAbsent(key.substring(0, 8), id -> none());
            BigDecimal overrun = act[1].subtract(act[0]);
            sum[0] = sum[0].add(act[0]);
            sum[1] = sum[1].add(overrun);
            sum[2] = sum[2].add(overrun.signum() == 0 ? act[0] : BigDecimal.ZERO);
        });
        return years.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
    }

    private static String text(BigDecimal[] sum) {
        return sum[0].toPlainString() + " " + sum[1].toPlainString() + " " + sum[2].toPlainString();
    }

    private static BigDecimal[] none() {
        BigDecimal none = new BigDecimal("0.00");
        return new BigDecimal[] {none, none, none};
    }
}
