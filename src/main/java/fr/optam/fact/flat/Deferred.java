package fr.optam.fact.flat;

/** Stands in a field for a value that is computed when it is first read. */
public interface Deferred {
    /** Computes the value for the fact that has the field; never null. */
    Object of(Fact fact);
}
