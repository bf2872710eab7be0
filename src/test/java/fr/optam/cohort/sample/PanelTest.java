package fr.optam.cohort.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same practitioners over years: one point more a year, two members of a hundred more a year. */
class PanelTest {
    @TempDir
    Path root;

    private SortedMap<Integer, Sample.Written> write(String name, Panel panel, int threads) throws IOException {
        SampleRequest request = new SampleRequest(
                200,
                7,
                root.resolve(name),
                "neutral",
                2025,
                OptionalInt.of(10),
                "options",
                "csv",
                BigDecimal.ZERO,
                "practitioner",
                threads);
        return Sample.write(request, panel, new HandTables(), count -> {});
    }

    private Map<String, String[]> rows(String name, int year, String file) throws IOException {
        Map<String, String[]> rows = new TreeMap<>();
        for (String line : Files.readAllLines(root.resolve(name + "/" + year + "/" + file))) {
            String[] cells = line.split(",", -1);
            rows.put(file.startsWith("activity") ? cells[0] + " " + cells[1] : cells[0], cells);
        }
        return rows;
    }

    @Test
    void members_grow_by_the_drift_to_the_practitioner() throws IOException {
        SortedMap<Integer, Sample.Written> written = write("up", new Panel(2021, 2025, 100, 200), 1);
        long first = written.get(2021).planted().get("panel.members");
        for (int year = 2022; year <= 2025; year++) {
            assertEquals(first + 4L * (year - 2021), written.get(year).planted().get("panel.members"));
        }
        SortedMap<Integer, Sample.Written> down = write("down", new Panel(2021, 2025, 0, -200), 1);
        assertEquals(
                down.get(2021).planted().get("panel.members") - 16,
                down.get(2025).planted().get("panel.members"));
    }

    @Test
    void a_rate_rises_by_the_drift_and_what_was_signed_stays() throws IOException {
        write("rate", new Panel(2021, 2023, 100, 0), 2);
        Map<String, String[]> early = rows("rate", 2021, "memberships.csv");
        Map<String, String[]> late = rows("rate", 2023, "memberships.csv");
        int signed = 0;
        int risen = 0;
        for (String id : early.keySet()) {
            assertEquals(early.get(id)[2], late.get(id)[2], "since when");
            if (!early.get(id)[4].isEmpty() && !id.startsWith("practitioner")) {
                assertEquals(early.get(id)[4], late.get(id)[4], "signed");
                signed++;
                risen += risen(id) ? 1 : 0;
            }
        }
        assertTrue(signed > 80 && risen > 80, signed + " " + risen);
    }

    private boolean risen(String id) throws IOException {
        String[] early = rows("rate", 2021, "activity.csv").get(id + " 2021");
        String[] late = rows("rate", 2023, "activity.csv").get(id + " 2023");
        if (early[8].isEmpty() || early[9].isEmpty()) {
            return false;
        }
        BigDecimal before = new BigDecimal(early[9]).divide(new BigDecimal(early[8]));
        BigDecimal after = new BigDecimal(late[9]).divide(new BigDecimal(late[8]));
        assertEquals(0, new BigDecimal("0.02").compareTo(after.subtract(before)), id);
        return true;
    }

    @Test
    void who_they_are_does_not_depend_on_the_year_nor_the_bytes_on_threads() throws IOException {
        write("one", new Panel(2023, 2025, 100, 200), 1);
        write("three", new Panel(2023, 2025, 100, 200), 3);
        assertEquals(
                Files.readString(root.resolve("one/2023/practitioners.csv")),
                Files.readString(root.resolve("one/2025/practitioners.csv")));
        for (String file : new String[] {"2024/activity.csv", "2025/memberships.csv", "2025/acts.csv", "panel.json"}) {
            assertEquals(
                    Files.readString(root.resolve("one").resolve(file)),
                    Files.readString(root.resolve("three").resolve(file)));
        }
    }

    @Test
    void a_drift_past_what_there_is_is_refused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> write("much", new Panel(2021, 2025, 0, 2_000), 1));
        assertTrue(refused.getMessage().startsWith("--drift: membership, 160 practitioners would join of "));
    }
}
