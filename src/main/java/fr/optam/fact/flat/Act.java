package fr.optam.fact.flat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One act line, or several that are equal in everything but their id. */
public final class Act extends Fact {
    private static final int FEW = 8;

    private final fr.optam.fact.Act given;
    private final int letters;
    private Object[] figures;

    /** An act of a practitioner-year; see {@link Fact} for the others. */
    public Act(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
        this.given = null;
        this.letters = 0;
    }

    /** An act whose path follows from its id. */
    public Act(Layout layout, Year of, String id, long weight) {
        this(layout, of, id, null, weight);
    }

    /**
     * An act that shares all that it has in common with others.
     *
     * @param given what is its own
     * @param place its place among the acts of the practitioner-year
     * @param letters number of letters of the acts before it
     * @param alike what it has in common with others
     */
    public Act(Layout layout, Year of, fr.optam.fact.Act given, int place, int letters, Alike alike) {
        super(layout, of, given.lines(), place);
        this.given = given;
        this.letters = letters;
        alike(alike);
    }

    /** The act as it was given; null if all its fields are its own. */
    public fr.optam.fact.Act given() {
        return given;
    }

    /** A figure of its own, by its number; null if it was not kept. */
    public Object figure(int number) {
        return figures == null || number >= figures.length ? null : figures[number];
    }

    /** Keeps a figure of its own. */
    public void figure(int number, Object value) {
        if (figures == null) {
            figures = new Object[Math.max(FEW, number + 1)];
        } else if (number >= figures.length) {
            figures = Arrays.copyOf(figures, 2 * number);
        }
        figures[number] = value;
    }

    @Override
    public void alike(Alike others) {
        super.alike(others);
        if (given != null) {
            share(others.values(0), others.origins(0));
            if (holds(Kind.LETTER)) {
                List<Fact> own = within(Kind.LETTER);
                for (int i = 0; i < own.size(); i++) {
                    ((Letter) own.get(i)).alike(others, i + 1);
                }
            }
        }
    }

    @Override
    protected List<Fact> unfolded(Kind kind) {
        if (given == null || kind != Kind.LETTER) {
            return List.of();
        }
        Alike alike = alike();
        List<Fact> own = new ArrayList<>(alike.letters());
        for (int i = 1; i <= alike.letters(); i++) {
            own.add(new Letter(this, letters + i - 1, alike, i));
        }
        return hold(kind, own);
    }

    @Override
    protected String named() {
        return given.ids().get(0);
    }

    @Override
    protected String located() {
        return "acts." + key();
    }
}
