package fr.optam.report.chart;

import java.util.ArrayList;
import java.util.List;

/** How wide words are in a picture: rather too wide than too narrow, as no one knows the reader's letters. */
final class Lettering {
    private static final String NARROW = "iljtfrI.,:;'’|!()[] \u00A0\u202F-";
    private static final String BROAD = "mwMW%—€œŒæ@…";
    private static final String DOTS = "…";

    private Lettering() {}

    /** Units across. */
    static int width(String text) {
        return text.codePoints().map(Lettering::width).sum();
    }

    /** Units across in bold. */
    static int bold(String text) {
        return (width(text) * 9 + 7) / 8;
    }

    /** Half of the units across, rather more than less. */
    static int half(String text) {
        return width(text) / 2 + 1;
    }

    /** Where the middle of words stands that would like to stand at x, so that none of them leaves the picture. */
    static int middle(String text, int x) {
        return Math.max(half(text), Math.min(Rows.WIDTH - half(text), x));
    }

    private static int width(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 5;
        }
        if (BROAD.indexOf(letter) >= 0 || letter > 0x2E80) {
            return 13;
        }
        return Character.isUpperCase(letter) ? 10 : 8;
    }

    /** The text in lines no wider than that; what does not fit in so many lines ends in dots. */
    static List<String> wrap(String text, int width, int lines) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +")) {
            if (!line.isEmpty() && width(line + " " + word) > width) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        wrapped.add(line.toString());
        List<String> kept = new ArrayList<>(wrapped.subList(0, Math.min(lines, wrapped.size())));
        if (kept.size() < wrapped.size()) {
            kept.set(lines - 1, kept.get(lines - 1) + DOTS);
        }
        kept.replaceAll(each -> cut(each, width));
        return kept;
    }

    /** The text, its end cut off if it is too wide. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        int end = letters.length;
        while (end > 1 && width(new String(letters, 0, end).strip() + DOTS) > width) {
            end--;
        }
        return new String(letters, 0, end).strip() + DOTS;
    }
}
