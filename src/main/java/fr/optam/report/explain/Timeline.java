package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.fact.Event;
import fr.optam.fact.Membership;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Span;
import fr.optam.report.html.Svg;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Memberships, events and the dated steps of the procedure in one line of time. */
final class Timeline {
    private static final String ID = "procedure";
    private static final int AXIS = 118;
    private static final int WORDS = 134;
    private static final int ROOM = 42;
    private static final int LINE = 17;

    private final Dossier dossier;
    private final List<Mark> marks = new ArrayList<>();

    /** Something that stands on a day. */
    private record Mark(LocalDate on, Kind kind, String words) {}

    private enum Kind {
        MEMBERSHIP,
        EVENT,
        STEP
    }

    Timeline(Dossier dossier) {
        this.dossier = dossier;
        for (Membership each : dossier.account().facts().memberships().orElse(List.of())) {
            String option = dossier.label("OPTION", each.option());
            add(
                    each.from(),
                    Kind.MEMBERSHIP,
                    dossier.say("Début de l’adhésion à l’" + option, option + ": membership starts"));
            if (each.end() instanceof Membership.End.On on) {
                add(
                        on.day(),
                        Kind.MEMBERSHIP,
                        dossier.say("Fin de l’adhésion à l’" + option, option + ": membership ends"));
            }
        }
        for (Event each : dossier.account().facts().events().orElse(List.of())) {
            add(
                    each.on(),
                    Kind.EVENT,
                    dossier.label("EVENT", each.type())
                            + each.quarter()
                                    .map(quarter -> " (" + quarter(quarter) + ")")
                                    .orElse(""));
        }
        dossier.answer("termination").ifPresent(answer -> steps("", answer.details()));
        dossier.answer("clawback").map(Answer::details).ifPresent(details -> steps("", details));
        marks.sort(Comparator.comparing(Mark::on).thenComparing(Mark::kind).thenComparing(Mark::words));
    }

    private String quarter(String quarter) {
        String[] parts = quarter.split("-Q");
        return parts.length == 2
                ? dossier.say(parts[1] + "e trimestre ", "quarter " + parts[1] + " of ")
                                .replace("1e ", "1er ")
                        + parts[0]
                : quarter;
    }

    private void steps(String path, Map<String, Object> details) {
        new TreeMap<>(details).forEach((name, value) -> {
            String here = path.isEmpty() ? name : path + "." + name;
            if (value instanceof Map<?, ?> map) {
                Map<String, Object> below = new TreeMap<>();
                map.forEach((key, item) -> below.put(String.valueOf(key), item));
                steps(here, below);
            } else if (String.valueOf(value).matches("\\d{4}-\\d{2}-\\d{2}")) {
                try {
                    add(LocalDate.parse(String.valueOf(value)), Kind.STEP, Details.name(dossier, here));
                } catch (DateTimeException noDay) {
                    marks.size();
                }
            }
        });
    }

    private void add(LocalDate on, Kind kind, String words) {
        boolean known = marks.stream()
                .anyMatch(mark -> mark.on().equals(on) && mark.words().equals(words));
        if (!known) {
            marks.add(new Mark(on, kind, words));
        }
    }

    Picture picture() {
        String title = dossier.say("Les dates du dossier", "The dates of the case");
        if (marks.size() < 2) {
            return Picture.none(
                    ID,
                    title,
                    dossier.say(
                            "Pas de frise\u00A0: le dossier ne contient ni adhésion datée ni événement de procédure.",
                            "No line of time: the case holds no dated membership and no event of the procedure."));
        }
        String words = dossier.say(
                "De haut en bas, dans l’ordre des dates (l’espacement n’est pas à l’échelle)\u00A0: carré, adhésion\u00A0; rond,"
                        + " événement transmis\u00A0; losange, date que les règles en tirent.",
                "From top to bottom in the order of dates (spacing is not to scale): square, membership; round, event given;"
                        + " diamond, date that the rules derive.");
        return new Picture(ID, title, svg(title, words), words, List.of(table(title)));
    }

    private String svg(String title, String words) {
        List<List<String>> lines =
                marks.stream().map(mark -> wrapped(mark.words())).toList();
        int height =
                20 + lines.stream().mapToInt(each -> 14 + LINE * each.size()).sum();
        Svg svg = new Svg(ID, 420, height, title, words);
        svg.line("axis", AXIS, 8, AXIS, height - 8);
        int y = 24;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            svg.text("tick end", AXIS - 14, y, date(mark.on()));
            switch (mark.kind()) {
                case MEMBERSHIP -> svg.box("square", AXIS - 6, y - 10, 12, 12);
                case EVENT -> svg.dot("event", AXIS, y - 4, 6);
                default ->
                    svg.path(
                            "diamond",
                            AXIS - 7 + "," + (y - 4) + " " + AXIS + "," + (y - 11) + " " + (AXIS + 7) + "," + (y - 4)
                                    + " " + AXIS + "," + (y + 3) + " " + (AXIS - 7) + "," + (y - 4));
            }
            for (String line : lines.get(i)) {
                svg.text("label", WORDS, y, line);
                y += LINE;
            }
            y += 14;
        }
        return svg.toString();
    }

    private String date(LocalDate day) {
        return dossier.lang() == fr.optam.report.html.Lang.FR
                ? String.format(
                        java.util.Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear())
                : day.toString();
    }

    private static List<String> wrapped(String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!line.isEmpty() && line.length() + word.length() >= ROOM) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private DataTable table(String title) {
        return DataTable.of(
                ID + "-table",
                title,
                "plain",
                List.of(
                        Head.of("Date"),
                        Head.of(dossier.say("Ce qui s’y passe", "What happens")),
                        Head.of(dossier.say("D’où vient la date", "Where the date comes from"))),
                marks.stream()
                        .map(mark -> Row.of(List.of(
                                List.of(Span.text(dossier.day(mark.on()))),
                                List.of(Span.text(mark.words())),
                                List.of(Span.text(
                                        mark.kind() == Kind.STEP
                                                ? dossier.say("tirée par les règles", "derived by the rules")
                                                : dossier.say("transmise", "given"))))))
                        .toList());
    }
}
