package fr.optam.compare.impact;

import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A comparison of effects with groups of all sizes. */
final class Whole {
    private Whole() {}

    private static Shown shown(long changed, long losing) {
        return Shown.of(new Figures(changed, changed, changed, changed, 0, losing, 0, -100 * losing));
    }

    private static Sentence say(String text) {
        return new Sentence(text, text);
    }

    private static QuestionTotal question(String name, long changed) {
        return new QuestionTotal(name, say(name), true, shown(changed, changed), 100, 0, 0);
    }

    static Impact impact() {
        Side side = new Side("side", new RulebookId("1", "sha256:0", List.of()));
        return new Impact(
                side,
                side,
                new Population(Population.Kind.INPUT, "input", 2025, 400, 200, false, 0, 0),
                Shown.of(new Figures(400, 60, 70, 70, 0, 60, 0, -6000)),
                shown(0, 0),
                List.of(),
                List.of(question("prime", 5), question("clawback", 15), question("modifiers", 50)),
                List.of(new Transition("modifiers", "A", say("A"), "B", say("B"), shown(50, 50))),
                List.of(new Breakdown(
                        Breakdown.Dimension.SECTOR,
                        List.of(new Breakdown.Group(
                                "2", say("2"), Shown.of(new Figures(400, 60, 70, 70, 0, 60, 0, -6000)))))),
                List.of(new CauseTotal(new Cause(List.of(1), Cause.How.ALONE, true), shown(60, 60))),
                List.of(new FindingTotal("CODE", say("finding"), 3, 30)),
                List.of(
                        new Bin(Long.MIN_VALUE, -1, OptionalLong.of(60)),
                        new Bin(0, 0, OptionalLong.of(0)),
                        new Bin(1, Long.MAX_VALUE, OptionalLong.of(0))),
                List.of(new Case("P1", 2025, "", "", "2", "", List.of(), -100, List.of(), List.of(), true)),
                OptionalInt.empty(),
                List.of());
    }
}
