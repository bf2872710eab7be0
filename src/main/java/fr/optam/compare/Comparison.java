package fr.optam.compare;

import fr.optam.compare.Change.Kind;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two sides file by file. */
public final class Comparison {
    private final Edition before;
    private final Edition after;
    private final List<Change> changes = new ArrayList<>();
    private final List<RulebookDiff.Note> notes = new ArrayList<>();

    private Comparison(Edition before, Edition after) {
        this.before = before;
        this.after = after;
    }

    /** Everything that differs between two sides. */
    public static RulebookDiff of(Edition before, Edition after) {
        Comparison comparison = new Comparison(before, after);
        comparison.compare();
        return new RulebookDiff(before.side(), after.side(), comparison.changes, comparison.notes);
    }

    private void compare() {
        Map<String, String> moved = moved();
        Set<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        paths.removeAll(moved.values());
        for (String path : paths) {
            if (!path.endsWith(".drl")) {
                file(
                        path,
                        before.files().get(moved.getOrDefault(path, path)),
                        after.files().get(path));
            }
        }
        changes.addAll(RulesDiff.compare(before, after));
        changes.sort(Comparator.comparing(Change::file));
        silent();
    }

    private void file(String path, Edition.Entry from, Edition.Entry to) {
        if (from != null
                && to != null
                && Arrays.equals(from.content(), to.content())
                && from.shown().endsWith(name(path))) {
            return;
        }
        Changes found = new Changes(path, from == null ? "" : from.shown(), to == null ? "" : to.shown());
        if (path.equals(Edition.CHANGES)) {
            found.note(new Sentence("Le journal des modifications diffère.", "The changelog differs."));
        } else if (from == null || to == null) {
            found.file(from == null ? Kind.FILE_ADDED : Kind.FILE_REMOVED, "", "");
            sheets(from == null ? to : from, found)
                    .ifPresent(sheets -> sheets.forEach(s -> SheetsDiff.rows(GridReader.read(s), found, from == null)));
        } else {
            both(path, from, to, found);
        }
        changes.addAll(found.all());
        notes.addAll(found.notes());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void both(String path, Edition.Entry from, Edition.Entry to, Changes found) {
        if (before.files().get(path) != from) {
            found.file(Kind.FILE_MOVED, from.shown(), to.shown());
        }
        Optional<List<Sheet>> one = sheets(from, found);
        Optional<List<Sheet>> other = sheets(to, found);
        if (one.isPresent() && other.isPresent()) {
            SheetsDiff.compare(one.get(), other.get(), found);
        } else if (!Arrays.equals(from.content(), to.content())) {
            found.file(Kind.FILE_CHANGED, from.content().length + " B", to.content().length + " B");
        }
    }

    private static Optional<List<Sheet>> sheets(Edition.Entry file, Changes found) {
        if (!file.shown().endsWith(".xlsx")) {
            return Optional.empty();
        }
        try {
            return Optional.of(XlsxReader.read(file.content()));
        } catch (WorkbookRefused e) {
            found.note(new Sentence(
                    file.shown() + " ne peut pas être lu comme classeur : " + e.getMessage(),
                    file.shown() + " can't be read as a workbook: it " + e.getMessage()));
            return Optional.empty();
        }
    }

    /** Path before of workbooks that only changed their path: most of their rows are the same. */
    private Map<String, String> moved() {
        Map<String, String> moved = new TreeMap<>();
        List<String> gone = before.files().keySet().stream()
                .filter(p -> p.endsWith(".xlsx") && !after.files().containsKey(p))
                .toList();
        for (String path : after.files().keySet()) {
            if (path.endsWith(".xlsx") && !before.files().containsKey(path)) {
                gone.stream()
                        .filter(p -> !moved.containsValue(p)
                                && alike(before.files().get(p), after.files().get(path)))
                        .findFirst()
                        .ifPresent(p -> moved.put(path, p));
            }
        }
        return moved;
    }

    private static boolean alike(Edition.Entry from, Edition.Entry to) {
        Set<String> old = ids(from);
        Set<String> now = ids(to);
        Set<String> same = new HashSet<>(old);
        same.retainAll(now);
        return !same.isEmpty() && same.size() * 2 > Math.max(old.size(), now.size());
    }

    private static Set<String> ids(Edition.Entry file) {
        Set<String> ids = new HashSet<>();
        sheets(file, new Changes("", "", ""))
                .ifPresent(all -> all.forEach(
                        sheet -> GridReader.read(sheet).rows(Grid.Part.DATA).forEach(row -> ids.add(row.id()))));
        ids.remove("");
        return ids;
    }

    /** Two digests without a difference would puzzle: what changed is order, comments or layout of rules. */
    private void silent() {
        boolean digests = before.id().isPresent()
                && after.id().isPresent()
                && !before.id().get().digest().equals(after.id().get().digest());
        if (changes.isEmpty() && digests) {
            notes.add(new RulebookDiff.Note(
                    "",
                    new Sentence(
                            "Les empreintes diffèrent par l’ordre des lignes, les commentaires ou la mise en page des règles seulement.",
                            "The digests differ by the order of rows, by comments or by the layout of rules only.")));
        }
    }
}
