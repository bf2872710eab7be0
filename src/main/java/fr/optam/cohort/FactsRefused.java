package fr.optam.cohort;

import java.util.List;
import java.util.stream.Collectors;

/** The JSON of a practitioner-year does not fit; every problem is named, not only the first. */
public final class FactsRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<FactsProblem> problems;

    /** States the problems, at least one. */
    public FactsRefused(List<FactsProblem> problems) {
        super(problems.stream().map(FactsProblem::line).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order of the document. */
    public List<FactsProblem> problems() {
        return problems;
    }
}
