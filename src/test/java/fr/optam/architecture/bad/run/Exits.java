package fr.optam.architecture.bad.run;

/** Does what only the command line may do, or what depends on the machine. */
final class Exits {
    Object act() {
        System.exit(1);
        return null;
    }
}
