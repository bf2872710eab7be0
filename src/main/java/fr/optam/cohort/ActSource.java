package fr.optam.cohort;

import fr.optam.fact.Act;
import java.util.List;

/** Gives the acts of one practitioner after the other, in order of their id. */
interface ActSource extends AutoCloseable {
    /** The acts of the next practitioner wanted, in their one order; none if there are none. */
    List<Act> of(String practitioner);

    @Override
    void close();
}
