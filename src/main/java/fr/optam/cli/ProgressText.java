package fr.optam.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The progress of a batch as one line: for a terminal of some width, or for a file. */
final class ProgressText {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final int LEAST_BAR = 8;
    private static final int MOST_BAR = 40;
    private static final char HARD_SPACE = '\u00a0';

    private final boolean french;
    private final String doing;

    /** @param doing what is done to practitioners, in one word */
    ProgressText(boolean french, String doing) {
        this.french = french;
        this.doing = doing;
    }

    /** For a terminal: never wider than it, less where it is narrow. */
    String bar(ProgressState state, int columns) {
        int room = columns - 1;
        if (state.stage() != ProgressState.Stage.DECIDING) {
            return cut(reading(state), room);
        }
        String head = String.format(Locale.ROOT, "%s %3d%c%%", doing, state.percent(), HARD_SPACE);
        List<String> tail = figures(state);
        while (tail.size() > 1 && width(head, tail) > room) {
            tail.remove(tail.size() - 1);
        }
        int bar = Math.min(room - width(head, tail) - 1, MOST_BAR);
        return cut(head + (bar < LEAST_BAR ? "" : " " + blocks(state, bar)) + "  " + String.join("  ", tail), room);
    }

    private static int width(String head, List<String> tail) {
        return head.length() + 2 + String.join("  ", tail).length();
    }

    private static String cut(String line, int room) {
        return line.length() <= room ? line : line.substring(0, Math.max(0, room - 1)) + "…";
    }

    private static String blocks(ProgressState state, int cells) {
        long eighths =
                state.total() <= 0 ? cells * 8L : Math.min(state.done(), state.total()) * cells * 8 / state.total();
        StringBuilder bar = new StringBuilder("█".repeat((int) (eighths / 8)));
        if (bar.length() < cells) {
            bar.append(eighths % 8 == 0 ? "░" : EIGHTHS.charAt((int) (eighths % 8)));
            bar.append("░".repeat(cells - bar.length()));
        }
        return bar.toString();
    }

    /** What is told beside the share, the most important first. */
    private List<String> figures(ProgressState state) {
        List<String> figures = new ArrayList<>();
        figures.add(number(state.done()) + "/" + number(state.total()));
        if (state.rate() > 0) {
            figures.add(number(state.rate()) + "/s");
            figures.add(time(state.left()) + (french ? " restantes" : " left"));
        } else if (state.done() < state.total()) {
            figures.add(time(state.seconds()));
        }
        if (state.rejected() > 0) {
            figures.add(rejected(state));
        }
        return figures;
    }

    /** For a file. */
    String line(ProgressState state) {
        if (state.stage() != ProgressState.Stage.DECIDING) {
            return reading(state);
        }
        List<String> figures = figures(state);
        figures.set(0, figures.get(0) + " (" + state.percent() + HARD_SPACE + "%)");
        return doing + " " + String.join(", ", figures);
    }

    /** For a file, before the first is decided. */
    String begin(ProgressState state) {
        String begin = number(state.total()) + (french ? " praticiens à décider" : " practitioners to decide");
        if (state.earlier() > 0) {
            begin += ", " + number(state.earlier())
                    + (french ? " déjà décidés auparavant" : " of them decided by an earlier start");
        }
        return begin + (state.rejected() > 0 ? ", " + rejected(state) : "");
    }

    private String reading(ProgressState state) {
        List<String> told = new ArrayList<>();
        if (state.stage() == ProgressState.Stage.CHECKING) {
            told.add(french ? "empreintes de l’entrée" : "digests of the input");
        } else if (state.stage() == ProgressState.Stage.ORDERING) {
            told.add(french ? "mise en ordre des lignes" : "putting rows in order");
        } else {
            told.add((french ? "lecture de " : "reading ") + state.file());
            if (state.of() >= 0 && state.rows() > 0) {
                told.add(number(state.rows()) + "/" + number(state.of()) + rows());
            } else if (state.of() >= 0 || state.rows() > 0) {
                told.add(number(Math.max(state.of(), state.rows())) + rows());
            }
        }
        told.add(time(state.seconds()));
        if (state.rejected() > 0) {
            told.add(rejected(state));
        }
        return String.join(", ", told);
    }

    private String rows() {
        return french ? " lignes" : " rows";
    }

    private String rejected(ProgressState state) {
        boolean one = state.rejected() == 1;
        return number(state.rejected())
                + (french ? (one ? " ligne rejetée" : " lignes rejetées") : (one ? " row rejected" : " rows rejected"));
    }

    /** A count with its thousands apart. */
    String number(long number) {
        String text = String.format(Locale.ROOT, "%,d", number);
        return french ? text.replace(',', HARD_SPACE) : text;
    }

    /** A span of time in its two largest units. */
    static String time(long seconds) {
        if (seconds < 60) {
            return Math.max(0, seconds) + "" + HARD_SPACE + "s";
        }
        return seconds < 3600
                ? seconds / 60 + "" + HARD_SPACE + "min" + HARD_SPACE + two(seconds % 60)
                : seconds / 3600 + "" + HARD_SPACE + "h" + HARD_SPACE + two(seconds / 60 % 60);
    }

    private static String two(long number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
