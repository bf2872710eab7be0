package fr.optam.compare.impact;

import java.util.List;

/**
 * The edits without which an answer would be another one.
 *
 * @param edits numbers of the edits, ascending; never empty
 * @param how how they cause it
 * @param exact whether all their subsets were tried; else there were too many, and shares are those of a fixed order
 */
public record Cause(List<Integer> edits, How how, boolean exact) implements Comparable<Cause> {
    /** How edits cause an answer. */
    public enum How {
        /** One edit does it. */
        ALONE,
        /** All are needed: two cells that only matter together, or a row that ends and the one that follows it. */
        TOGETHER,
        /** Each suffices. */
        EITHER,
        /** Otherwise: such as one that needs one of two others, or several that each change a part. */
        PARTLY
    }

    /** Copies the numbers. */
    public Cause {
        edits = List.copyOf(edits);
    }

    @Override
    public int compareTo(Cause other) {
        for (int i = 0; i < Math.min(edits.size(), other.edits.size()); i++) {
            int order = edits.get(i).compareTo(other.edits.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(edits.size(), other.edits.size());
        if (order == 0) {
            order = how.compareTo(other.how);
        }
        return order == 0 ? Boolean.compare(exact, other.exact) : order;
    }
}
