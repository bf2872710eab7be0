package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final List<List<String>> CALLS = Rehearsal.calls(Path.of("stage"));

    @Test
    void every_call_is_one_that_the_program_understands() {
        CALLS.forEach(call -> {
            String[] args = call.toArray(String[]::new);
            assertDoesNotThrow(() -> Verbs.parser(args).parseArgs(args), call.toString());
        });
    }

    @Test
    void the_verbs_that_people_wait_for_are_played() {
        Set<String> verbs = new TreeSet<>();
        CALLS.forEach(call -> verbs.add(call.get(0)));
        assertTrue(verbs.containsAll(Set.of("decide", "check", "explain")), verbs.toString());
    }
}
