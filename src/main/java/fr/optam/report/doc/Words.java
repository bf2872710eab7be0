package fr.optam.report.doc;

import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a formula or condition in words.
 *
 * @param spans pieces in their order
 * @param bind how tightly they hold together: {@link #WORDS} loosest, {@link #SINGLE} like one word
 */
record Words(List<Span> spans, int bind) {
    static final int WORDS = 0;
    static final int OR = 1;
    static final int AND = 2;
    static final int TEST = 3;
    static final int SUM = 4;
    static final int PRODUCT = 5;
    static final int SINGLE = 6;

    static Words single(Span span) {
        return new Words(List.of(span), SINGLE);
    }

    static Words single(List<Span> spans) {
        return new Words(List.copyOf(spans), SINGLE);
    }

    /** In brackets unless it is like one word. */
    List<Span> bracketed() {
        return within(SINGLE);
    }

    /** In brackets if it holds together more loosely than what it stands in. */
    List<Span> within(int around) {
        if (bind >= around) {
            return spans;
        }
        List<Span> all = new ArrayList<>();
        all.add(Span.sign("("));
        all.addAll(spans);
        all.add(Span.sign(")"));
        return all;
    }

    /** Parts with a sign between them. */
    static Words joined(List<Words> parts, Span between, int bind) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<Span> all = new ArrayList<>();
        for (Words part : parts) {
            if (!all.isEmpty()) {
                all.add(between);
            }
            all.addAll(part.within(bind + 1));
        }
        return new Words(all, bind);
    }

    /** A text with {@code {0}} for parts that get brackets where they need them, and {@code [0]} for parts as they are. */
    static Words filled(String template, List<Words> parts, int bind) {
        List<Span> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i + 2 < template.length(); i++) {
            boolean closed = template.charAt(i) == '{' && template.charAt(i + 2) == '}';
            boolean open = template.charAt(i) == '[' && template.charAt(i + 2) == ']';
            if (closed || open) {
                add(all, template.substring(from, i));
                Words part = parts.get(template.charAt(i + 1) - '0');
                all.addAll(open ? part.spans() : part.within(bind == WORDS ? SINGLE : bind + 1));
                from = i + 3;
            }
        }
        add(all, template.substring(from));
        return new Words(all, bind);
    }

    private static void add(List<Span> all, String text) {
        if (!text.isEmpty()) {
            all.add(Span.text(text));
        }
    }
}
