package fr.optam.report.doc;

import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a formula or condition in words.
 *
 * @param spans pieces in their order
 * @param single whether it stands for itself beside an operation without brackets
 */
record Words(List<Span> spans, boolean single) {
    static Words single(Span span) {
        return new Words(List.of(span), true);
    }

    static Words single(List<Span> spans) {
        return new Words(List.copyOf(spans), true);
    }

    /** In brackets unless it is single. */
    List<Span> bracketed() {
        if (single) {
            return spans;
        }
        List<Span> all = new ArrayList<>();
        all.add(Span.sign("("));
        all.addAll(spans);
        all.add(Span.sign(")"));
        return all;
    }

    /** A text with {@code {0}}, {@code {1}} for parts; a part that stands in brackets there gets none of its own. */
    static Words filled(String template, List<Words> parts) {
        List<Span> all = new ArrayList<>();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            add(all, template.substring(from, open));
            Words part = parts.get(template.charAt(open + 1) - '0');
            boolean framed = open > 0 && "(;".indexOf(template.charAt(open - 1)) >= 0
                    || open > 1 && template.startsWith("; ", open - 2);
            all.addAll(framed ? part.spans() : part.bracketed());
            from = open + 3;
        }
        add(all, template.substring(from));
        return new Words(all, template.endsWith(")"));
    }

    private static void add(List<Span> all, String text) {
        if (!text.isEmpty()) {
            all.add(Span.text(text));
        }
    }
}
