package fr.optam.report.explain;

import fr.optam.report.html.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The further figures of an answer, by name and in words. */
final class Details {
    private static final List<String> DOMAINS = List.of("DETAIL", "COMPONENT", "EVENT", "ENGAGEMENT");

    private Details() {}

    /** What a further figure is called, {@code components.PRIME.amount}: the last name that has a label. */
    static String name(Dossier dossier, String path) {
        String whole = dossier.label("DETAIL", path);
        if (!whole.equals(path)) {
            return whole;
        }
        List<String> words = new ArrayList<>();
        for (String part : path.split("\\.")) {
            String word = dossier.label(DOMAINS, part);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return String.join(", ", words);
    }

    /** All further figures of an answer as a line each. */
    static List<List<Span>> lines(Dossier dossier, Map<String, Object> details) {
        List<List<Span>> lines = new ArrayList<>();
        lines(dossier, "", details, lines);
        return lines;
    }

    private static void lines(Dossier dossier, String path, Object value, List<List<Span>> lines) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
            sorted.forEach((key, item) -> lines(dossier, path.isEmpty() ? key : path + "." + key, item, lines));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> lines(dossier, path, item, lines));
        } else {
            lines.add(List.of(
                    Span.text(dossier.colon(name(dossier, path), name(dossier, path))),
                    Span.text(value(dossier, path, String.valueOf(value)))));
        }
    }

    /** A figure as it is read: a date, a code with its label, or as it is. */
    static String value(Dossier dossier, String path, String value) {
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return dossier.day(LocalDate.parse(value));
            } catch (DateTimeException noDay) {
                return value;
            }
        }
        if (path.endsWith("verdict")) {
            return dossier.label(List.of("CLAWBACK", "VERDICT"), value);
        }
        return value;
    }
}
