package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the options of mutation testing ask for. */
class MutateOptionsTest {
    private static MutateOptions parsed(String... args) {
        MutateOptions options = new MutateOptions();
        CommandLine.populateCommand(options, args);
        return options;
    }

    @Test
    void without_a_name_every_table_is_mutated() {
        assertTrue(parsed("--mutate").wanted());
        assertEquals(List.of("*"), parsed("--mutate").tables);
        assertTrue(parsed("--mutate", "--mutate-threads=1").wanted());
    }

    @Test
    void with_a_name_it_is_that_table() {
        assertEquals(List.of("prime-bareme"), parsed("--mutate=prime-bareme").tables);
    }

    @Test
    void without_the_option_nothing_is_mutated() {
        assertFalse(parsed().wanted());
    }
}
