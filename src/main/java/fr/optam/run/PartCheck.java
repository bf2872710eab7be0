package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds one part of a run against its ledger, its tree and the manifest, and names the first difference of each file. The
 * root of the part says which of decisions and ledger is the one that was sealed; where neither is, the digests do.
 */
final class PartCheck {
    private final Path root;
    private final Manifest manifest;
    private final Manifest.Entry part;
    private final String rulebook;
    private final List<Difference> found = new ArrayList<>();
    private long bytes;

    /** @param rulebook digest of the rulebook that the run says it was decided with */
    PartCheck(Path root, Manifest manifest, Manifest.Entry part, String rulebook) {
        this.root = root;
        this.manifest = manifest;
        this.part = part;
        this.rulebook = rulebook;
    }

    /**
     * What a part came to.
     *
     * @param differences the first of each file; none if it is as it was sealed
     * @param bytes bytes of text that were read and hashed
     */
    record Result(List<Difference> differences, long bytes) {}

    Result run() throws IOException {
        Optional<DecisionsRead> decisions = Optional.empty();
        if (there(part.decisions())) {
            try (Lines lines = lines(part.decisions())) {
                decisions = Optional.of(DecisionsRead.of(lines, stated(part.decisions())));
            }
            bytes += decisions.get().textBytes();
        }
        List<LedgerLine> ledger = List.of();
        boolean ledgerWhole = false;
        if (there(part.ledger())) {
            Path file = root.resolve(part.ledger());
            ledgerWhole = sealed(file, part.ledger());
            ledger = Ledger.read(file).lines();
            bytes += Files.size(file);
        }
        judge(decisions, ledger, ledgerWhole);
        if (there(part.facts())) {
            FactsCheck check = new FactsCheck(part, decisions, ledger, found);
            try (Lines lines = lines(part.facts())) {
                bytes += check.run(lines, stated(part.facts()));
            }
        }
        if (found.isEmpty()) {
            new LedgerCheck(root, part, ledger, decisions, found).places();
        }
        return new Result(found, bytes);
    }

    /** A file of the manifest that is not there was told with the other files. */
    private boolean there(String name) {
        boolean there = Files.isRegularFile(root.resolve(name));
        if (!there && !manifest.files().containsKey(name)) {
            add("FILE_MISSING", name, part.first(), "fichier absent", "the file is missing");
        }
        return there;
    }

    private boolean sealed(Path file, String name) throws IOException {
        WrittenFile stated = manifest.files().get(name);
        return stated != null
                && Files.size(file) == stated.bytes()
                && Sha256.of(file).equals(stated.sha256());
    }

    private String stated(String name) {
        WrittenFile stated = manifest.files().get(name);
        return stated == null ? "" : stated.sha256();
    }

    private Lines lines(String name) throws IOException {
        WrittenFile stated = manifest.files().get(name);
        return new Lines(root.resolve(name), stated == null ? Long.MAX_VALUE : stated.textBytes());
    }

    /** Which of decisions and ledger is not as it was sealed. */
    private void judge(Optional<DecisionsRead> decisions, List<LedgerLine> ledger, boolean ledgerWhole) {
        boolean ledgerThere = Files.isRegularFile(root.resolve(part.ledger()));
        boolean ofTree = decisions.map(each -> each.root().equals(part.root())).orElse(false);
        boolean inTree = Sha256.text(Ledger.root(ledger)).equals(part.root());
        if (decisions.isPresent()) {
            DecisionsCheck check = new DecisionsCheck(part, decisions.get(), rulebook, found);
            if (ofTree) {
                check.sameLeaves();
            } else if (inTree) {
                check.against(ledger, true);
            } else if (!decisions.get().sealed()) {
                check.against(ledger, false);
            }
        }
        if (ledgerThere && !(ledgerWhole && inTree)) {
            boolean decisionsWhole = decisions.map(DecisionsRead::sealed).orElse(false);
            if (!ledgerWhole || ofTree) {
                new LedgerCheck(root, part, ledger, decisions, found).changed();
            } else if (decisionsWhole || decisions.isEmpty()) {
                tree();
            }
        } else if (ledgerThere && (ledger.size() != part.count() || !ends(ledger))) {
            add(
                    "COUNT_DIFFERS",
                    RunDirectory.MANIFEST,
                    part.first(),
                    part.ledger() + " compte " + ledger.size() + " décisions, le manifeste en annonce " + part.count()
                            + " de " + part.first() + " à " + part.last(),
                    part.ledger() + " counts " + ledger.size() + " decisions, the manifest says " + part.count()
                            + " from " + part.first() + " to " + part.last());
        }
    }

    /** Decisions and ledger are the files of the manifest, and yet do not make the root that it says. */
    private void tree() {
        for (String file : List.of(RunDirectory.MANIFEST, part.decisions(), part.ledger())) {
            add(
                    "TREE_DIFFERS",
                    file,
                    part.first(),
                    "les décisions de " + part.first() + " à " + part.last() + " ne donnent pas la racine "
                            + part.root() + " : manifeste, décisions ou registre modifiés",
                    "the decisions from " + part.first() + " to " + part.last() + " do not make the root " + part.root()
                            + ": manifest, decisions or ledger were changed");
        }
    }

    private boolean ends(List<LedgerLine> lines) {
        return !lines.isEmpty()
                && lines.get(0).practitioner().equals(part.first())
                && lines.get(lines.size() - 1).practitioner().equals(part.last());
    }

    private void add(String code, String file, String practitioner, String fr, String en) {
        found.add(new Difference(code, file, practitioner, new Sentence(fr, en)));
    }
}
