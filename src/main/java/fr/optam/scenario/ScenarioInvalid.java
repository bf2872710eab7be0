package fr.optam.scenario;

/** A scenario file that cannot be read as one; the message is {@code where: what, with the value. Maybe …}. */
final class ScenarioInvalid extends Exception {
    private static final long serialVersionUID = 1L;

    ScenarioInvalid(String message) {
        super(message);
    }
}
