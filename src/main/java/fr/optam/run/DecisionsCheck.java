package fr.optam.run;

import fr.optam.decision.Sentence;
import java.util.List;

/** Names the first decision of a part that is not as it was sealed. */
final class DecisionsCheck {
    private final Manifest.Entry part;
    private final DecisionsRead read;
    private final List<DecisionsRead.Line> lines;
    private final String rulebook;
    private final List<Difference> found;

    /**
     * @param rulebook digest of the rulebook that the run says it was decided with
     * @param found takes what differs
     */
    DecisionsCheck(Manifest.Entry part, DecisionsRead read, String rulebook, List<Difference> found) {
        this.part = part;
        this.read = read;
        this.lines = read.lines();
        this.rulebook = rulebook;
        this.found = found;
    }

    /** The decisions make the root of the part: what is left is the file around them, and the rulebook they name. */
    void sameLeaves() {
        if (read.torn()) {
            torn(part.last());
        } else if (!read.sealed()) {
            sameContent();
        }
        for (int i = 0; i < lines.size(); i++) {
            DecisionsRead.Line line = lines.get(i);
            if (!line.rulebook().equals(rulebook)) {
                add(
                        "RULEBOOK_DIFFERS",
                        line.practitioner(),
                        "décision prise avec le référentiel " + line.rulebook() + ", le dossier annonce " + rulebook,
                        "decided with the rulebook " + line.rulebook() + ", the run says " + rulebook);
                return;
            }
        }
    }

    /**
     * The first decision that is not that of the ledger.
     *
     * @param sure whether the ledger makes the root of the part
     */
    void against(List<LedgerLine> ledger, boolean sure) {
        int n = 0;
        while (n < lines.size() && n < ledger.size() && lines.get(n).is(ledger.get(n))) {
            n++;
        }
        if (n < lines.size() && n < ledger.size()) {
            differs(ledger, n);
        } else if (n < lines.size() && (sure || !ledger.isEmpty())) {
            String id = lines.get(n).practitioner();
            add("RECORD_ADDED", id, "décision en trop, ligne " + (n + 1), "a decision too many, line " + (n + 1));
        } else if (read.torn()) {
            torn(n < ledger.size() ? ledger.get(n).practitioner() : part.last());
        } else if (n < ledger.size()) {
            add(
                    "RECORD_DROPPED",
                    ledger.get(n).practitioner(),
                    n + " décisions au lieu de " + ledger.size(),
                    n + " decisions instead of " + ledger.size());
        } else {
            unknown();
        }
    }

    private void differs(List<LedgerLine> ledger, int n) {
        DecisionsRead.Line line = lines.get(n);
        LedgerLine due = ledger.get(n);
        String id = line.practitioner();
        String place = "ligne " + (n + 1) + " : " + id + " se trouve là où " + due.practitioner() + " est attendu";
        String where = "line " + (n + 1) + ": " + id + " stands where " + due.practitioner() + " is due";
        boolean later = lines.subList(n + 1, lines.size()).stream().anyMatch(each -> each.is(due));
        boolean known = ledger.stream().anyMatch(line::is);
        boolean twice = lines.subList(0, n).stream()
                .anyMatch(each -> each.practitioner().equals(id));
        if (id.equals(due.practitioner())) {
            add(
                    "RECORD_CHANGED",
                    id,
                    "décision modifiée, ligne " + (n + 1),
                    "the decision was changed, line " + (n + 1));
        } else if (twice || later && !known) {
            add("RECORD_ADDED", id, place + " (ajouté)", where + " (added)");
        } else if (later) {
            add("RECORD_MOVED", due.practitioner(), place + " (déplacé)", where + " (moved)");
        } else if (known) {
            add("RECORD_DROPPED", due.practitioner(), place + " (supprimé)", where + " (dropped)");
        } else {
            add("RECORD_CHANGED", due.practitioner(), place + " (remplacé)", where + " (replaced)");
        }
    }

    private void torn(String practitioner) {
        add(
                "FILE_TORN",
                practitioner,
                "illisible après " + lines.size() + " décisions : tronqué ou abîmé",
                "can't be read after " + lines.size() + " decisions: cut off or damaged");
    }

    private void sameContent() {
        add(
                "FILE_CHANGED",
                part.first(),
                "mêmes décisions, mais le fichier n’est pas celui qui a été scellé",
                "the same decisions, but not the file that was sealed");
    }

    /** The file is another one, and nothing is left that says how. */
    private void unknown() {
        add(
                "FILE_CHANGED",
                part.first(),
                "le fichier n’est pas celui qui a été scellé ; une décision de " + part.first() + " à " + part.last(),
                "not the file that was sealed; a decision from " + part.first() + " to " + part.last());
    }

    private void add(String code, String practitioner, String fr, String en) {
        found.add(new Difference(code, part.decisions(), practitioner, new Sentence(fr, en)));
    }
}
