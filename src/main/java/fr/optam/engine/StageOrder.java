package fr.optam.engine;

import fr.optam.rulebook.FieldFlow;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import java.util.List;

/** Checks that what a rule reads is given, or was made by an earlier stage. */
final class StageOrder {
    private StageOrder() {}

    static void check(Rulebook rulebook) throws RulebookInvalid {
        List<RulebookProblem> problems = FieldFlow.problems(rulebook);
        if (!problems.isEmpty()) {
            throw new RulebookInvalid(problems);
        }
    }

    static java.util.Optional<Formula> formula(Statement statement) {
        return FieldFlow.shown(statement);
    }
}
