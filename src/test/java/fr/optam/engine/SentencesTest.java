package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.optam.decision.Sentence;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void a_word_in_two_forms_is_filled_with_one_of_them() {
        Sentence filled = Sentences.with(
                new Sentence("{acts} {acts|acte|actes}.", "{acts} {acts|act|acts}."), Map.of("acts", "49"));
        assertEquals(new Sentence("49 actes.", "49 acts."), filled);
    }
}
