package fr.optam.run;

import java.util.HexFormat;
import java.util.Optional;

/**
 * One decision of a run in its ledger.
 *
 * @param practitioner id of the practitioner
 * @param year civil year
 * @param leaf hash of the decision as a leaf of the tree, 32 bytes
 * @param decisionBlock where the compressed block that holds the decision begins, bytes from the start of its part
 * @param factsBlock the same for the facts
 */
record LedgerLine(String practitioner, int year, byte[] leaf, long decisionBlock, long factsBlock) {
    private static final int FIELDS = 5;
    private static final int LEAF = 32;

    /** As a line, without its end. */
    String line() {
        return practitioner + ";" + year + ";" + HexFormat.of().formatHex(leaf) + ";" + decisionBlock + ";"
                + factsBlock;
    }

    /** Reads a line; nothing if it is none, or not written as {@link #line} writes it. */
    static Optional<LedgerLine> of(String line) {
        String[] fields = line.split(";", -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            byte[] leaf = HexFormat.of().parseHex(fields[2]);
            LedgerLine read = new LedgerLine(
                    fields[0], Integer.parseInt(fields[1]), leaf, Long.parseLong(fields[3]), Long.parseLong(fields[4]));
            return leaf.length == LEAF && read.line().equals(line) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
