package fr.optam.cohort;

/**
 * Where a row came from: rank of its file, and its position there as one whole number.
 *
 * <p>The position in a CSV file is its physical line; in a Parquet file it is the row group and the row within it, both
 * from 1, the group in the upper 32 bits.
 */
final class Origin {
    /** Columns of a staged table that keep the origin. */
    static final String COLUMNS = ", file_rank INTEGER, position BIGINT";

    private static final int GROUP_BITS = 32;
    private static final long ROW_MASK = (1L << GROUP_BITS) - 1;

    private Origin() {}

    /** Position of a row of a Parquet file. */
    static long position(long group, long row) {
        return group << GROUP_BITS | row;
    }

    /** The position as printed: {@code 17} or {@code 2:17}. */
    static String line(long position) {
        long group = position >>> GROUP_BITS;
        return group == 0 ? Long.toString(position) : group + ":" + (position & ROW_MASK);
    }

    /** The same in SQL, over a column {@code position}. */
    static String lineSql() {
        return "CASE WHEN position <= " + ROW_MASK + " THEN position::VARCHAR ELSE (position >> " + GROUP_BITS
                + ") || ':' || (position & " + ROW_MASK + ") END";
    }
}
