package fr.optam.scenario;

import java.util.List;

/** Thrown by whoever decides, to say that the facts of a scenario are refused before any rule reads them. */
public final class FactsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> errors;

    /** The errors as they would be shown: {@code where: what, with the value}. */
    public FactsRefused(List<String> errors) {
        super(String.join("\n", errors));
        this.errors = List.copyOf(errors);
    }

    /** The errors as they would be shown. */
    public List<String> errors() {
        return errors;
    }
}
