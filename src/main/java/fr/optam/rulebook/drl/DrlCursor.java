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
                    throw new IllegalArgumentException("a comment is not closed");
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
            throw new IllegalArgumentException("expected " + symbol + " before «" + ahead() + "»");
        }
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
            throw new IllegalArgumentException("expected a text in \" before «" + ahead() + "»");
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' || Character.isISOControl(c)) {
                throw new IllegalArgumentException(
                        "a text holds a backslash, a control character or a line break: «" + shown(start) + "»");
            }
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException("a text is not closed: «" + shown(start) + "»");
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
