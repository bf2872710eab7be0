package fr.optam.cohort;

import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

/** The JSON of one practitioner-year, {@code optam/practitioner-year/1}: a strict reader and a canonical writer. */
public final class FactsJson {
    /** Longest document that is read, bytes. */
    static final int MOST_BYTES = 256 << 20;

    private FactsJson() {}

    /**
     * Reads one document.
     *
     * @throws FactsRefused if anything in it does not fit; it names every problem
     */
    public static PractitionerYear read(byte[] json) throws FactsRefused {
        return FactsReader.read(json);
    }

    /**
     * Reads one document to the end of the stream.
     *
     * @throws FactsRefused if anything in it does not fit; it names every problem
     * @throws IOException if the stream can't be read
     */
    public static PractitionerYear read(InputStream json) throws FactsRefused, IOException {
        return FactsReader.read(json.readNBytes(MOST_BYTES + 1));
    }

    /**
     * The canonical bytes (RFC 8785, UTF-8): sorted keys, no spaces, money with two decimals and rates with four or
     * more as text, lists in their one order. Equal facts give equal bytes.
     */
    public static byte[] write(PractitionerYear year) {
        return FactsWriter.write(year);
    }

    /**
     * The same in fewer bytes: acts are rows, and an act has ids only if it is named.
     *
     * @param listed tells of an act whether its lines keep their ids
     * @param named tells of an act whether it keeps the first, to stand for all of its lines
     */
    public static byte[] lean(PractitionerYear year, Predicate<Act> listed, Predicate<Act> named) {
        return FactsWriter.rows(year, listed, named);
    }
}
