package fr.optam.rulebook.formula;

import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Cuts a formula into words. */
final class Lexer {
    private static final int MAX_LENGTH = 2000;
    private static final String SYMBOLS = "+-*(),.";

    /** Kinds of words. */
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    /**
     * @param kind kind of word
     * @param text the word, a text without its quotes
     * @param at place in the formula, first is 1
     */
    record Token(Kind kind, String text, int at) {}

    private Lexer() {}

    static List<Token> cut(String formula) throws FormulaInvalid {
        if (formula.length() > MAX_LENGTH) {
            throw new FormulaInvalid(
                    new Sentence(
                            "formule de plus de " + MAX_LENGTH + " caractères",
                            "formula longer than " + MAX_LENGTH + " characters"),
                    new Sentence("Peut-être la couper en deux champs.", "Maybe cut it into two fields."));
        }
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < formula.length()) {
            char c = formula.charAt(i);
            int start = i;
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                i++;
            } else if (c == '\'') {
                i = formula.indexOf('\'', start + 1) + 1;
                if (i == 0) {
                    throw wrong(
                            start,
                            formula,
                            new Sentence("un texte sans apostrophe fermante", "text without closing '"),
                            new Sentence("Peut-être une apostrophe ' manque.", "Maybe a ' is missing."));
                }
                tokens.add(new Token(Kind.TEXT, formula.substring(start + 1, i - 1), start + 1));
            } else if (isDigit(c)) {
                while (i < formula.length() && (isDigit(formula.charAt(i)) || formula.charAt(i) == '.')) {
                    i++;
                }
                tokens.add(new Token(Kind.NUMBER, formula.substring(start, i), start + 1));
            } else if (isLetter(c)) {
                while (i < formula.length() && (isLetter(formula.charAt(i)) || isDigit(formula.charAt(i)))) {
                    i++;
                }
                tokens.add(new Token(Kind.NAME, formula.substring(start, i), start + 1));
            } else if (c == '<' || c == '>' || c == '=' || c == '!') {
                i += i + 1 < formula.length() && formula.charAt(i + 1) == '=' ? 2 : 1;
                tokens.add(new Token(Kind.SYMBOL, formula.substring(start, i), start + 1));
            } else if (SYMBOLS.indexOf(c) >= 0) {
                i++;
                tokens.add(new Token(Kind.SYMBOL, String.valueOf(c), start + 1));
            } else {
                throw wrong(
                        start,
                        formula,
                        new Sentence(
                                "le caractère «" + c + "» n’est pas permis", "character «" + c + "» is not allowed"),
                        "’‘“”«»\"".indexOf(c) >= 0
                                ? new Sentence(
                                        "Peut-être l’apostrophe droite ' du clavier.",
                                        "Maybe the straight ' of the keyboard.")
                                : c == ';' || c == ':'
                                        ? new Sentence(
                                                "Peut-être une virgule, entre deux arguments.",
                                                "Maybe a comma, between two arguments.")
                                        : c == '/' || c == '%'
                                                ? new Sentence(
                                                        "Peut-être la fonction ratio ou divided2.",
                                                        "Maybe the function ratio or divided2.")
                                                : new Sentence("Peut-être de trop.", "Maybe one too many."));
            }
        }
        tokens.add(new Token(Kind.END, "", formula.length() + 1));
        return tokens;
    }

    static FormulaInvalid wrong(int index, String formula, Sentence what, Sentence hint) {
        int at = index + 1;
        return new FormulaInvalid(
                new Sentence(
                        what.fr() + ", au caractère " + at + " de la formule «" + formula + "»",
                        what.en() + " in formula «" + formula + "», character " + at),
                hint);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
