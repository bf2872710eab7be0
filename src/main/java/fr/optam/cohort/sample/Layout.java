package fr.optam.cohort.sample;

import java.io.IOException;
import java.util.SortedMap;

/** The files of one layout, filled practitioner by practitioner. */
interface Layout extends AutoCloseable {

    /** Writes every row of one practitioner. */
    void write(Drawn drawn, ActTable acts) throws IOException;

    /** Rows written by file, headers left out. */
    SortedMap<String, Long> rows();

    @Override
    void close() throws IOException;
}
