package fr.optam.run;

import fr.optam.cohort.Trouble;
import fr.optam.decision.Sentence;
import java.nio.file.Path;

/** A run that can't be begun, gone on with or read as asked; the message is {@code where: what. Maybe …}. */
public final class RunRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    RunRefused(String code, String message) {
        super(message);
        this.trouble = Trouble.of(code, message);
    }

    /** In both languages. */
    RunRefused(String code, Path where, Sentence what, Sentence hint) {
        this(new Trouble(code, where.toString(), what, hint));
    }

    private RunRefused(Trouble trouble) {
        super(trouble.english());
        this.trouble = trouble;
    }

    /** Machine-readable code, {@code RUN_EXISTS}. */
    public String code() {
        return trouble.code();
    }

    /** What is wrong. */
    public Trouble trouble() {
        return trouble;
    }
}
