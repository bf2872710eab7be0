package fr.optam.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the decisions of a part say for themselves.
 *
 * @param lines one for each decision that could be read, in order
 * @param textBytes bytes that were unpacked
 * @param torn whether the file could not be unpacked to its end
 * @param sealed whether the file has the digest that the manifest states
 * @param root root of the tree over them, {@code sha256:…}
 */
record DecisionsRead(List<Line> lines, long textBytes, boolean torn, boolean sealed, String root) {

    /**
     * One decision.
     *
     * @param practitioner id of the practitioner
     * @param year civil year
     * @param leaf its hash as a leaf of the tree, 32 bytes
     * @param facts digest of the facts
     * @param rulebook digest of the rulebook
     */
    record Line(String practitioner, int year, byte[] leaf, String facts, String rulebook) {

        /** Whether a line of a ledger is of this decision, byte for byte. */
        boolean is(LedgerLine stated) {
            return java.util.Arrays.equals(leaf, stated.leaf());
        }
    }

    /** @param digest digest that the manifest states */
    static DecisionsRead of(Lines in, String digest) throws IOException {
        List<Line> lines = new ArrayList<>();
        Merkle tree = new Merkle();
        String rulebook = "";
        while (in.advance()) {
            byte[] room = in.room();
            int start = in.start();
            int end = in.end();
            byte[] leaf = Merkle.leaf(room, start, end - start);
            tree.add(leaf);
            String with = Member.text(room, start, end, Member.RULEBOOK);
            rulebook = with.equals(rulebook) ? rulebook : with;
            lines.add(new Line(
                    Member.text(room, start, end, Member.PRACTITIONER),
                    Member.year(room, start, end),
                    leaf,
                    Member.text(room, start, end, Member.FACTS),
                    rulebook));
        }
        boolean sealed = in.fileDigest().equals(digest);
        return new DecisionsRead(lines, in.textBytes(), in.torn(), sealed, Sha256.text(tree.root()));
    }
}
