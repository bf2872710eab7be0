package fr.optam.rulebook.table;

import fr.optam.rulebook.xlsx.Cell;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a cell is no number, as people write numbers. */
final class NumberAdvice {
    private static final String SPACES = "[ \\u00A0\\u202F'’]";
    private static final Pattern COMMA = Pattern.compile("([+-]?[0-9]{1,15}),([0-9]{1,10})");
    private static final Pattern FRENCH =
            Pattern.compile("([+-]?[0-9]{1,3}(?:" + SPACES + "[0-9]{3}){1,4})(?:[.,]([0-9]{1,6}))?");
    private static final Pattern POINTS = Pattern.compile("([+-]?[0-9]{1,3}(?:\\.[0-9]{3}){1,4})(?:,([0-9]{1,6}))?");
    private static final Pattern COMMAS = Pattern.compile("([+-]?[0-9]{1,3}(?:,[0-9]{3}){1,4})\\.([0-9]{1,6})");
    private static final Pattern PERCENT = Pattern.compile("([+-]?[0-9]{1,9})(?:[.,]([0-9]{1,6}))?" + SPACES + "?%");
    private static final Pattern UNIT =
            Pattern.compile("([+-]?[0-9]{1,15})(?:[.,]([0-9]{1,6}))?" + SPACES + "?([\\p{L}€$£][\\p{L}€$£. ]{0,20})");
    private static final Pattern UNIT_FIRST =
            Pattern.compile("([\\p{L}€$£]{1,4})" + SPACES + "?([0-9]{1,15}(?:[.,][0-9]{1,6})?)");
    private static final Pattern RANGE = Pattern.compile(
            "([0-9][0-9.,]{0,15}) ?(?:-|–|à|a|to|\\.\\.|/) ?([0-9][0-9.,]{0,15})|(?:[<>≤≥]=?|=) ?[+-]?[0-9][0-9.,]{0,15}");
    private static final Pattern NEGATIVE =
            Pattern.compile("\\(([0-9]{1,15}(?:[.,][0-9]{1,6})?)\\)|[−–—]([0-9]{1,15}(?:[.,][0-9]{1,6})?)");
    private static final Pattern SEVERAL =
            Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?(?:[ ;/|,]+[+-]?[0-9]+(?:[.,][0-9]+)?)+");
    private static final Pattern LETTERS = Pattern.compile("[0-9OolI]{1,12}(?:[.,][0-9OolI]{1,6})?");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9]{1,6}(?:[.,][0-9]{1,6})?[eE][+-]?[0-9]{1,2}");

    private final String text;
    private final boolean ratio;

    private NumberAdvice(String text, boolean ratio) {
        this.text = text;
        this.ratio = ratio;
    }

    /** Why a cell is no number; ratio if 20 % is to be written 0.20. */
    static Advice of(Cell cell, boolean ratio) {
        if (cell.kind() == Cell.Kind.DATE) {
            return Advice.of(
                    "une date, alors qu’un nombre est attendu",
                    "a date, where a number is wanted",
                    "le tableur a pris le nombre pour une date : mettez la cellule au format Texte et retapez-le.",
                    "the spreadsheet took the number for a date: format the cell as text and type it again.");
        }
        if (cell.kind() == Cell.Kind.BOOLEAN) {
            return Advice.of(
                    "une valeur vrai/faux, alors qu’un nombre est attendu",
                    "a truth value, where a number is wanted",
                    "la cellule d’à côté était visée.",
                    "the cell beside was meant.");
        }
        return new NumberAdvice(cell.text(), ratio).advice();
    }

    private Advice advice() {
        Matcher m;
        if ((m = PERCENT.matcher(text)).matches()) {
            String number = decimal(m.group(1), m.group(2));
            return Advice.meant(
                    "un pourcentage écrit en toutes lettres",
                    "a percentage typed as text",
                    ratio ? new BigDecimal(number).movePointLeft(2).toPlainString() : number);
        }
        if ((m = COMMA.matcher(text)).matches()) {
            return Advice.of(
                    "une virgule décimale",
                    "a decimal comma",
                    decimal(m.group(1), m.group(2)) + " : les décimales s’écrivent avec un point.",
                    decimal(m.group(1), m.group(2)) + ": decimals are written with a point.");
        }
        for (Pattern grouped : new Pattern[] {FRENCH, POINTS, COMMAS}) {
            if ((m = grouped.matcher(text)).matches()) {
                return Advice.meant(
                        "un séparateur de milliers",
                        "a thousands separator",
                        decimal(m.group(1).replaceAll("[^0-9+-]", ""), m.group(2)));
            }
        }
        return signsAndUnits();
    }

    private Advice signsAndUnits() {
        Matcher m;
        if ((m = NEGATIVE.matcher(text)).matches()) {
            String digits = m.group(1) == null ? m.group(2) : m.group(1);
            return Advice.meant(
                    "un nombre négatif qui n’est pas écrit avec le signe «-» du clavier",
                    "a negative number that is not written with the minus sign of the keyboard",
                    "-" + digits.replace(',', '.'));
        }
        if (RANGE.matcher(text).matches()) {
            return Advice.of(
                    "un intervalle ou une comparaison dans une seule cellule",
                    "a range or a comparison in one cell",
                    "une borne par colonne : la comparaison est celle de l’en-tête.",
                    "one bound a column: the header makes the comparison.");
        }
        if (SEVERAL.matcher(text).matches()) {
            return Advice.of(
                    "plusieurs nombres dans une seule cellule",
                    "several numbers in one cell",
                    "un seul nombre, avec un point pour les décimales.",
                    "one number alone, with a point for the decimals.");
        }
        if (LETTERS.matcher(text).matches()) {
            return Advice.meant(
                    "une lettre parmi les chiffres",
                    "a letter among the digits",
                    text.replaceAll("[Oo]", "0").replaceAll("[lI]", "1").replace(',', '.'));
        }
        if ((m = UNIT.matcher(text)).matches()) {
            return Advice.meant(
                    "une unité («" + m.group(3).strip() + "») à côté du nombre",
                    "a unit («" + m.group(3).strip() + "») beside the number",
                    decimal(m.group(1), m.group(2)));
        }
        if ((m = UNIT_FIRST.matcher(text)).matches()) {
            return Advice.meant(
                    "une unité («" + m.group(1) + "») à côté du nombre",
                    "a unit («" + m.group(1) + "») beside the number",
                    m.group(2).replace(',', '.'));
        }
        return rest();
    }

    private Advice rest() {
        if (EXPONENT.matcher(text).matches()) {
            return Advice.meant(
                    "un nombre avec exposant",
                    "a number with an exponent",
                    new BigDecimal(text.replace(',', '.')).toPlainString());
        }
        if (DateAdvice.iso(text).isPresent()) {
            return Advice.of(
                    "une date, alors qu’un nombre est attendu",
                    "a date, where a number is wanted",
                    "la colonne d’à côté était visée.",
                    "the column beside was meant.");
        }
        if (text.length() > 1 && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-')) {
            return Advice.of(
                    "un nombre qui a trop de chiffres ou de points",
                    "a number with too many digits or points",
                    "12 chiffres avant le point et 6 après, au plus.",
                    "12 digits before the point and 6 after it, at most.");
        }
        return Advice.of(
                "un texte, alors qu’un nombre est attendu",
                "a text, where a number is wanted",
                "laissez la cellule vide si rien n’est connu.",
                "leave the cell empty if nothing is known.");
    }

    private static String decimal(String whole, String decimals) {
        return decimals == null ? whole : whole + "." + decimals;
    }
}
