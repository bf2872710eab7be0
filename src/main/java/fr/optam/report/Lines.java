package fr.optam.report;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: wrapped at words, marked with colours only where asked. */
final class Lines {
    private static final String PLAIN = "\u001b[0m";

    /** Marks of a terminal. */
    enum Mark {
        /** As it is. */
        NONE(""),
        /** Stands out. */
        BOLD("\u001b[1m"),
        /** Stands back. */
        DIM("\u001b[2m"),
        /** Well. */
        GREEN("\u001b[32m"),
        /** Not well. */
        RED("\u001b[31m"),
        /** For a person to look at. */
        YELLOW("\u001b[33m");

        private final String code;

        Mark(String code) {
            this.code = code;
        }
    }

    private final int width;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    Lines(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    /** Text with its mark. */
    String marked(Mark mark, String text) {
        return colour && mark != Mark.NONE && !text.isEmpty() ? mark.code + text + PLAIN : text;
    }

    /** A line that is not wrapped. */
    Lines line(String text) {
        out.append(text).append('\n');
        return this;
    }

    /** An empty line. */
    Lines gap() {
        return line("");
    }

    /** Left and right text on one line, joined by dots; on two lines if they don't fit. */
    Lines spread(String left, Mark leftMark, String right, Mark rightMark) {
        int room = width - length(left) - length(right) - 2;
        if (room < 2) {
            line(marked(leftMark, left));
            return line(" ".repeat(Math.max(0, width - length(right))) + marked(rightMark, right));
        }
        return line(marked(leftMark, left) + " " + marked(Mark.DIM, "·".repeat(room)) + " " + marked(rightMark, right));
    }

    /** Wrapped text with an indent. */
    Lines wrapped(int indent, Mark mark, String text) {
        return wrapped(" ".repeat(indent), mark, text);
    }

    /** Wrapped text; the head stands before the first line, the others are indented by its length. */
    Lines wrapped(String head, Mark mark, String text) {
        String before = head;
        for (String line : wrap(text, width - head.length())) {
            line(before + marked(mark, line));
            before = " ".repeat(head.length());
        }
        return this;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<String> wrap(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("[ \\t\\n]+")) {
            if (!line.isEmpty() && length(line.toString()) + 1 + length(word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
