package fr.optam.fact;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Ids of the lines of one act, in order; kept as one text until someone wants more than the first and their number. */
public final class Ids extends AbstractList<String> implements RandomAccess {
    /** What stands between two ids of the text; no id holds it. */
    public static final char BETWEEN = '\u001f';

    private final String first;
    private final int size;
    private String text;
    private String[] all;

    private Ids(String first, int size, String text) {
        this.first = first;
        this.size = size;
        this.text = text;
    }

    /**
     * Ids of one text.
     *
     * @param first the first of them in order
     * @param size their number
     * @param text the ids in any order, {@link #BETWEEN} between any two
     */
    public static List<String> of(String first, int size, String text) {
        return size == 1 ? List.of(first) : new Ids(first, size, text);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String get(int index) {
        return index == 0 ? first : all()[index];
    }

    private synchronized String[] all() {
        if (all == null) {
            String[] ids = new String[size];
            int from = 0;
            for (int i = 0; i < size; i++) {
                int to = i == size - 1 ? text.length() : text.indexOf(BETWEEN, from);
                ids[i] = text.substring(from, to);
                from = to + 1;
            }
            Arrays.sort(ids);
            text = null;
            all = ids;
        }
        return all;
    }
}
