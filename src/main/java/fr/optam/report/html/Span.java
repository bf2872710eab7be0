package fr.optam.report.html;

import fr.optam.decision.Confidence;

/**
 * A piece of a line of a page.
 *
 * @param kind how it is shown: {@code text}, {@code strong}, {@code soft}, {@code code}, {@code sign}, {@code badge},
 *     {@code old}, {@code new}, {@code bar}, {@code confidence}, {@code severity}, {@code anchor}, {@code break}, {@code hidden} (for screen readers only), {@code heat}, {@code foreign} (in
 *     the language {@code tone})
 * @param text what it says
 * @param to address it leads to, empty for none; only {@code #…}, {@code http://…} and {@code https://…} become links
 * @param tone colour of a badge or of a bar, permille of a bar after a blank
 * @param hint further words, shown on hover and read aloud; empty for none
 */
public record Span(String kind, String text, String to, String tone, String hint) {
    /** Keeps only addresses that a reader may be led to. */
    public Span {
        to = to.startsWith("#") || to.startsWith("https://") || to.startsWith("http://") ? to : "";
    }

    /** Words as they are. */
    public static Span text(String text) {
        return new Span("text", text, "", "", "");
    }

    /** Words that stand out. */
    public static Span strong(String text) {
        return new Span("strong", text, "", "", "");
    }

    /** Words that stand back. */
    public static Span soft(String text) {
        return new Span("soft", text, "", "", "");
    }

    /** A code, cell address or piece of a file. */
    public static Span code(String text) {
        return new Span("code", text, "", "", "");
    }

    /** Words that lead somewhere. */
    public static Span link(String text, String to) {
        return new Span("text", text, to, "", "");
    }

    /** A code that leads somewhere. */
    public static Span codeLink(String text, String to) {
        return new Span("code", text, to, "", "");
    }

    /** A code that leads somewhere, with a hint. */
    public static Span codeLinkWithHint(String text, String to, String hint) {
        return new Span("code", text, to, "", hint);
    }

    /** A place that links can lead to. */
    public static Span anchor(String id) {
        return new Span("anchor", id, "", "", "");
    }

    /** Words that lead somewhere, with a hint. */
    public static Span link(String text, String to, String hint) {
        return new Span("text", text, to, "", hint);
    }

    /** Sign of an operation or a bracket. */
    public static Span sign(String text) {
        return new Span("sign", text, "", "", "");
    }

    /** A short word in a frame. @param tone {@code good}, {@code bad}, {@code warn}, {@code info}, {@code plain} */
    public static Span badge(String text, String tone) {
        return new Span("badge", text, "", tone, "");
    }

    /** How strong a source is, {@code LAW}. */
    public static Span confidence(Confidence confidence) {
        return new Span("confidence", confidence.name(), "", "", "");
    }

    /** How grave a finding is. @param severity {@code ERROR}, {@code WARNING}, {@code NOTE} */
    public static Span severity(String severity) {
        return new Span("severity", severity, "", "", "");
    }

    /** The start of a new line. */
    public static Span lineBreak() {
        return new Span("break", "", "", "", "");
    }

    /** Words that are read aloud and not shown. */
    public static Span hidden(String text) {
        return new Span("hidden", text, "", "", "");
    }

    /** What a cell said before. */
    public static Span before(String text) {
        return new Span("old", text, "", "", "");
    }

    /** What a cell says now. */
    public static Span after(String text) {
        return new Span("new", text, "", "", "");
    }

    /** A bar. @param permille its length, 1000 is full @param tone as of a badge @param text what it shows, in words */
    public static Span bar(int permille, String tone, String text) {
        return new Span("bar", text, "", tone, String.valueOf(Math.max(0, Math.min(1000, permille))));
    }

    /** Words in another language than the page. @param lang {@code fr} or {@code en} */
    public static Span foreign(String text, String lang) {
        return new Span("foreign", text, "", lang, "");
    }

    /** A figure on a ground. @param tone {@code h0} to {@code h5}, the darker the more, or {@code stays} for a frame */
    public static Span heat(String text, String tone) {
        return new Span("heat", text, "", tone, "");
    }
}
