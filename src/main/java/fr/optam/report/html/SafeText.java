package fr.optam.report.html;

/**
 * Text of a rulebook made fit for a page, in element content and in quoted attributes. Nothing that the text holds can
 * become markup, and nothing can make it look like another text: control characters, marks that reverse the direction of
 * writing and halves of characters show as the replacement character.
 */
final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isFit(c) ? c : REPLACEMENT);
            }
        }
        return out.toString();
    }

    private static boolean isFit(int c) {
        boolean control = c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean none = (c & 0xFFFE) == 0xFFFE;
        return !control && !half && !turns && !none;
    }
}
