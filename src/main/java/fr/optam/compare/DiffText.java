package fr.optam.compare;

import fr.optam.compare.Change.Kind;
import fr.optam.compare.Change.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Differences as lines for a person or for {@code git diff}: one line a change, its place first. */
public final class DiffText {
    private static final String RED = "\u001B[31m";
    private static final String GREEN = "\u001B[32m";
    private static final String BOLD = "\u001B[1m";
    private static final String DIM = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    private final boolean french;
    private final boolean colour;

    /**
     * @param french whether words are French rather than English
     * @param colour whether a terminal shows it
     */
    public DiffText(boolean french, boolean colour) {
        this.french = french;
        this.colour = colour;
    }

    /** Both sides, every change, the remarks and a summary. */
    public String whole(RulebookDiff diff) {
        StringBuilder text = new StringBuilder();
        text.append(side("---", diff.before(), RED)).append(side("+++", diff.after(), GREEN));
        text.append(changes(diff)).append(in(DIM, summary(diff))).append('\n');
        return text.toString();
    }

    /** Every change and remark, a line each. */
    public String changes(RulebookDiff diff) {
        StringBuilder text = new StringBuilder();
        diff.changes().forEach(change -> text.append(line(change)).append('\n'));
        for (RulebookDiff.Note note : diff.notes()) {
            String said = (note.file().isEmpty() ? "" : note.file() + ": ")
                    + say(note.text().fr(), note.text().en());
            text.append(in(DIM, "# " + said)).append('\n');
        }
        return text.toString();
    }

    private String side(String sign, RulebookDiff.Side side, String tone) {
        String what = side.id()
                .map(id -> id.version()
                        + id.overlays().stream().map(o -> " + " + o).collect(Collectors.joining())
                        + "  " + id.digest())
                .orElse(
                        side.problems().isEmpty()
                                ? ""
                                : mistakes(side.problems().size()));
        return in(tone, sign + " " + side.name() + (what.isEmpty() ? "" : "  " + what)) + "\n";
    }

    private String mistakes(int count) {
        String what = count == 1 ? say("1 erreur", "1 mistake") : count + say(" erreurs", " mistakes");
        return what + say(" ; comparé par cellules", "; compared by cells");
    }

    /** One change. */
    public String line(Change change) {
        String place = in(BOLD, place(change));
        String row = change.row().isEmpty() ? "" : " " + change.row();
        String how = change.how().isEmpty()
                        || change.row().isEmpty() && !change.kind().name().startsWith("ROW")
                ? ""
                : " " + in(DIM, how(change.how()));
        return place
                + switch (change.kind()) {
                    case CELL_CHANGED -> row + cellColumn(change) + how + ": " + arrow(change);
                    case COLUMN_CHANGED -> " " + headWord(change.row()) + cellColumn(change) + ": " + arrow(change);
                    case PROPERTY_CHANGED -> row + ": " + arrow(change);
                    case RULE_CHANGED -> row + " " + change.column() + ": " + arrow(change);
                    case ROW_RENAMED -> " Id" + how + ": " + arrow(change);
                    case ROW_ADDED, RULE_ADDED -> row + " " + in(GREEN, word(change.kind()) + values(change.values()));
                    case ROW_REMOVED, RULE_REMOVED ->
                        row + " " + in(RED, word(change.kind()) + values(change.values()));
                    case COLUMN_ADDED, COLUMN_REMOVED ->
                        cellColumn(change) + " "
                                + in(change.kind() == Kind.COLUMN_ADDED ? GREEN : RED, word(change.kind()));
                    case FILE_ADDED, SHEET_ADDED -> " " + in(GREEN, word(change.kind()));
                    case FILE_REMOVED, SHEET_REMOVED -> " " + in(RED, word(change.kind()));
                    case SHEET_MOVED -> " " + word(change.kind());
                    case COLUMN_MOVED -> cellColumn(change) + " " + word(change.kind()) + colon() + arrow(change);
                    case FILE_MOVED, FILE_CHANGED, SHEET_RENAMED, ROW_MOVED, RULE_MOVED ->
                        row + " " + word(change.kind()) + colon() + arrow(change);
                };
    }

    private static String place(Change change) {
        Change.Place place = change.place();
        return change.kind().name().startsWith("RULE") ? place.file() + ":" + place.cell() : place.text();
    }

