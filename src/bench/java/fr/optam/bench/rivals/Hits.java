package fr.optam.bench.rivals;

import java.util.Arrays;

/** What an engine answers: rows that apply, by question, in the order in which it finds them. */
public final class Hits {
    private int[] questions = new int[64];
    private String[] rows = new String[64];
    private int size;

    /** A row applies. */
    public void add(int question, String row) {
        if (size == rows.length) {
            questions = Arrays.copyOf(questions, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
        }
        questions[size] = question;
        rows[size++] = row;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int question(int i) {
        return questions[i];
    }

    String row(int i) {
        return rows[i];
    }

    /** The answer, whatever the order in which it was found. */
    String sorted() {
        String[] all = new String[size];
        for (int i = 0; i < size; i++) {
            all[i] = questions[i] + " " + rows[i];
        }
        Arrays.sort(all);
        return String.join("\n", all);
    }
}
