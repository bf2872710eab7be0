package fr.optam.rulebook.formula;

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
     */
    record Token(Kind kind, String text) {}

    private Lexer() {}

    static List<Token> cut(String formula) throws FormulaInvalid {
        if (formula.length() > MAX_LENGTH) {
            throw new FormulaInvalid("formula longer than " + MAX_LENGTH + " characters");
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
                    throw new FormulaInvalid("text without closing ' in " + formula);
                }
                tokens.add(new Token(Kind.TEXT, formula.substring(start + 1, i - 1)));
            } else if (isDigit(c)) {
                while (i < formula.length() && (isDigit(formula.charAt(i)) || formula.charAt(i) == '.')) {
                    i++;
                }
                tokens.add(new Token(Kind.NUMBER, formula.substring(start, i)));
            } else if (isLetter(c)) {
                while (i < formula.length() && (isLetter(formula.charAt(i)) || isDigit(formula.charAt(i)))) {
                    i++;
                }
                tokens.add(new Token(Kind.NAME, formula.substring(start, i)));
            } else if (c == '<' || c == '>' || c == '=' || c == '!') {
                i += i + 1 < formula.length() && formula.charAt(i + 1) == '=' ? 2 : 1;
                tokens.add(new Token(Kind.SYMBOL, formula.substring(start, i)));
            } else if (SYMBOLS.indexOf(c) >= 0) {
                i++;
                tokens.add(new Token(Kind.SYMBOL, String.valueOf(c)));
            } else {
                throw new FormulaInvalid("character «" + c + "» in " + formula);
            }
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
