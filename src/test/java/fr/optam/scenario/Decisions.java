package fr.optam.scenario;

import fr.optam.decision.Answer;
import fr.optam.decision.Confidence;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions made by hand. */
final class Decisions {
    private static final Sentence NOTHING = new Sentence("", "");

    private Decisions() {}

    /** A prime of 6300.00 reduced to nine tenths, decided by one row, with one finding and one missing fact. */
    static Decision reducedPrime() {
        Answer prime = new Answer(
                "prime",
                "REDUCED",
                "PRIME_REDUCED",
                Optional.of("0.9000"),
                Optional.of("share"),
                Optional.of("6300.00"),
                Confidence.PRESS,
                List.of("f1"),
                Map.of("rate", "0.0700", "steps", List.of("1.8000", "0.9000")),
                List.of(),
                NOTHING);
        Firing firing = new Firing(
                "f1",
                "PRIM-SHARE-020",
                "decision-tables/consequence/prime-bareme.drl.xlsx!Table!A11",
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                NOTHING);
        return new Decision(
                "990000015",
                2017,
                new RulebookId("2026.1", "sha256:0", List.of()),
                "",
                "NON_COMPLIANT",
                NOTHING,
                Confidence.PRESS,
                List.of(prime),
                List.of(firing),
                List.of("tariffRises"),
                List.of(new Problem("MEAN_PRICE_ABOVE_CAP", List.of(), Optional.empty(), "CONT-CAP-010", NOTHING)));
    }
}
