package fr.optam.scenario;

import fr.optam.decision.Sentence;

/** Thrown by whoever decides, to say that a scenario cannot be decided, whatever its facts. */
public final class ScenarioUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Sentence why;

    /**
     * @param code stable code of the kind of mistake
     * @param why what is wrong, with the value
     */
    public ScenarioUnusable(String code, Sentence why) {
        super(why.en());
        this.code = code;
        this.why = why;
    }

    String code() {
        return code;
    }

    Sentence why() {
        return why;
    }
}
