package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Names the first facts of a part that are not those that its decisions were made of. */
final class FactsCheck {
    private final Manifest.Entry part;
    private final Optional<DecisionsRead> decisions;
    private final List<LedgerLine> ledger;
    private final List<Difference> found;

    /** @param found takes what differs */
    FactsCheck(
            Manifest.Entry part, Optional<DecisionsRead> decisions, List<LedgerLine> ledger, List<Difference> found) {
        this.part = part;
        this.decisions = decisions;
        this.ledger = ledger;
        this.found = found;
    }

    /**
     * Reads them all.
     *
     * @param digest digest that the manifest states
     * @return bytes that were unpacked
     */
    long run(Lines lines, String digest) throws IOException {
        List<DecisionsRead.Line> made = decisions.map(DecisionsRead::lines).orElse(List.of());
        int strange = -1;
        int n = 0;
        for (; lines.advance(); n++) {
            if (strange < 0
                    && n < made.size()
                    && !made.get(n).facts().equals(Sha256.of(lines.room(), lines.start(), lines.end()))) {
                strange = n;
            }
        }
        boolean sealed = lines.fileDigest().equals(digest);
        boolean trusted = decisions.map(each -> each.root().equals(part.root())).orElse(false);
        if (!sealed || trusted && (strange >= 0 || n != made.size())) {
            name(lines, n, strange);
        }
        return lines.textBytes();
    }

    private void name(Lines lines, int n, int strange) {
        if (strange >= 0) {
            add(
                    "FACTS_CHANGED",
                    owner(strange),
                    "faits modifiés, supprimés ou déplacés, ligne " + (strange + 1),
                    "the facts were changed, dropped or moved, line " + (strange + 1));
        } else if (lines.torn()) {
            add(
                    "FILE_TORN",
                    owner(n),
                    "illisible après " + n + " lignes : tronqué ou abîmé",
                    "can't be read after " + n + " lines: cut off or damaged");
        } else if (n != part.count()) {
            add(
                    n < part.count() ? "RECORD_DROPPED" : "RECORD_ADDED",
                    owner(n),
                    n + " lignes au lieu de " + part.count(),
                    n + " lines instead of " + part.count());
        } else {
            add(
                    "FILE_CHANGED",
                    part.first(),
                    "mêmes faits, mais le fichier n’est pas celui qui a été scellé",
                    "the same facts, but not the file that was sealed");
        }
    }

    /** Whose facts stand in a line. */
    private String owner(int line) {
        List<DecisionsRead.Line> made = decisions.map(DecisionsRead::lines).orElse(List.of());
        return line < ledger.size()
                ? ledger.get(line).practitioner()
                : line < made.size() ? made.get(line).practitioner() : part.last();
    }

    private void add(String code, String practitioner, String fr, String en) {
        found.add(new Difference(code, part.facts(), practitioner, new Sentence(fr, en)));
    }
}
