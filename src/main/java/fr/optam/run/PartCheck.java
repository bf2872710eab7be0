package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds one part of a run against its ledger, its tree and the manifest, and names the first difference. */
final class PartCheck {
    private final Path root;
    private final Manifest manifest;
    private final Manifest.Entry part;
    private final String rulebook;
    private final List<Difference> found = new ArrayList<>();
    private List<LedgerLine> ledger = List.of();
    private long bytes;

    /** @param rulebook digest of the rulebook that the run holds */
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
        readLedger();
        List<String> facts = new ArrayList<>();
        boolean factsThere = there(part.facts());
        boolean decisionsThere = there(part.decisions());
        if (decisionsThere) {
            decisions(facts);
        }
        if (factsThere) {
            facts(decisionsThere ? facts : null);
        }
        return new Result(found, bytes);
    }

    private boolean there(String name) {
        boolean there = Files.isRegularFile(root.resolve(name));
        if (!there) {
            add("FILE_MISSING", name, part.first(), "fichier absent", "the file is missing");
        }
        return there;
    }

    private void add(String code, String file, String practitioner, String fr, String en) {
        found.add(new Difference(code, file, practitioner, new Sentence(fr, en)));
    }

    private void readLedger() throws IOException {
        if (!there(part.ledger())) {
            return;
        }
        Path file = root.resolve(part.ledger());
        Optional<List<LedgerLine>> lines = Ledger.read(file);
        WrittenFile stated = manifest.files().get(part.ledger());
        boolean same = stated != null
                && Files.size(file) == stated.bytes()
                && Sha256.of(file).equals(stated.sha256());
        if (lines.isEmpty() || !same) {
            add(
                    "FILE_CHANGED",
                    part.ledger(),
                    lines.map(this::firstStrange).orElse(part.first()),
                    "le registre n’est pas celui qui a été scellé",
                    "the ledger is not the one that was sealed");
        }
        ledger = lines.orElse(List.of());
        bytes += Files.size(file);
        if (same && !Sha256.text(Ledger.root(ledger)).equals(part.root())) {
            add(
                    "TREE_DIFFERS",
                    part.ledger(),
                    part.first(),
                    "la racine de l’arbre de cette partie ne correspond pas au manifeste",
                    "the root of the tree of this part is not that of the manifest");
        }
        if (same && (ledger.size() != part.count() || !ends(ledger))) {
            add(
                    "COUNT_DIFFERS",
                    part.ledger(),
                    part.first(),
                    "le registre compte " + ledger.size() + " décisions, le manifeste en annonce " + part.count()
                            + " de " + part.first() + " à " + part.last(),
                    "the ledger counts " + ledger.size() + " decisions, the manifest says " + part.count() + " from "
                            + part.first() + " to " + part.last());
        }
    }

    private boolean ends(List<LedgerLine> lines) {
        return !lines.isEmpty()
                && lines.get(0).practitioner().equals(part.first())
                && lines.get(lines.size() - 1).practitioner().equals(part.last());
    }

    /** The first practitioner whose ledger line does not fit its decision. */
    private String firstStrange(List<LedgerLine> lines) {
        try (Lines decisions = lines(part.decisions())) {
            for (LedgerLine line : lines) {
                byte[] decision = decisions.next();
                if (decision == null || !line.practitioner().equals(Member.text(decision, Member.PRACTITIONER))) {
                    return decision == null ? line.practitioner() : Member.text(decision, Member.PRACTITIONER);
                }
                if (!Arrays.equals(line.leaf(), Merkle.leaf(decision))) {
                    return line.practitioner();
                }
            }
        } catch (IOException e) {
            return part.first();
        }
        return part.first();
    }

    private Lines lines(String name) throws IOException {
        WrittenFile stated = manifest.files().get(name);
        return new Lines(root.resolve(name), stated == null ? Long.MAX_VALUE : stated.textBytes());
    }

    /** @param facts takes the digest of the facts of each decision */
    private void decisions(List<String> facts) throws IOException {
        String file = part.decisions();
        try (Lines lines = lines(file)) {
            int n = 0;
            boolean strange = false;
            for (byte[] line = lines.next(); line != null; line = lines.next(), n++) {
                facts.add(Member.text(line, Member.FACTS));
                if (!strange) {
                    strange = !decision(line, n);
                }
            }
            end(file, lines, n, strange);
        }
    }

    private boolean decision(byte[] line, int n) {
        String file = part.decisions();
        String id = Member.text(line, Member.PRACTITIONER);
        if (n >= ledger.size()) {
            add("RECORD_ADDED", file, id, "décision en trop, ligne " + (n + 1), "a decision too many, line " + (n + 1));
            return false;
        }
        LedgerLine stated = ledger.get(n);
        if (Arrays.equals(stated.leaf(), Merkle.leaf(line))) {
            return sameRulebook(line, id);
        }
        if (stated.practitioner().equals(id)) {
            add(
                    "RECORD_CHANGED",
                    file,
                    id,
                    "décision modifiée, ligne " + (n + 1),
                    "the decision was changed, line " + (n + 1));
        } else {
            misplaced(id, n);
        }
        return false;
    }

    private void misplaced(String id, int n) {
        String wanted = ledger.get(n).practitioner();
        boolean known = ledger.stream().anyMatch(line -> line.practitioner().equals(id));
        boolean next = n + 1 < ledger.size() && ledger.get(n + 1).practitioner().equals(id);
        if (!known) {
            add(
                    n < ledger.size() ? "RECORD_CHANGED" : "RECORD_ADDED",
                    part.decisions(),
                    wanted,
                    "ligne " + (n + 1) + " : praticien « " + id + " » à la place de " + wanted,
                    "line " + (n + 1) + ": practitioner «" + id + "» in the place of " + wanted);
        } else {
            add(
                    next ? "RECORD_DROPPED" : "RECORD_MOVED",
                    part.decisions(),
                    wanted,
                    "ligne " + (n + 1) + " : " + id + " se trouve là où " + wanted
                            + " est attendu (supprimé ou déplacé)",
                    "line " + (n + 1) + ": " + id + " stands where " + wanted + " is due (dropped or moved)");
        }
    }

    private boolean sameRulebook(byte[] line, String id) {
        String digest = Member.text(line, Member.RULEBOOK);
        if (digest.equals(rulebook)) {
            return true;
        }
        add(
                "RULEBOOK_DIFFERS",
                part.decisions(),
                id,
                "décision prise avec le référentiel " + digest + ", le dossier contient " + rulebook,
                "decided with the rulebook " + digest + ", the run holds " + rulebook);
        return false;
    }

    private void facts(List<String> digests) throws IOException {
        String file = part.facts();
        Set<String> seen = new HashSet<>();
        try (Lines lines = lines(file)) {
            int n = 0;
            boolean strange = false;
            for (byte[] line = lines.next(); line != null; line = lines.next(), n++) {
                String owner = n < ledger.size() ? ledger.get(n).practitioner() : part.last();
                seen.add(owner);
                boolean same =
                        digests == null || (n < digests.size() && digests.get(n).equals(Sha256.of(line)));
                if (!same && !strange) {
                    strange = true;
                    add(
                            "FACTS_CHANGED",
                            file,
                            owner,
                            "faits modifiés, supprimés ou déplacés, ligne " + (n + 1),
                            "the facts were changed, dropped or moved, line " + (n + 1));
                }
            }
            end(file, lines, n, strange);
        }
    }

    /** What the end of a part and its digests say, if nothing was found before. */
    private void end(String file, Lines lines, int count, boolean strange) throws IOException {
        bytes += lines.textBytes();
        WrittenFile stated = manifest.files().get(file);
        boolean whole = lines.fileDigest().equals(stated == null ? "" : stated.sha256());
        String next = count < ledger.size() ? ledger.get(count).practitioner() : part.last();
        if (strange) {
            return;
        }
        if (lines.torn()) {
            add(
                    "FILE_TORN",
                    file,
                    next,
                    "illisible après " + count + " lignes : tronqué ou abîmé",
                    "can't be read after " + count + " lines: cut off or damaged");
        } else if (count < part.count()) {
            add(
                    "RECORD_DROPPED",
                    file,
                    next,
                    count + " lignes au lieu de " + part.count(),
                    count + " lines instead of " + part.count());
        } else if (count > part.count()) {
            add(
                    "RECORD_ADDED",
                    file,
                    part.last(),
                    count + " lignes au lieu de " + part.count(),
                    count + " lines instead of " + part.count());
        } else if (!whole) {
            add(
                    "FILE_CHANGED",
                    file,
                    part.first(),
                    "même contenu, mais le fichier n’est pas celui qui a été scellé",
                    "the same content, but not the file that was sealed");
        }
    }
}
