package fr.optam.engine;

import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Days of an act whose lines are of several that no rule tells apart.
 *
 * @param from first day
 * @param until last day
 */
record Stretch(LocalDate from, LocalDate until) {
    /** Words of a sentence about an act: its day, if its lines are of several. */
    static Map<String, Fired.Word> words(PractitionerYear facts, Fact about) {
        Fact act = about.kind() == Kind.LETTER ? about.above() : about;
        if (act.kind() != Kind.ACT) {
            return Map.of();
        }
        Act given = facts.acts().orElse(List.of()).get(act.place());
        return given.until()
                .map(until -> Map.of("on", new Fired.Word(new Stretch(given.on(), until), "DATE")))
                .orElse(Map.of());
    }
}
