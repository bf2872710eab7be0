package fr.optam.cohort;

/** One value that can't be read: why, and what was perhaps meant. */
final class Defect extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final String hint;

    Defect(RejectReason reason) {
        this(reason, "");
    }

    Defect(RejectReason reason, String hint) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.hint = hint;
    }

    RejectReason reason() {
        return reason;
    }

    /** What was perhaps meant; empty if nothing comes to mind. */
    String hint() {
        return hint;
    }
}
