package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.xlsx.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects the mistakes of one workbook, so that a person sees all of them at once; past a hundred the rest is left out. A
 * cell is blamed once: what follows from its first mistake is not told.
 */
final class SheetProblems {
    private static final int MOST = 100;
    private static final int SHOWN = 80;

    private final String file;
    private final String sheet;
    private final List<RulebookProblem> problems;
    private final Set<String> blamed = new HashSet<>();
    private int found;

    SheetProblems(String file, String sheet, List<RulebookProblem> problems) {
        this.file = file;
        this.sheet = sheet;
        this.problems = problems;
    }

    /** Number of mistakes found. */
    int found() {
        return found;
    }

    /** Whether a cell was blamed before. */
    boolean blamed(int row, int column) {
        return blamed.contains(Cell.address(row, column));
    }

    void at(int row, int column, String code, Sentence message, Sentence hint) {
        at(Cell.address(row, column), Severity.ERROR, code, message, hint);
    }

    void at(String address, Severity severity, String code, Sentence message, Sentence hint) {
        if (!blamed.add(address)) {
            return;
        }
        found += severity == Severity.ERROR ? 1 : 0;
        if (blamed.size() < MOST) {
            problems.add(new RulebookProblem(code, severity, file, sheet + "!" + address, message, hint));
        } else if (blamed.size() == MOST) {
            problems.add(RulebookProblem.error(
                    "MORE_PROBLEMS",
                    file,
                    sheet + "!" + address,
                    new Sentence(
                            "à partir d’ici, plus d’erreurs qu’il n’en est montré",
                            "more mistakes from here on than are listed"),
                    new Sentence("Peut-être corriger d’abord les premières.", "Maybe mend the first ones.")));
        }
    }

    /** A mistake of a cell; its value is shown. */
    void at(Cell cell, String code, Advice advice) {
        at(cell, Severity.ERROR, code, "", advice);
    }

    /** A mistake of a cell under a header; its value is shown. */
    void at(Cell cell, String code, String header, Advice advice) {
        at(cell, Severity.ERROR, code, header, advice);
    }

    void at(Cell cell, Severity severity, String code, String header, Advice advice) {
        String value = visible(cell.text());
        String fr = header.isEmpty() ? "" : "colonne «" + visible(header) + "» : ";
        String en = header.isEmpty() ? "" : "column «" + visible(header) + "»: ";
        at(
                cell.address(),
                severity,
                code,
                new Sentence(
                        fr + advice.cause().fr() + ", valeur «" + value + "»",
                        en + advice.cause().en() + ", found «" + value + "»"),
                advice.hint());
    }

    /** Shows characters that nobody sees. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> {
            if (c == '\n') {
                shown.append("\\n");
            } else if (isInvisible(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isInvisible(int c) {
        return c != ' '
                && (Character.getType(c) == Character.FORMAT || Character.isISOControl(c) || Character.isSpaceChar(c));
    }

    /** Whether a cell that holds no prose may be read: no formula, no error, no invisible character, no outer space. */
    boolean plainCell(Cell cell) {
        if (cell.formula() || cell.kind() == Cell.Kind.ERROR) {
            return false;
        }
        String text = cell.text();
        if (isBare(text)) {
            return true;
        }
        String bare = text.codePoints()
                .filter(c -> !isInvisible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (text.codePoints().anyMatch(SheetProblems::isInvisible)) {
            int first = text.codePoints()
                    .filter(SheetProblems::isInvisible)
                    .findFirst()
                    .orElse(0);
            String name = String.format(Locale.ROOT, "U+%04X", first);
            at(
                    cell,
                    "INVISIBLE_CHARACTER",
                    Advice.of(
                            "un caractère que personne ne voit (" + named(first, true) + ", " + name + ")",
                            "a character that nobody sees (" + named(first, false) + ", " + name + ")",
                            bare + " : retapez la cellule.",
                            bare + ": type the cell again."));
            return false;
        }
        if (!text.equals(text.strip())) {
            at(
                    cell,
                    "OUTER_SPACES",
                    text.isBlank()
                            ? Advice.of(
                                    "une cellule qui ne contient que des espaces",
                                    "a cell that holds nothing but spaces",
                                    "videz-la.",
                                    "empty it.")
                            : Advice.meant("des espaces autour de la valeur", "spaces around the value", bare));
            return false;
        }
        return true;
    }

    /** Whether a text is printable ASCII without a space at either end: most are. */
    private static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return text.isEmpty() || text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    private static String named(int c, boolean french) {
        return switch (c) {
            case 0xA0 -> french ? "espace insécable" : "no-break space";
            case 0x202F -> french ? "espace fine insécable" : "narrow no-break space";
            case 0x200B -> french ? "espace de largeur nulle" : "zero-width space";
            case '\n', '\r' -> french ? "saut de ligne" : "line break";
            case '\t' -> french ? "tabulation" : "tab";
            default -> french ? "caractère invisible" : "invisible character";
        };
    }

    /** Whether a cell holds a code as text; a number, a date or a truth value would have lost how it was typed. */
    boolean isText(Cell cell, String header, Supplier<List<String>> known) {
        if (cell.kind() == Cell.Kind.TEXT) {
            return true;
        }
        String fr =
                switch (cell.kind()) {
                    case DATE -> "une date";
                    case BOOLEAN -> "une valeur vrai/faux";
                    default -> "un nombre";
                };
        String en =
                switch (cell.kind()) {
                    case DATE -> "a date";
                    case BOOLEAN -> "a truth value";
                    default -> "a number";
                };
        String meant = padded(cell.text(), known.get());
        at(
                cell,
                "NOT_TEXT",
                header,
                Advice.of(
                        fr + ", alors qu’un code en texte est attendu",
                        en + " stands where a code is wanted as text",
                        "mettez la cellule au format Texte et retapez «" + meant + "» : 04 deviendrait 4.",
                        "format the cell as text and type «" + meant + "» again: 04 would be 4."));
        return false;
    }

    /** The number with the zeros that codes of its column have in front. */
    private static String padded(String number, List<String> known) {
        int shortest = known.stream()
                .filter(k -> k.matches("[0-9]+"))
                .mapToInt(String::length)
                .min()
                .orElse(0);
        boolean lost = number.matches("[0-9]+") && shortest > number.length() && !known.contains(number);
        return lost ? "0".repeat(shortest - number.length()) + number : number;
    }

    /** Whether a cell is no percentage; 70 % would be read as 0.7, whatever the column counts. */
    boolean isNoPercentage(Cell cell, String header) {
        if (cell.kind() == Cell.Kind.PERCENT) {
            at(
                    cell,
                    "PERCENT_CELL",
                    header,
                    Advice.of(
                            "la cellule est au format Pourcentage",
                            "the cell is formatted as a percentage",
                            "lui donner un format de nombre simple.",
                            "give it a plain number format."));
            return false;
        }
        return true;
    }
}
