package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names the first practitioner on whom a ledger does not say what the decisions of its part say. */
final class LedgerCheck {
    private final Path root;
    private final Manifest.Entry part;
    private final List<LedgerLine> ledger;
    private final List<DecisionsRead.Line> lines;
    private final List<Difference> found;

    /** @param found takes what differs */
    LedgerCheck(
            Path root,
            Manifest.Entry part,
            List<LedgerLine> ledger,
            Optional<DecisionsRead> decisions,
            List<Difference> found) {
        this.root = root;
        this.part = part;
        this.ledger = ledger;
        this.lines = decisions.map(DecisionsRead::lines).orElse(List.of());
        this.found = found;
    }

    /** The ledger is not the one that was sealed. */
    void changed() {
        found.add(new Difference(
                "FILE_CHANGED",
                part.ledger(),
                ledger.isEmpty() ? part.first() : firstStrange(),
                new Sentence(
                        "le registre n’est pas celui qui a été scellé", "the ledger is not the one that was sealed")));
    }

    /** Whether the places of every block lead to its decision and its facts; the ledger has the leaves of the part. */
    void places() {
        for (int i = 0; i < ledger.size() && i < lines.size(); i++) {
            LedgerLine stated = ledger.get(i);
            LedgerLine before = i == 0 ? null : ledger.get(i - 1);
            boolean begins = before == null
                    || before.decisionBlock() != stated.decisionBlock()
                    || before.factsBlock() != stated.factsBlock();
            boolean same = stated.practitioner().equals(lines.get(i).practitioner())
                    && stated.year() == lines.get(i).year();
            if (!same || begins && !found(i)) {
                changed();
                return;
            }
        }
    }

    private String firstStrange() {
        for (int i = 0; i < ledger.size() && i < lines.size(); i++) {
            LedgerLine stated = ledger.get(i);
            DecisionsRead.Line line = lines.get(i);
            if (!stated.practitioner().equals(line.practitioner())) {
                boolean twice = i > 0 && ledger.get(i - 1).practitioner().equals(stated.practitioner());
                return twice ? stated.practitioner() : line.practitioner();
            }
            if (!line.is(stated) || stated.year() != line.year() || !found(i)) {
                return line.practitioner();
            }
        }
        return ledger.size() < lines.size()
                ? lines.get(ledger.size()).practitioner()
                : lines.isEmpty() || ledger.size() == lines.size()
                        ? part.first()
                        : ledger.get(lines.size()).practitioner();
    }

    /** Whether the places of a line lead to its decision and its facts. */
    private boolean found(int line) {
        try {
            byte[] decision = Block.decision(root, part, ledger, line);
            return Arrays.equals(Merkle.leaf(decision), ledger.get(line).leaf())
                    && Sha256.of(Block.facts(root, part, ledger, line))
                            .equals(lines.get(line).facts());
        } catch (IOException e) {
            return false;
        }
    }
}
