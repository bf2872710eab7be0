package fr.optam.report.ahead;

import fr.optam.explain.ahead.Simulation;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import fr.optam.report.html.Lang;
import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A simulation for a terminal: three sentences, then tables. */
public final class SimulationText {
    private static final int WIDTH = 96;
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";
    private static final String GAP = "  ";

    private final Story story;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    private SimulationText(Story story, boolean colour) {
        this.story = story;
        this.colour = colour;
    }

    /**
     * The text.
     *
     * @param simulation what was simulated
     * @param rulebook that decided
     * @param lang language of the text
     * @param colour marks for a terminal
     */
    public static String of(Simulation simulation, Rulebook rulebook, Lang lang, boolean colour) {
        return new SimulationText(new Story(simulation, rulebook, lang), colour).text();
    }

    private String text() {
        Voice voice = story.voice();
        Simulation simulation = story.simulation();
        head(voice.say("Praticien ", "Practitioner ")
                + simulation.facts().practitioner().id()
                + voice.say(", simulation de l’année ", ", simulation of the year ")
                + simulation.year());
        List<String> essentials = story.essentials();
        for (int i = 0; i < essentials.size(); i++) {
            wrapped((i + 1) + ". ", essentials.get(i), WIDTH);
        }
        for (Chapter chapter : story.chapters()) {
            if (chapter.id().equals(Story.ANSWERS)) {
                continue;
            }
            out.append('\n');
            head(chapter.title());
            chapter.said().forEach(each -> wrapped(GAP, each, WIDTH));
            chapter.sheets().forEach(this::sheet);
        }
        out.append('\n');
        wrapped(
                "",
                voice.say("Référentiel ", "Rulebook ") + voice.rulebook().id().version() + ", "
                        + voice.rulebook().id().digest(),
                WIDTH);
        return out.toString();
    }

    private void head(String text) {
        out.append(colour ? BOLD : "")
                .append(text.toUpperCase(Locale.ROOT))
                .append(colour ? PLAIN : "")
                .append('\n');
    }

    private void sheet(Sheet sheet) {
        out.append('\n');
        wrapped(GAP, sheet.caption(), WIDTH);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < sheet.heads().size(); i++) {
            int most = length(sheet.heads().get(i));
            for (Line line : sheet.rows()) {
                most = Math.max(most, length(line.cells().get(i)));
            }
            widths.add(most);
        }
        widths = fit(widths, WIDTH - GAP.length() * (widths.size()), sheet.figures());
        line(sheet, sheet.heads(), widths);
        out.append(GAP)
                .append("─".repeat(widths.stream().mapToInt(w -> w).sum() + GAP.length() * (widths.size() - 1)))
                .append('\n');
        for (Line row : sheet.rows()) {
            line(sheet, row.cells(), widths);
        }
    }

    /** Narrows the widest columns until all fit; figures last. */
    private static List<Integer> fit(List<Integer> widths, int room, int figures) {
        List<Integer> fitted = new ArrayList<>(widths);
        while (fitted.stream().mapToInt(w -> w).sum() > room) {
            int widest = 0;
            for (int i = 1; i < fitted.size(); i++) {
                if (fitted.get(i) > fitted.get(widest)) {
                    widest = i;
                }
            }
            fitted.set(widest, fitted.get(widest) - 1);
        }
        return fitted;
    }

    private void line(Sheet sheet, List<String> cells, List<Integer> widths) {
        List<List<String>> parts = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.size(); i++) {
            parts.add(wrap(cells.get(i), widths.get(i)));
            height = Math.max(height, parts.get(i).size());
        }
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                String part = row < parts.get(i).size() ? parts.get(i).get(row) : "";
                String blank = " ".repeat(Math.max(0, widths.get(i) - length(part)));
                boolean right = i >= cells.size() - sheet.figures();
                line.append(GAP).append(right ? blank + part : part + blank);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private void wrapped(String head, String text, int width) {
        String before = head;
        for (String line : wrap(text, width - head.length())) {
            out.append(before).append(line).append('\n');
            before = " ".repeat(head.length());
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<String> wrap(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String each : text.strip().split("[ \\t\\n]+")) {
            String word = each;
            while (length(word) > room) {
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                int cut = word.offsetByCodePoints(0, room);
                lines.add(word.substring(0, cut));
                word = word.substring(cut);
            }
            if (!line.isEmpty() && length(line.toString()) + 1 + length(word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
