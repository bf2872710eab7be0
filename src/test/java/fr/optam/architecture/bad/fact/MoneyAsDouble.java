package fr.optam.architecture.bad.fact;

/** Money that is not exact. */
final class MoneyAsDouble {
    double euros;

    float rate() {
        return 1;
    }
}
