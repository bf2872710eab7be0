package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rulebook that is made ready on another processor while it is judged is the one that is judged first and built then. */
class MadeReadyAheadTest {
    private static final RulebookLocation SHIPPED = new RulebookLocation(Shipped.ROOT, List.of(), Shipped.CACHE);

    private static List<String> places(RulebookInvalid e) {
        return e.problems().stream().map(RulebookProblem::text).toList();
    }

    @Test
    void it_says_and_runs_the_same() throws RulebookInvalid {
        Rulebook one = RulebookLoader.load(SHIPPED);
        one.bases();
        Rulebook other = RulebookLoader.loadToRun(SHIPPED);
        assertEquals(one.id(), other.id());
        assertEquals(one.findings(), other.findings());
        assertEquals(one.rules().keySet(), other.rules().keySet());
        assertEquals(
                List.copyOf(one.bases().keySet()), List.copyOf(other.bases().keySet()));
    }

    @Test
    void its_mistakes_are_the_same(@TempDir Path folder) throws IOException {
        RulebookCopy copy = new RulebookCopy(folder);
        Files.writeString(copy.file("decision-tables/reference/options.xlsx"), "no workbook");
        Files.writeString(
                copy.file("rules-drl/derive/more.drl"), "package derive;\nrule \"X\" when eval(true) then end\n");
        RulebookLocation where = new RulebookLocation(folder, List.of(), Shipped.CACHE);
        RulebookInvalid one = assertThrows(RulebookInvalid.class, () -> RulebookLoader.load(where));
        RulebookInvalid other = assertThrows(RulebookInvalid.class, () -> RulebookLoader.loadToRun(where));
        assertFalse(places(one).isEmpty());
        assertEquals(places(one), places(other));
    }

    @Test
    void nothing_is_compiled_before_all_is_judged(@TempDir Path folder, @TempDir Path cache) throws IOException {
        RulebookCopy copy = new RulebookCopy(folder);
        copy.edit("decision-tables/reference/sources.xlsx", sheet -> sheet.removeRow(sheet.getRow(3)));
        RulebookLocation where = new RulebookLocation(folder, List.of(), cache);
        assertThrows(RulebookInvalid.class, () -> RulebookLoader.loadToRun(where));
        try (Stream<Path> kept = Files.list(cache)) {
            List<String> names = kept.map(p -> p.getFileName().toString()).toList();
            assertTrue(names.stream().anyMatch(n -> n.endsWith(".rules")), "judged texts are kept");
            assertTrue(names.stream().noneMatch(n -> n.endsWith(".jar")), "no compiled ones");
        }
    }
}
