package fr.optam.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The problems of one document, in the order in which they are found. */
final class FactsProblems {
    private static final int MOST = 1_000;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<FactsProblem> found = new ArrayList<>();
    private int count;

    /** States a problem; beyond a thousand they are only counted. */
    void add(String path, String code, String message, String hint) {
        count++;
        if (found.size() < MOST) {
            found.add(new FactsProblem(path, code, message, hint));
        }
    }

    /** States that a value can't be read. */
    void add(String path, Defect defect, String key, String value) {
        add(path, defect.reason().name(), defect.reason().english(key, value, ""), defect.hint());
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** All of them. */
    List<FactsProblem> found() {
        return List.copyOf(found);
    }

    /** Path of a member of an object. */
    static String member(String path, String key) {
        return PLAIN.matcher(key).matches() ? path + "." + key : path + "['" + key.replace("'", "\\'") + "']";
    }
}
