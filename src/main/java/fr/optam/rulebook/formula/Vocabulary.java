package fr.optam.rulebook.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words of a formula: what it looks up, the texts and functions in it, and the fields that it holds against texts. */
public final class Vocabulary {
    /**
     * A look into a list.
     *
     * @param list name of the list
     * @param column column whose value is wanted; empty if rows are counted
     * @param keys key columns
     * @param literals texts that the key columns are held against, as written; empty for one that is computed
     */
    public record Look(String list, String column, List<String> keys, List<String> literals) {}

    /**
     * A field that is held against a text.
     *
     * @param field the field
     * @param text the text
     */
    public record Compared(String field, String text) {}

    private final List<Look> looks = new ArrayList<>();
    private final List<Compared> compared = new ArrayList<>();
    private final Set<String> texts = new TreeSet<>();
    private final Set<String> functions = new TreeSet<>();

    void look(Look look) {
        looks.add(look);
    }

    void compared(String field, String text) {
        compared.add(new Compared(field, text));
    }

    void text(String text) {
        texts.add(text);
    }

    void function(String name) {
        functions.add(name);
    }

    /** Looks into lists, in their order. */
    public List<Look> looks() {
        return Collections.unmodifiableList(looks);
    }

    /** Fields that are held against texts, in their order. */
    public List<Compared> compared() {
        return Collections.unmodifiableList(compared);
    }

    /** Texts in it. */
    public Set<String> texts() {
        return Collections.unmodifiableSet(texts);
    }

    /** Names of the functions that it calls. */
    public Set<String> functions() {
        return Collections.unmodifiableSet(functions);
    }
}