    private static String cellColumn(Change change) {
        return change.row().isEmpty()
                        && change.kind() == Kind.CELL_CHANGED
                        && change.header().length() < 3
                ? ""
                : " " + change.header();
    }

    private String headWord(String row) {
        return switch (row) {
            case "header" -> say("en-tête", "header");
            case "snippet" -> say("texte technique", "technical text");
            case "keyword" -> say("mot clé", "keyword");
            default -> say("nom technique", "technical name");
        };
    }

    private String arrow(Change change) {
        return in(RED, shown(change.old())) + " → " + in(GREEN, shown(change.now()));
    }

    private String shown(String value) {
        return value.isEmpty() ? say("(vide)", "(empty)") : value;
    }

    private String values(List<Value> values) {
        return values.isEmpty()
                ? ""
                : colon()
                        + values.stream()
                                .map(v -> v.header() + " = " + v.value())
                                .collect(Collectors.joining("; "));
    }

    private String how(String how) {
        return how.equals("content")
                ? say("(ligne reconnue par son contenu)", "(row recognised by its content)")
                : say("(ligne reconnue par sa place)", "(row recognised by its place)");
    }

    /** What a kind of change is called. */
    public String word(Kind kind) {
        return word(kind, 1);
    }

    private String word(Kind kind, long count) {
        String one = singular(kind);
        if (count < 2 || kind == Kind.FILE_CHANGED) {
            return one;
        }
        int blank = one.indexOf(' ');
        return french
                ? one.substring(0, blank) + "s" + one.substring(blank) + "s"
                : (one.substring(0, blank) + "s").replace("propertys", "properties") + one.substring(blank);
    }

    private String singular(Kind kind) {
        return switch (kind) {
            case FILE_ADDED -> say("fichier ajouté", "file added");
            case FILE_REMOVED -> say("fichier supprimé", "file removed");
            case FILE_MOVED -> say("fichier déplacé", "file moved");
            case FILE_CHANGED ->
                say("contenu différent, illisible par cellules", "content differs, can't be read by cells");
            case SHEET_ADDED -> say("feuille ajoutée", "sheet added");
            case SHEET_REMOVED -> say("feuille supprimée", "sheet removed");
            case SHEET_RENAMED -> say("feuille renommée", "sheet renamed");
            case SHEET_MOVED -> say("feuille déplacée", "sheet moved");
            case COLUMN_ADDED -> say("colonne ajoutée", "column added");
            case COLUMN_REMOVED -> say("colonne supprimée", "column removed");
            case COLUMN_CHANGED -> say("colonne modifiée", "column changed");
            case COLUMN_MOVED -> say("colonne déplacée", "column moved");
            case PROPERTY_CHANGED -> say("propriété modifiée", "property changed");
            case ROW_ADDED -> say("ligne ajoutée", "row added");
            case ROW_REMOVED -> say("ligne supprimée", "row removed");
            case ROW_MOVED -> say("ligne déplacée", "row moved");
            case ROW_RENAMED -> say("identifiant modifié", "id changed");
            case CELL_CHANGED -> say("cellule modifiée", "cell changed");
            case RULE_ADDED -> say("règle ajoutée", "rule added");
            case RULE_REMOVED -> say("règle supprimée", "rule removed");
            case RULE_MOVED -> say("règle déplacée", "rule moved");
            case RULE_CHANGED -> say("règle modifiée", "rule changed");
        };
    }

    /** How many changes of each kind. */
    public String summary(RulebookDiff diff) {
        if (diff.isEmpty()) {
            return say("Aucune différence.", "No difference.");
        }
        Map<Kind, Long> counts = diff.changes().stream()
                .collect(Collectors.groupingBy(Change::kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
        long files = diff.changes().stream().map(Change::file).distinct().count();
        return counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + word(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", "))
                + say(" dans ", " in ") + files + " " + (files == 1 ? say("fichier", "file") : say("fichiers", "files"))
                + ".";
    }

    private String colon() {
        return say("\u00A0: ", ": ");
    }

    private String say(String fr, String en) {
        return french ? fr : en;
    }

    private String in(String tone, String text) {
        return colour && !text.isEmpty() ? tone + text + PLAIN : text;
    }
}
