package fr.optam.cli;

import java.util.List;

/** Ends a verb with its exit code and its errors. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exit;
    private final transient List<Complaint> complaints;

    Failure(int exit, List<Complaint> complaints, Throwable cause) {
        super(complaints.isEmpty() ? "" : complaints.get(0).text(false), cause);
        this.exit = exit;
        this.complaints = List.copyOf(complaints);
    }

    Failure(int exit, Complaint complaint) {
        this(exit, List.of(complaint), null);
    }

    /** Wrong use: exit code 2. */
    static Failure usage(String where, String message, String hint) {
        return new Failure(Exit.USAGE, Complaint.of("USAGE", where, message, hint));
    }

    int exit() {
        return exit;
    }

    List<Complaint> complaints() {
        return complaints;
    }
}
