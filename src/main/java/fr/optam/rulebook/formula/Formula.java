package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import java.util.Optional;
import java.util.Set;

/** A formula of a rule, read once. */
public final class Formula {
    private final String text;
    private final Node node;
    private final Set<String> fields;
    private final Set<String> tables;
    private final Set<String> columns;
    private final boolean local;
    private final Set<String> decisive;
    private final Set<Kind> kinds;
    private final Vocabulary vocabulary;

    Formula(
            String text,
            Node node,
            Set<String> fields,
            Set<String> tables,
            Set<String> columns,
            boolean local,
            Set<String> decisive,
            Set<Kind> kinds,
            Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.local = local;
        this.decisive = Set.copyOf(decisive);
        this.kinds = Set.copyOf(kinds);
        this.text = text;
        this.node = node;
        this.fields = Set.copyOf(fields);
        this.tables = Set.copyOf(tables);
        this.columns = Set.copyOf(columns);
    }

    /**
     * Reads a formula.
     *
     * @throws FormulaInvalid if it is none, or names what does not exist
     */
    public static Formula read(String text, Tables tables) throws FormulaInvalid {
        return new FormulaParser(text, tables).parse();
    }

    /**
     * Computes it for a fact.
     *
     * @param reads is told what is read
     * @return number, day, code, Boolean, {@link fr.optam.fact.flat.Unknown}, or null for "no value"
     */
    public Object eval(Fact fact, Reads reads) {
        return node.eval(new Scope(fact, fact, null, reads));
    }

    /**
     * What is left of it for an act and all that are alike.
     *
     * @param fact the act or one of its letters, for which it is computed
     * @return empty if the formula reads other acts, or more of this one than its fields
     */
    public Optional<Bound> bound(Act act, Fact fact) {
        return Binding.of(node, act, fact, fact).map(Bound::new);
    }

    /** Whether it reads the fact and those it belongs to only, so that equal fields give an equal value. */
    public boolean local() {
        return local;
    }

    /**
     * Names of the fields of which more matters than whether they are known: those that are compared or looked up. Of all
     * others it is enough to know which are known to tell whether the result is, and whether it is a number.
     */
    public Set<String> decisive() {
        return decisive;
    }

    /** Kinds of facts that it sums or chooses among. */
    public Set<Kind> kinds() {
        return kinds;
    }

    /** What it looks up, and the texts in it. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** As written. */
    public String text() {
        return text;
    }

    /** Names of the fields it reads. */
    public Set<String> fields() {
        return fields;
    }

    /** Names of the tables it looks into. */
    public Set<String> tables() {
        return tables;
    }

    /** Columns of lists that it looks at, {@code reference/options!next}; validities too, if it asks for a day. */
    public Set<String> columns() {
        return columns;
    }
}
