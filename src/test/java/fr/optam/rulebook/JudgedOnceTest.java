package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.table.PlainTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rulebook whose very bytes were judged sound before is taken as it was judged; any other is judged. */
class JudgedOnceTest {
    private static List<Path> kept(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(p -> p.toString().endsWith(".tables")).toList();
        }
    }

    /** Formulas are told apart by their class alone. */
    private static String rules(Rulebook rulebook) {
        return rulebook.rules().toString().replaceAll("@[0-9a-f]+", "");
    }

    private static RulebookLocation shipped(Path cache) {
        return new RulebookLocation(Shipped.ROOT, List.of(), cache);
    }

    @Test
    void the_second_time_it_says_the_same(@TempDir Path cache) throws Exception {
        Rulebook first = RulebookLoader.loadToDecide(shipped(cache));
        assertEquals(1, kept(cache).size());
        Rulebook second = RulebookLoader.loadToDecide(shipped(cache));
        assertFalse(first.findings().isEmpty() && first.tables().isEmpty());
        assertEquals(first.id(), second.id());
        assertEquals(first.tables(), second.tables());
        assertEquals(first.shown(), second.shown());
        assertEquals(rules(first), rules(second));
        assertEquals(first.files().keySet(), second.files().keySet());
        assertEquals(first.lists().keySet(), second.lists().keySet());
        for (Map.Entry<String, PlainTable> each : first.lists().entrySet()) {
            PlainTable other = second.lists().get(each.getKey());
            assertEquals(each.getValue().file(), other.file());
            assertEquals(each.getValue().columns(), other.columns());
            assertEquals(each.getValue().rows(), other.rows());
            for (int i = 0; i < other.rows().size(); i++) {
                assertEquals(
                        List.copyOf(each.getValue().rows().get(i).columns().keySet()),
                        List.copyOf(other.rows().get(i).columns().keySet()),
                        "in the same order");
            }
        }
        assertEquals(
                List.copyOf(first.bases().keySet()), List.copyOf(second.bases().keySet()));
    }

    @Test
    void a_changed_cell_is_judged(@TempDir Path folder, @TempDir Path cache) throws Exception {
        RulebookCopy copy = new RulebookCopy(folder);
        RulebookLocation where = new RulebookLocation(folder, List.of(), cache);
        RulebookLoader.loadToDecide(where);
        copy.edit("decision-tables/reference/sources.xlsx", sheet -> sheet.removeRow(sheet.getRow(3)));
        assertThrows(RulebookInvalid.class, () -> RulebookLoader.loadToDecide(where));
        assertEquals(1, kept(cache).size(), "what is not sound is not kept");
    }

    @Test
    void what_was_kept_and_altered_is_judged_again(@TempDir Path cache) throws Exception {
        Rulebook first = RulebookLoader.loadToDecide(shipped(cache));
        Path file = kept(cache).get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Rulebook second = RulebookLoader.loadToDecide(shipped(cache));
        assertEquals(first.findings(), second.findings());
        assertEquals(first.tables(), second.tables());
        assertTrue(bytes.length > 0 && !java.util.Arrays.equals(bytes, Files.readAllBytes(file)), "kept anew");
    }

    @Test
    void bytes_that_hold_no_tables_are_refused_quietly() {
        assertThrows(RuntimeException.class, () -> new PackedReader(new byte[] {1, 9, 65}).lists());
    }
}
