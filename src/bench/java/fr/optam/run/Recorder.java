package fr.optam.run;

import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.util.List;

/** What a thread of a batch does with practitioner-years: decides, writes decisions and facts, compresses. For measuring. */
public final class Recorder {
    private Recorder() {}

    /**
     * What was written.
     *
     * @param text bytes of decisions and facts before compression
     * @param bytes the same compressed
     */
    public record Written(long text, long bytes) {}

    /** Decides and records them as a batch does. */
    public static Written record(Engine engine, List<PractitionerYear> years) {
        Segment segment = Batch.decide(engine, years, SecondLook.NONE);
        return new Written(
                segment.decisions().text().length + (long) segment.facts().text().length,
                segment.decisions().deflated().length + (long) segment.facts().deflated().length);
    }
}
