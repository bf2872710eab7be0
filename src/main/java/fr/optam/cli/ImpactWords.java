package fr.optam.cli;

import fr.optam.compare.impact.Breakdown.Dimension;
import fr.optam.report.Figures;
import java.util.Locale;

/** Words and figures of a comparison of effects in one language, for a terminal. */
final class ImpactWords {
    private static final String BOLD = "\u001B[1m";
    private static final String DIM = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    private final boolean french;
    private final boolean colour;
    private final Figures figures;

    ImpactWords(boolean french, boolean colour) {
        this.french = french;
        this.colour = colour;
        this.figures = new Figures(french);
    }

    String say(String fr, String en) {
        return french ? fr : en;
    }

    String number(long number) {
        String text = String.format(Locale.ROOT, "%,d", number);
        return french ? text.replace(',', '\u00A0') : text;
    }

    String euros(long cents) {
        String text = figures.euros(CaseFiles.euros(cents));
        return cents > 0 ? "+" + text : text;
    }

    Figures figures() {
        return figures;
    }

    String practitioners(long count) {
        return number(count)
                + say(count < 2 ? " praticien" : " praticiens", count == 1 ? " practitioner" : " practitioners");
    }

    String answers(long count) {
        return number(count) + say(count < 2 ? " réponse" : " réponses", count == 1 ? " answer" : " answers");
    }

    String lines(long count) {
        return number(count)
                + say(count < 2 ? " ligne d’acte" : " lignes d’actes", count == 1 ? " act line" : " act lines");
    }

    String dimension(Dimension dimension) {
        return switch (dimension) {
            case SPECIALTY -> say("Par spécialité", "By specialty");
            case DEPARTMENT -> say("Par département", "By department");
            case SECTOR -> say("Par secteur", "By sector");
            case OPTION -> say("Par option", "By option");
        };
    }

    String bold(String text) {
        return colour ? BOLD + text + PLAIN : text;
    }

    String dim(String text) {
        return colour ? DIM + text + PLAIN : text;
    }

    /** Cut or filled to a width, whatever colours are in it. */
    String left(String text, int width) {
        int length = shown(text);
        return length <= width ? text + " ".repeat(width - length) : cut(text, width - 1) + " ";
    }

    String right(String text, int width) {
        return " ".repeat(Math.max(0, width - shown(text))) + text;
    }

    /** Cut to a width, with an ellipsis. */
    String cut(String text, int width) {
        if (shown(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\u001B') {
                int end = text.indexOf('m', i);
                cut.append(text, i, end + 1);
                i = end;
            } else if (shown < width - 1) {
                cut.append(text.charAt(i));
                shown++;
            } else if (shown == width - 1) {
                cut.append('…');
                shown++;
            }
        }
        return cut.toString();
    }

    private static int shown(String text) {
        return text.replaceAll("\u001B\\[[0-9]+m", "").length();
    }
}
