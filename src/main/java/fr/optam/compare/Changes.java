package fr.optam.compare;

import fr.optam.compare.Change.Kind;
import fr.optam.compare.Change.Place;
import fr.optam.compare.Change.Value;
import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Collects the differences of one file. */
final class Changes {
    private final String file;
    private final String table;
    private final String shownBefore;
    private final String shownAfter;
    private final List<Change> all = new ArrayList<>();
    private final List<RulebookDiff.Note> notes = new ArrayList<>();

    Changes(String file, String shownBefore, String shownAfter) {
        this.file = file;
        this.table = table(file);
        this.shownBefore = shownBefore;
        this.shownAfter = shownAfter;
    }

    /** {@code consequence/prime-bareme} for a workbook of the rulebook, else the path. */
    static String table(String file) {
        return file.startsWith(Edition.TABLES) && file.endsWith(".xlsx")
                ? file.substring(Edition.TABLES.length()).replaceFirst("(\\.drl)?\\.xlsx$", "")
                : file;
    }

    Place before(String sheet, String cell) {
        return new Place(shownBefore, sheet, cell);
    }

    Place after(String sheet, String cell) {
        return new Place(shownAfter, sheet, cell);
    }

    void file(Kind kind, String old, String now) {
        Place from = kind == Kind.FILE_ADDED ? Place.NONE : before("", "");
        Place to = kind == Kind.FILE_REMOVED ? Place.NONE : after("", "");
        add(kind, from, to, "", "", "", old, now, List.of(), "");
    }

    void sheet(Kind kind, String old, String now) {
        Place from = kind == Kind.SHEET_ADDED ? Place.NONE : before(old, "");
        Place to = kind == Kind.SHEET_REMOVED ? Place.NONE : after(now, "");
        add(
                kind,
                from,
                to,
                "",
                "",
                "",
                kind == Kind.SHEET_MOVED ? "" : old,
                kind == Kind.SHEET_MOVED ? "" : now,
                List.of(),
                "");
    }

    void add(
            Kind kind,
            Place from,
            Place to,
            String row,
            String column,
            String header,
            String old,
            String now,
            List<Value> values,
            String how) {
        all.add(new Change(kind, file, table, from, to, row, column, header, old, now, values, how));
    }

    void note(Sentence text) {
        notes.add(new RulebookDiff.Note(file, text));
    }

    List<Change> all() {
        return all;
    }

    List<RulebookDiff.Note> notes() {
        return notes;
    }
}
