package fr.optam.architecture.bad.run;

/** Does what only the command line may do, or what depends on the machine. */
final class LooksAtClock {
    Object act() {
        return java.time.Instant.now();
    }
}
