package fr.optam.rulebook.formula;

import fr.optam.decision.Sentence;
import java.util.List;

/** The words of a formula one after the other, and what is wrong with the one that was reached. */
final class FormulaTokens {
    private final String text;
    private final List<Lexer.Token> tokens;
    private int next;

    FormulaTokens(String text) throws FormulaInvalid {
        this.text = text;
        this.tokens = Lexer.cut(text);
    }

    /** Number of words taken so far. */
    int taken() {
        return next;
    }

    /** A word by its number; the first is 0. */
    Lexer.Token token(int number) {
        return tokens.get(number);
    }

    /** The next word, taken. */
    Lexer.Token take() {
        return tokens.get(next++);
    }

    /** The next word, which stays the next. */
    Lexer.Token peek() {
        return tokens.get(next);
    }

    /** Whether the next word is a sign, which is then taken. */
    boolean accept(String symbol) {
        boolean is = peek().kind() == Lexer.Kind.SYMBOL && peek().text().equals(symbol);
        next += is ? 1 : 0;
        return is;
    }

    /** Whether the next word is a name, which is then taken. */
    boolean acceptName(String word) {
        boolean is = peek().kind() == Lexer.Kind.NAME && peek().text().equals(word);
        next += is ? 1 : 0;
        return is;
    }

    /** Takes a sign that must stand here. */
    void expect(String symbol) throws FormulaInvalid {
        if (!accept(symbol)) {
            boolean end = peek().kind() == Lexer.Kind.END;
            String found = end ? "la fin" : "«" + peek().text() + "»";
            String met = end ? "the end" : "«" + peek().text() + "»";
            throw Lexer.wrong(
                    peek().at() - 1,
                    text,
                    new Sentence("«" + symbol + "» attendu avant " + found, "expected «" + symbol + "» before " + met),
                    symbol.equals(")")
                            ? new Sentence(
                                    "Peut-être une parenthèse n’est pas fermée.", "Maybe a parenthesis is not closed.")
                            : new Sentence("Peut-être «" + symbol + "» manque.", "Maybe «" + symbol + "» is missing."));
        }
    }

    /** That a word can't stand where it does. */
    FormulaInvalid unexpected(Lexer.Token token) {
        boolean end = token.kind() == Lexer.Kind.END;
        return Lexer.wrong(
                token.at() - 1,
                text,
                end
                        ? new Sentence("la formule s’arrête trop tôt", "the formula ends too soon")
                        : new Sentence("«" + token.text() + "» inattendu", "unexpected «" + token.text() + "»"),
                token.text().equals(")")
                        ? new Sentence("Peut-être une parenthèse de trop.", "Maybe a parenthesis too many.")
                        : end
                                ? new Sentence("Peut-être une valeur manque.", "Maybe a value is missing.")
                                : new Sentence(
                                        "Peut-être un opérateur ou une virgule manque juste avant.",
                                        "Maybe an operator or a comma is missing just before it."));
    }

    /** A mistake at the last word that was read. */
    FormulaInvalid wrong(String fr, String en, String maybeFr, String maybeEn) {
        return Lexer.wrong(
                last(), text, new Sentence(fr, en), new Sentence("Peut-être " + maybeFr, "Maybe " + maybeEn));
    }

    private int last() {
        return tokens.get(Math.max(0, next - 1)).at() - 1;
    }

    /** A name that the rulebook does not have, where it stands. */
    FormulaInvalid missing(FormulaInvalid.Missing what, String list, String name, String fr, String en) {
        int at = tokens.stream()
                .filter(t -> t.text().equals(name) && (t.kind() == Lexer.Kind.NAME || t.kind() == Lexer.Kind.TEXT))
                .mapToInt(t -> t.at() - 1)
                .findFirst()
                .orElse(last());
        FormulaInvalid plain = Lexer.wrong(at, text, new Sentence(fr, en), new Sentence("", ""));
        return new FormulaInvalid(plain.said(), plain.hint(), new FormulaInvalid.Name(what, list, name));
    }
}
