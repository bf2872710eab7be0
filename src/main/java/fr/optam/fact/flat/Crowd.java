package fr.optam.fact.flat;

import java.util.Arrays;
import java.util.List;

/** The acts of a practitioner-year by what they have in common, in the order of the first act of each group. */
public final class Crowd {
    private static final int NONE = -1;

    private final List<Fact> acts;
    private final Alike[] alikes;
    private final int[] first;
    private final int[] last;
    private final int[] next;
    private final long[] lines;
    private int size;

    private Crowd(List<Fact> acts) {
        this.acts = acts;
        this.alikes = new Alike[acts.size()];
        this.first = new int[acts.size()];
        this.last = new int[acts.size()];
        this.next = new int[acts.size()];
        this.lines = new long[acts.size()];
    }

    /** The groups of some acts, of each of which is known what it has in common with others; null if of one it is not. */
    static Crowd of(List<Fact> acts) {
        Crowd crowd = new Crowd(acts);
        int[] table = new int[Integer.highestOneBit(2 * acts.size() + 1) * 2];
        Arrays.fill(table, NONE);
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i).alike() == null) {
                return null;
            }
            crowd.add(i, table);
        }
        return crowd;
    }

    private void add(int act, int[] table) {
        Alike alike = acts.get(act).alike();
        int place = alike.hashCode() & table.length - 1;
        while (table[place] != NONE && alikes[table[place]] != alike) {
            place = place + 1 & table.length - 1;
        }
        int group = table[place];
        if (group == NONE) {
            group = size++;
            alikes[group] = alike;
            table[place] = group;
            first[group] = act;
        } else {
            next[last[group]] = act;
        }
        last[group] = act;
        next[act] = NONE;
        lines[group] += acts.get(act).weight();
    }

    /** Number of groups. */
    public int size() {
        return size;
    }

    /** What the acts of a group have in common. */
    public Alike alike(int group) {
        return alikes[group];
    }

    /** Lines that the acts of a group stand for. */
    public long lines(int group) {
        return lines[group];
    }

    /** Place of the first act of a group. */
    public int first(int group) {
        return first[group];
    }

    /** Place of the next act of the same group; negative after the last. */
    public int next(int act) {
        return next[act];
    }

    /** An act by its place. */
    public Fact act(int place) {
        return acts.get(place);
    }
}
