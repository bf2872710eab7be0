package fr.optam.bench.rivals;

import java.util.List;

/**
 * Where a field of a table lies in its questions.
 *
 * @param kind what it holds
 * @param index place among its kind
 */
record Slot(Kind kind, int index) {
    enum Kind {
        CODE("c"),
        LIST("l"),
        NUMBER("n");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** Name of the property, {@code c1}. */
    String property() {
        return kind.letter + (index + 1);
    }

    /** What a question holds there. */
    Object of(Question question) {
        return switch (kind) {
            case CODE -> question.codes[index];
            case LIST -> question.lists[index];
            case NUMBER -> question.numbers[index];
        };
    }

    /** What a row asks of a place. */
    sealed interface Cell {}

    /** One of some codes. */
    record Codes(List<String> codes) implements Cell {}

    /** Between two numbers, both included. */
    record Range(int from, int to) implements Cell {
        boolean hasFrom() {
            return from > Integer.MIN_VALUE;
        }

        boolean hasTo() {
            return to < Integer.MAX_VALUE;
        }
    }
}
