package fr.optam.architecture.bad.cli;

/** Does what only the command line may do, or what depends on the machine. */
final class BytesByDefault {
    Object act() {
        return "é".getBytes();
    }
}
