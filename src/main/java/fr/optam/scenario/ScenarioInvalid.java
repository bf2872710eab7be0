package fr.optam.scenario;

import fr.optam.decision.Sentence;
import java.util.List;

/** A scenario that cannot be read as one. */
final class ScenarioInvalid extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ScenarioProblem> problems;

    ScenarioInvalid(List<ScenarioProblem> problems) {
        super(problems.isEmpty() ? "" : problems.get(0).text(false));
        this.problems = List.copyOf(problems);
    }

    /** One mistake in a file. */
    ScenarioInvalid(String code, String file, Sentence message, Sentence hint) {
        this(List.of(ScenarioProblem.at(code, file, message, hint)));
    }

    List<ScenarioProblem> problems() {
        return problems;
    }
}
