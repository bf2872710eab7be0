package fr.optam.rulebook.drl;

import fr.optam.rulebook.RulebookProblem;
import java.util.ArrayList;
import java.util.List;

/** Texts of DRL as the gate judges them. */
final class Judged {
    static final String HEAD = """
            package derive
            import fr.optam.fact.flat.Year
            import fr.optam.decision.Conclusions
            global Conclusions out

            """;

    private Judged() {}

    /** Rules of a text that must pass. */
    static List<DrlRule> rules(String phase, String text) {
        List<RulebookProblem> problems = new ArrayList<>();
        List<DrlRule> rules = new DrlGate("rules-drl/" + phase + "/x.drl", phase, problems).read(text);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.toString());
        }
        return rules;
    }

    /** What is wrong with a text. */
    static List<RulebookProblem> problems(String text) {
        List<RulebookProblem> problems = new ArrayList<>();
        new DrlGate("rules-drl/derive/x.drl", "derive", problems).read(text);
        return problems;
    }

    /** A file of one rule with a given condition and consequence; the rule stands on line 6. */
    static String rule(String conditions, String consequence) {
        return HEAD + "rule \"DER-X-1\" @source(\"L1\") @confidence(\"LAW\") @from(\"2017-01-01\")\nwhen\n  $y : Year( "
                + conditions + " )\nthen\n  " + consequence + "\nend\n";
    }
}
