package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parquet takes a shortcut that CSV does not take; both must read the same cells as the same facts and defects. */
class SameReadingTest {
    private static final List<String> NASTY = List.of(
            "",
            "",
            "",
            " ",
            "-",
            "--",
            "0",
            "00",
            "1",
            "01",
            "-1",
            "-0",
            "-0.00",
            "+1",
            "1.",
            ".5",
            "1.5",
            "1.50",
            "1.500",
            "1,5",
            "1e2",
            "1 000",
            "1_000",
            "12345678901",
            "99999999999",
            "999999999",
            "9999999.99",
            "10000000.00",
            "0000001.00",
            "NaN",
            "inf",
            "null",
            "NULL",
            "true",
            "TRUE",
            "t",
            "yes",
            "false",
            "K",
            "k",
            "KJ",
            "JKT3",
            "ABCDEFGH",
            "ABCDEFGHI",
            "K ",
            "é",
            "HHFA016",
            "hhfa016",
            "HHFA016 ",
            "2025-01-01",
            "2025-1-1",
            "2025-02-29",
            "2024-02-29",
            "20250101",
            "0001-01-01",
            "2300-01-01",
            "2025-01-01 00:00:00",
            "14:30",
            "24:00",
            "14:60",
            "14:30:00",
            "a\"b",
            "a,b",
            "a'b",
            "ADC",
            "ACO",
            "4",
            "9",
            "٣");

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 3", "3, 1", "4, 2"})
    void csv_and_parquet_read_the_same_cells_alike(long seed, int nastyCells) throws InputUnusable {
        Random random = new Random(seed);
        String[] columns = {
            "practitioner_id",
            "act_id",
            "on",
            "at",
            "code",
            "activity",
            "category",
            "modifiers",
            "allowed_modifiers",
            "association",
            "quantity",
            "base_tariff",
            "base_tariff_without_option",
            "fee_charged",
            "c2s",
            "emergency"
        };
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String[] row = {
                "p" + random.nextInt(3),
                "a" + i,
                "2025-01-1" + random.nextInt(10),
                "08:00",
                "HHFA016",
                "1",
                "ADC",
                "TK",
                "JK",
                "2",
                "3",
                "10.5",
                "9",
                "11.25",
                "true",
                "false"
            };
            for (int n = random.nextInt(nastyCells + 1); n > 0; n--) {
                row[random.nextInt(row.length)] = NASTY.get(random.nextInt(NASTY.size()));
            }
            rows.add(row);
        }
        String practitioners = "practitioner_id\np0\np1\n";
        String csv = String.join(",", columns) + "\n"
                + rows.stream().map(SameReadingTest::line).collect(Collectors.joining("\n"));
        CohortFolder fromCsv = new CohortFolder(root.resolve("1"))
                .with("practitioners.csv", practitioners)
                .with("acts.csv", csv);
        CohortFolder fromParquet = new CohortFolder(root.resolve("2"))
                .with("practitioners.csv", practitioners)
                .withParquet(
                        "acts.parquet",
                        "SELECT * FROM read_csv('" + fromCsv.input().resolve("acts.csv")
                                + "', auto_detect=false, header=true, delim=',', quote='\"', escape='\"', columns={"
                                + List.of(columns).stream()
                                        .map(c -> "'" + c + "': 'VARCHAR'")
                                        .collect(Collectors.joining(", "))
                                + "})",
                        ", row_group_size 2048");
        assertEquals(fromCsv.years(), fromParquet.years());
        assertEquals(withoutPlace(fromCsv.rejected()), withoutPlace(fromParquet.rejected()));
        assertTrue(fromCsv.rejected().size() > 300, "seed " + seed + " tells something");
    }

    @Test
    void sound_rows_of_parquet_take_the_shortcut_and_others_do_not() throws InputUnusable, SQLException {
        CohortFolder folder = new CohortFolder(root)
                .withParquet(
                        "acts.parquet",
                        "SELECT 'p' || i AS practitioner_id, 'a' AS act_id, DATE '2025-01-01' AS \"on\", 'HHFA016' AS code,"
                                + " '1' AS activity, 'KJ' AS modifiers, 12.5 AS base_tariff,"
                                + " CASE WHEN i < 3 THEN 'no' END AS c2s FROM range(10) t(i)",
                        "");
        NeutralTable acts = NeutralTable.ALL.get(3);
        NeutralFile file =
                new NeutralFolder(folder.input()).files(List.of(acts)).get(acts).get(0);
        try (Staging staging = Staging.open(root.resolve("work"), 128, 1);
                ParquetRows rows = ParquetRows.open(staging, file)) {
            Header header = Header.of("acts", rows.header(), acts);
            assertEquals(7, new SoundRows(staging, file, 1).insert(rows, header, "s_acts"));
        }
    }

    private static List<String> withoutPlace(List<String> rejected) {
        return rejected.stream()
                .map(line -> {
                    String[] parts = line.split("[|]", 3);
                    String[] place = parts[1].split(":");
                    long number = place.length == 1
                            ? Long.parseLong(parts[1]) - 1
                            : (Long.parseLong(place[0]) - 1) * 2048 + Long.parseLong(place[1]);
                    return number + "|" + parts[2];
                })
                .toList();
    }

    private static String line(String[] row) {
        return List.of(row).stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
