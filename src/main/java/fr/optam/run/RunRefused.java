package fr.optam.run;

/** A run that can't be begun or gone on with as asked; the message is {@code where: what. Maybe …}. */
public final class RunRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    RunRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Machine-readable code, {@code RUN_EXISTS}. */
    public String code() {
        return code;
    }
}
