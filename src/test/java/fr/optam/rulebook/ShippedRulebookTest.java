package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rulebook that ships is a good one, and so is every copy of it. */
class ShippedRulebookTest {
    @TempDir
    private Path folder;

    @Test
    void base_overlay_and_a_copy_load_without_a_mistake() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        assertEquals(List.of(), copy.problems());
        assertEquals(Shipped.base().id(), copy.load().id());
        Shipped.guide().bases();
    }
}
