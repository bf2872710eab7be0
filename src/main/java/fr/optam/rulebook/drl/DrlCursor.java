package fr.optam.rulebook.drl;

/** Walks once through the text of a DRL file; comments are passed over, quoted texts are taken whole. */
final class DrlCursor {
    private final String text;
    private int at;
    private int counted;
    private int line = 1;

    DrlCursor(String text) {
        this.text = text;
    }

    /** Passes white space and comments. */
    void skip() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new DrlInvalid(
                            "un commentaire n’est pas fermé",
                            "a comment is not closed",
                            "*/ manque.",
                            "*/ is missing.");
                }
                at = end + 2;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    boolean done() {
        skip();
        return at >= text.length();
    }

    /** Line of the place reached, first is 1. */
    int line() {
        for (; counted < at; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Passes a symbol if it comes next. */
    boolean accept(String symbol) {
        skip();
        boolean is = text.startsWith(symbol, at);
        at += is ? symbol.length() : 0;
        return is;
    }

    void expect(String symbol) {
        if (!accept(symbol)) {
            boolean closes = symbol.equals(")");
            throw new DrlInvalid(
                    "«" + symbol + "» attendu avant «" + ahead() + "»",
                    "expected " + symbol + " before «" + ahead() + "»",
                    closes ? "une parenthèse ou une virgule manque." : "«" + symbol + "» manque.",
                    closes ? "a parenthesis or a comma is missing." : "«" + symbol + "» is missing.");
        }
    }

    /** Line of a place of the text. */
    int lineOf(int place) {
        return 1
                + (int) text.substring(0, Math.min(place, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Place reached. */
    int at() {
        return at;
    }

    /** Whether a symbol was passed last. */
    boolean lastWas(String symbol) {
        return text.startsWith(symbol, past());
    }

    /** Place of the last sign passed, before white space. */
    int past() {
        int last = Math.min(at, text.length()) - 1;
        while (last > 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return Math.max(0, last);
    }

    /** Start of the line below a place. */
    int lineAfter(int place) {
        int end = text.indexOf('\n', Math.max(0, Math.min(place, text.length()) - 1));
        return end < 0 ? text.length() : end + 1;
    }

    /** Goes back to a place. */
    void back(int place) {
        if (place < counted) {
            counted = 0;
            line = 1;
        }
        at = place;
    }

    /** The word that comes next, without passing it; empty if there is none. */
    String peek() {
        skip();
        int end = at;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /** Passes a word, letters, digits and {@code _ $ . -}; empty if there is none. */
    String word() {
        String word = peek();
        at += word.length();
        return word;
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '$'
                || c == '.'
                || c == '-';
    }

    /** Passes a quoted text. */
    String quoted() {
        if (!accept("\"")) {
            boolean typographic = at < text.length() && "“”„«»‘’'".indexOf(text.charAt(at)) >= 0;
            throw new DrlInvalid(
                    (typographic ? "un guillemet typographique, " : "un texte entre \" est attendu avant ") + "«"
                            + ahead() + "»",
                    (typographic ? "a typographic quote, " : "expected a text in \" before ") + "«" + ahead() + "»",
                    typographic ? "le guillemet droit \" du clavier." : "un guillemet \" manque.",
                    typographic ? "the straight quote \" of the keyboard." : "a quote \" is missing.");
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' || Character.isISOControl(c)) {
                boolean unclosed = c == '\n' || c == '\r';
                if (unclosed && shown(text.lastIndexOf('\n', start) + 1).matches(".*[“”„«»].*")) {
                    throw new DrlInvalid(
                                    "un guillemet typographique : «" + shown(text.lastIndexOf('\n', start) + 1) + "»",
                                    "a typographic quote: «" + shown(text.lastIndexOf('\n', start) + 1) + "»",
                                    "le guillemet droit \" du clavier.",
                                    "the straight quote \" of the keyboard.")
                            .at(start);
                }
                throw new DrlInvalid(
                                unclosed
                                        ? "un texte n’est pas fermé sur sa ligne : «" + shown(start) + "»"
                                        : "un texte contient une barre oblique inverse ou un caractère de commande : «"
                                                + shown(start) + "»",
                                unclosed
                                        ? "a text is not closed on its line: «" + shown(start) + "»"
                                        : "a text holds a backslash or a control character: «" + shown(start) + "»",
                                unclosed ? "un guillemet \" manque." : "le retirer.",
                                unclosed ? "a quote \" is missing." : "remove it.")
                        .at(start);
            }
        }
        if (at >= text.length()) {
            throw new DrlInvalid(
                            "un texte n’est pas fermé : «" + shown(start) + "»",
                            "a text is not closed: «" + shown(start) + "»",
                            "un guillemet \" manque.",
                            "a quote \" is missing.")
                    .at(start);
        }
        return text.substring(start, at++);
    }

    /** Passes what stands up to a comma or a closing parenthesis of this level. */
    String condition() {
        skip();
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && (c == ',' || c == ')')) {
                break;
            }
            if (c == '\n' && text.startsWith("\nthen", at)) {
                throw new DrlInvalid(
                                "une parenthèse n’est pas fermée avant then",
                                "a parenthesis is not closed before then",
                                "«)» manque.",
                                "«)» is missing.")
                        .at(Math.max(start, at - 1));
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '"') {
                quoted();
            } else {
                at++;
            }
        }
        return text.substring(start, at).strip();
    }

    /** Passes everything up to a line that starts with a word; false if there is none. */
    boolean find(String word) {
        int next = text.indexOf("\n" + word, at);
        at = next < 0 ? text.length() : next + 1;
        return next >= 0;
    }

    /** What comes next, as a message shows it. */
    String ahead() {
        return at >= text.length() ? "the end of the file" : shown(at);
    }

    private String shown(int start) {
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end).strip();
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }
}
