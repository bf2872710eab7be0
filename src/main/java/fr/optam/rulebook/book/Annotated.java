package fr.optam.rulebook.book;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies of rulebook files with what was found in them written where it was found. */
public final class Annotated {
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3}[1-9][0-9]{0,6})(?::.*)?");
    private static final Map<Severity, Colour> COLOURS =
            Map.of(Severity.ERROR, Colour.ERROR, Severity.WARNING, Colour.WARNING, Severity.NOTE, Colour.NOTE);
    private static final Map<Severity, Sentence> NAMES = Map.of(
            Severity.ERROR, new Sentence("Erreur", "Error"),
            Severity.WARNING, new Sentence("Avertissement", "Warning"),
            Severity.NOTE, new Sentence("Remarque", "Note"));

    private final List<RulebookProblem> found;
    private final boolean french;

    private Annotated(List<RulebookProblem> found, boolean french) {
        this.found = found.stream()
                .sorted(Comparator.comparing(RulebookProblem::severity))
                .toList();
        this.french = french;
    }

    /**
     * A workbook with each cell at fault coloured and commented, and a last sheet that lists them all.
     *
     * @param file bytes of an xlsx or xls file
     * @param found findings of this file, at least one
     * @throws WorkbookRefused if it can't be opened
     */
    public static byte[] workbook(byte[] file, List<RulebookProblem> found, boolean french) throws WorkbookRefused {
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            return new Annotated(found, french).painted(copy);
        }
    }

    /** The same for sheets that no spreadsheet program wrote; it becomes an xlsx file. */
    public static byte[] sheets(List<Sheet> sheets, List<RulebookProblem> found, boolean french) {
        try (WorkbookCopy copy = WorkbookCopy.blank()) {
            for (Sheet sheet : sheets) {
                copy.addSheet(sheet.name());
                sheet.rows().values().forEach(row -> row.values()
                        .forEach(c -> copy.setCell(sheet.name(), c.address(), c.text())));
            }
            return new Annotated(found, french).painted(copy);
        }
    }

    private byte[] painted(WorkbookCopy copy) {
        Map<String, List<RulebookProblem>> byCell = new LinkedHashMap<>();
        List<RulebookProblem> elsewhere = new ArrayList<>();
        for (RulebookProblem each : found) {
            String target = target(copy, each.place());
            if (target.isEmpty()) {
                elsewhere.add(each);
            } else {
                byCell.computeIfAbsent(target, cell -> new ArrayList<>()).add(each);
            }
        }
        byCell.forEach((target, here) -> {
            int cut = target.lastIndexOf('!');
            String sheet = target.substring(0, cut);
            String cell = target.substring(cut + 1);
            copy.paint(sheet, cell, COLOURS.get(here.get(0).severity()))
                    .comment(
                            sheet,
                            cell,
                            String.join("\n\n", here.stream().map(this::words).toList()))
                    .reveal(sheet, cell);
        });
        byCell.keySet().stream()
                .findFirst()
                .ifPresent(first -> copy.openAt(
                        first.substring(0, first.lastIndexOf('!')), first.substring(first.lastIndexOf('!') + 1)));
        copy.legend(WorkbookCopy.OWN_SHEET, legend(byCell, elsewhere));
        return copy.bytes();
    }

    /** The cell to paint, with its sheet; empty if the workbook has no such place. */
    private static String target(WorkbookCopy copy, String place) {
        int cut = place.lastIndexOf('!');
        Matcher address = ADDRESS.matcher(place.substring(cut + 1));
        return cut > 0 && copy.sheets().contains(place.substring(0, cut)) && address.matches()
                ? place.substring(0, cut + 1) + address.group(1)
                : "";
    }

    private List<LegendLine> legend(Map<String, List<RulebookProblem>> byCell, List<RulebookProblem> elsewhere) {
        List<LegendLine> lines = new ArrayList<>();
        lines.add(LegendLine.of(
                french
                        ? "Copie annotée, écrite par « optam check --annotate ». Chaque cellule en couleur porte un commentaire."
                        : "Annotated copy, written by “optam check --annotate”. Each coloured cell has a comment."));
        lines.add(LegendLine.of(
                french
                        ? "L’original n’a pas été modifié. Cette feuille ne fait pas partie du référentiel."
                        : "The original was not changed. This sheet is no part of the rulebook."));
        found.stream()
                .map(RulebookProblem::severity)
                .distinct()
                .forEach(severity -> lines.add(LegendLine.of(COLOURS.get(severity), in(NAMES.get(severity)))));
        lines.add(LegendLine.of(""));
        elsewhere.forEach(
                each -> lines.add(new LegendLine(COLOURS.get(each.severity()), line(each.place(), each), "")));
        byCell.forEach((target, here) ->
                here.forEach(each -> lines.add(new LegendLine(COLOURS.get(each.severity()), line("", each), target))));
        return lines;
    }

    private String line(String place, RulebookProblem each) {
        return (place.isEmpty() ? "" : place + " – ") + words(each).replace('\n', ' ');
    }

    /** The finding as a comment has it: weight and code, what is wrong, what was perhaps meant. */
    private String words(RulebookProblem each) {
        String hint = in(each.hint());
        return in(NAMES.get(each.severity())) + " " + each.code() + "\n" + stopped(in(each.message()))
                + (hint.isEmpty() ? "" : "\n" + hint);
    }

    private static String stopped(String sentence) {
        return sentence.isEmpty() || ".?!".indexOf(sentence.charAt(sentence.length() - 1)) >= 0
                ? sentence
                : sentence + ".";
    }

    private String in(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    /**
     * A DRL text with what was found in each line as a comment below it.
     *
     * @param found findings of this file, their places are line numbers; what has none stands at the top
     */
    public static String drl(String text, List<RulebookProblem> found, boolean french) {
        Annotated annotated = new Annotated(found, french);
        Map<Integer, List<RulebookProblem>> byLine = new TreeMap<>();
        List<String> lines = text.lines().toList();
        for (RulebookProblem each : found) {
            int line = each.place().matches("[1-9][0-9]{0,6}") ? Integer.parseInt(each.place()) : 0;
            byLine.computeIfAbsent(Math.min(line, lines.size()), l -> new ArrayList<>())
                    .add(each);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i <= lines.size(); i++) {
            if (i > 0) {
                out.append(lines.get(i - 1)).append('\n');
            }
            byLine.getOrDefault(i, List.of())
                    .forEach(each -> annotated.words(each).lines().forEach(line -> out.append("// ")
                            .append(line.strip())
                            .append('\n')));
        }
        return out.toString();
    }

    /** What was found, in words alone, for a file that can't be opened. */
    public static String words(List<RulebookProblem> found, boolean french) {
        Annotated annotated = new Annotated(found, french);
        StringBuilder out = new StringBuilder();
        annotated.found.forEach(
                each -> out.append(annotated.line(each.place(), each)).append('\n'));
        return out.toString();
    }
}
