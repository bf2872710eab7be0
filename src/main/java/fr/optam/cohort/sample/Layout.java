package fr.optam.cohort.sample;

import java.io.IOException;

/** The files of one layout, filled practitioner by practitioner. */
interface Layout {

    /** Writes every row of one practitioner. */
    void write(Drawn drawn, ActTable acts) throws IOException;
}
