package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/** What a formula uses of the rulebook, gathered while it is read. */
final class FormulaUse {
    private final TreeSet<String> fields = new TreeSet<>();
    private final TreeSet<String> lists = new TreeSet<>();
    private final TreeSet<String> columns = new TreeSet<>();
    private final List<String> order = new ArrayList<>();
    private final TreeSet<String> decisive = new TreeSet<>();
    private final EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Vocabulary vocabulary = new Vocabulary();
    private boolean local = true;

    /** Words compared with fields, and calls. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    void field(String name) {
        fields.add(name);
        order.add(name);
    }

    /** Number of readings of fields so far, for {@link #decides}. */
    int readings() {
        return order.size();
    }

    /** Of the fields read since, more matters than whether they are known. */
    void decides(int from) {
        decisive.addAll(order.subList(from, order.size()));
    }

    /** What the parts of a sum depend on that has read fields since. */
    PartKeys parts(int from) {
        FieldRef[] read = order.subList(from, order.size()).stream()
                .distinct()
                .map(FieldRef::new)
                .toArray(FieldRef[]::new);
        return new PartKeys(read, decisive);
    }

    /** A field that a table tests in place of the formula. */
    void tested(String field) {
        fields.add(field);
        order.add(field);
        decisive.add(field);
    }

    /** Facts of a kind, over all of which the formula goes. */
    void over(Kind kind) {
        local = false;
        kinds.add(kind);
    }

    void list(String table) {
        lists.add(table);
    }

    void look(Vocabulary.Look look) {
        lists.add(look.list());
        vocabulary.look(look);
    }

    void column(String table, String column) {
        columns.add(table + "!" + column);
    }

    Formula formula(String text, Node node) {
        return new Formula(text, node, fields, lists, columns, local, decisive, kinds, vocabulary);
    }
}
