package fr.optam.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** A rulebook that can't be used; it carries every mistake found. */
public final class RulebookInvalid extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<RulebookProblem> problems;

    /** @param problems at least one mistake */
    public RulebookInvalid(List<RulebookProblem> problems) {
        super(problems.stream().map(RulebookProblem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A rulebook with a single mistake. */
    public RulebookInvalid(RulebookProblem problem) {
        this(List.of(problem));
    }

    /** Every mistake, in the order of files and places. */
    public List<RulebookProblem> problems() {
        return problems;
    }
}
