package fr.optam.spark;

import fr.optam.cohort.Trouble;
import java.io.Serializable;
import java.util.List;

/** What goes from the reading of a file to a share of the practitioners. */
sealed interface Piece extends Serializable {
    /**
     * Some bytes of a file of checked rows.
     *
     * @param table staged table that the rows are of
     * @param file name of the file, the same for all its bytes and for no other file
     * @param from where the bytes begin
     * @param bytes the bytes
     */
    record Rows(String table, String file, long from, byte[] bytes) implements Piece {}

    /**
     * A file was read to its end; every share is told.
     *
     * @param rank rank of the file
     * @param rows rows read
     * @param groups first rows of its row groups, if it is Parquet
     */
    record Told(int rank, long rows, List<Long> groups) implements Piece {}

    /**
     * What a person should know of a file; every share is told.
     *
     * @param rank rank of the file
     * @param lines one line each
     */
    record Warned(int rank, List<String> lines) implements Piece {}

    /**
     * A file can't be used, and so the cohort can't; every share is told, so that none is decided and the first file at
     * fault is named, whichever task was first.
     *
     * @param rank rank of the file
     * @param trouble what is wrong
     */
    record Bad(int rank, Trouble trouble) implements Piece {}
}
