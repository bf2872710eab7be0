package fr.optam.rulebook.drl;

import fr.optam.rulebook.Closest;
import java.util.List;
import java.util.Locale;

/** What may be wrong at a place of a condition. */
final class ConditionMistakes {
    private ConditionMistakes() {}

    /** The condition ends where a word is wanted. */
    static DrlInvalid ended() {
        return new DrlInvalid(
                "quelque chose manque à la fin",
                "something is missing at the end",
                "une condition entre deux virgules.",
                "a condition between two commas.");
    }

    /** A word where a condition ends. */
    static DrlInvalid word(String word) {
        return new DrlInvalid(
                "le mot «" + word + "» n’est pas permis ici",
                "word «" + word + "» is not allowed here",
                "une virgule ou && pour «et», || pour «ou».",
                "a comma or && for and, || for or.");
    }

    /** A sign that no condition holds, or not there. */
    static DrlInvalid sign(char c) {
        if (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
            String sign = String.format(Locale.ROOT, "U+%04X", (int) c);
            return new DrlInvalid(
                    "un caractère que personne ne voit (" + sign + ")",
                    "a character that nobody sees (" + sign + ")",
                    "une espace ordinaire : retapez la ligne.",
                    "an ordinary space: type the line again.");
        }
        boolean typographic = "“”„«»‘’'".indexOf(c) >= 0;
        boolean single = (c == '&' || c == '|');
        String meant = typographic ? "le guillemet droit \" du clavier." : single ? "" + c + c + "." : "le retirer.";
        String en = typographic ? "the straight quote \" of the keyboard." : single ? "" + c + c + "." : "remove it.";
        return new DrlInvalid("«" + c + "» n’est pas permis", "«" + c + "» is not allowed", meant, en);
    }

    static DrlInvalid quote() {
        return new DrlInvalid(
                "un texte n’est pas fermé",
                "a text is not closed",
                "un guillemet \" manque.",
                "a quote \" is missing.");
    }

    static DrlInvalid unclosed() {
        return new DrlInvalid(
                "une parenthèse n’est pas fermée", "a parenthesis is not closed", "«)» manque.", "«)» is missing.");
    }

    static DrlInvalid noCode(String text) {
        return new DrlInvalid(
                "«" + text + "» n’est pas un code",
                "«" + text + "» is no code",
                "des lettres, des chiffres et « _ », sans espace ni accent.",
                "letters, digits and _, without spaces and accents.");
    }

    static DrlInvalid number(String digits) {
        return new DrlInvalid(
                "le nombre " + digits + " n’est pas permis : les nombres sont dans les tables",
                "number " + digits + " is not allowed: numbers belong in a table",
                "un champ que out.let tire d’une liste.",
                "a field that out.let looks up in a list.");
    }

    static DrlInvalid unknown(String word) {
        List<String> known = ConditionWords.all();
        String all = String.join(", ", known);
        return new DrlInvalid(
                "le mot «" + word + "» n’est pas permis",
                "word «" + word + "» is not allowed",
                Closest.to(word, known).orElse("l’un de " + all) + ".",
                Closest.to(word, known).orElse("one of " + all) + ".");
    }
}
