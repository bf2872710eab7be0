package fr.optam.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the sheet of intents may declare. */
enum IntentKind {
    /** A region without row. */
    GAP("TROU"),
    /** Two rows that match one region. */
    OVERLAP("RECOUVREMENT"),
    /** A row that others cover, or that nothing reaches. */
    COVERED("COUVERTE"),
    /** Rows that could be one and are kept apart. */
    APART("FUSION"),
    /** A condition that changes no conclusion. */
    IDLE("COLONNE");

    private final String word;

    IntentKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<IntentKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(IntentKind::word).toList();
    }
}
