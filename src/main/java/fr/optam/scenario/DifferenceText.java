package fr.optam.scenario;

import fr.optam.decision.Firing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Differences as an aligned table, answer by answer, each with the rows that decided it. */
final class DifferenceText {
    private static final int WIDEST = 40;
    private static final String INDENT = "        ";

    private final boolean french;
    private final List<String> lines = new ArrayList<>();

    private DifferenceText(boolean french) {
        this.french = french;
    }

    static List<String> lines(List<Difference> differences, boolean french) {
        DifferenceText text = new DifferenceText(french);
        Map<String, List<Difference>> bySubject = new LinkedHashMap<>();
        differences.forEach(d ->
                bySubject.computeIfAbsent(d.subject(), s -> new ArrayList<>()).add(d));
        int name = text.width("", differences.stream().map(Difference::where).toList());
        int expected = text.width(
                text.expected(),
                differences.stream().map(d -> Texts.in(d.expected(), french)).toList());
        text.line(name, "", expected, text.expected(), french ? "obtenu" : "was");
        bySubject.forEach((subject, all) -> {
            all.forEach(d ->
                    text.line(name, d.where(), expected, Texts.in(d.expected(), french), Texts.in(d.actual(), french)));
            Set<Firing> settled = new LinkedHashSet<>();
            Set<Firing> rows = new LinkedHashSet<>();
            all.stream().filter(d -> !d.by().isEmpty()).forEach(d -> {
                int last = d.by().size() - 1;
                settled.add(d.by().get(last));
                rows.addAll(d.by().subList(0, last));
            });
            settled.forEach(firing -> text.by(french ? "décidé par " : "decided by ", firing));
            rows.forEach(firing -> text.by(french ? "d’après " : "by row ", firing));
        });
        return text.lines;
    }

    private String expected() {
        return french ? "attendu" : "expected";
    }

    private int width(String head, List<String> cells) {
        int width = head.length();
        for (String cell : cells) {
            width = Math.max(width, Math.min(WIDEST, cell.length()));
        }
        return width;
    }

    private void line(int name, String what, int expected, String wanted, String actual) {
        lines.add((INDENT + padded(what, name) + "  " + padded(wanted, expected) + "  " + actual).stripTrailing());
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private void by(String how, Firing firing) {
        lines.add(INDENT + "  " + how + firing.rule() + "  " + firing.at());
        String sentence = Texts.in(firing.sentence(), french).strip();
        if (!sentence.isEmpty()) {
            lines.add(INDENT + "    " + sentence);
        }
    }
}
