package fr.optam.fact.flat;

/** Stands in a field for a value that is computed when it is first read. A class, so that it is told apart quickly. */
public abstract class Deferred {
    /** Computes the value for the fact that has the field; never null. */
    public abstract Object of(Fact fact);
}
