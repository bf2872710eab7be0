package fr.optam.cli;

/** Exit codes; their meaning never changes. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int RULEBOOK = 3;
    static final int PARTLY = 4;
    static final int DIFFERS = 5;

    private Exit() {}
}
