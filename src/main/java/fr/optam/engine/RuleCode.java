package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.decision.Sentence;
import fr.optam.decision.Source;
import fr.optam.fact.flat.Layout;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rule made ready to run: where its values go, what it says, its origin for each confidence. One object a rule. */
final class RuleCode {
    private static final int STAGE_BITS = 56;
    private static final int KIND_BITS = 50;
    private static final int PLACE_BITS = 20;
    private static final int WORDS = 3;

    private final Rule rule;
    private final int stage;
    private final long order;
    private List<FieldRef> reads;
    private List<Formula> formulas;
    private final String sheet;
    private final List<Put> puts = new ArrayList<>();
    private final List<Statement> says = new ArrayList<>();
    private final boolean amounts;
    private List<Source> sources;
    private Sentence note;
    private final Map<Confidence, Origin> origins = new EnumMap<>(Confidence.class);
    private final Map<String, Template> templates;
    private final Template[] cut;
    private final Set<String> parameters = new HashSet<>();

    /** @param rank place of the rule among all, by id */
    RuleCode(Rule rule, int rank, Layout layout, Map<String, Template> templates) {
        this.rule = rule;
        this.stage = rule.stage().place();
        this.order = (long) stage << STAGE_BITS | (long) rule.kind().ordinal() << KIND_BITS | rank;
        this.templates = templates;
        this.sheet = rule.at().substring(0, Math.max(0, rule.at().lastIndexOf('!')));
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Set set) {
                put(layout.indexOf(set.field()), set.field(), set.code(), null);
            } else if (statement instanceof Statement.Let let) {
                put(layout.indexOf(let.field()), let.field(), null, let.formula());
                if (let.formula().text().startsWith("lookup(")) {
                    parameters.add(let.field());
                }
            } else {
                says.add(statement);
            }
        }
        this.cut = new Template[WORDS * says.size()];
        this.amounts = says.stream().anyMatch(s -> s instanceof Statement.Amount);
        for (Confidence confidence : Confidence.values()) {
            origins.put(confidence, new Origin(this, confidence));
        }
    }

    /**
     * A value that the rule gives to a field.
     *
     * @param slot position in the layout of its fact
     * @param field name of the field
     * @param constant the value; null if a formula gives it
     * @param formula the formula; null if the value is constant
     */
    record Put(int slot, String field, Object constant, Formula formula) {}

    private static Optional<Formula> formula(Statement statement) {
        return statement instanceof Statement.Let let ? Optional.of(let.formula()) : StageOrder.formula(statement);
    }

    private void put(int slot, String field, Object constant, Formula formula) {
        puts.add(new Put(slot, field, constant, formula));
    }

    Rule rule() {
        return rule;
    }

    /** Rows of one table that conclude the same, the first word of a row, may give several reasons: the first stays. */
    boolean agrees(RuleCode other) {
        return !sheet.isEmpty()
                && sheet.equals(other.sheet)
                && rule.statements().get(0).equals(other.rule.statements().get(0));
    }

    /** Place of its stage among all. */
    int stage() {
        return stage;
    }

    /** Place of what it says of a fact, by stage, fact and id. */
    long order(int place) {
        return order | (long) place << PLACE_BITS;
    }

    /** Fields that its conditions read. */
    List<FieldRef> reads() {
        if (reads == null) {
            reads = rule.reads().stream().map(FieldRef::new).toList();
        }
        return reads;
    }

    /** All its formulas, in the order in which it is written. */
    List<Formula> formulas() {
        if (formulas == null) {
            formulas =
                    rule.statements().stream().flatMap(s -> formula(s).stream()).toList();
        }
        return formulas;
    }

    /** Values that it gives, in the order in which it is written. */
    List<Put> puts() {
        return puts;
    }

    /** All that it says beside values, in the order in which it is written. */
    List<Statement> says() {
        return says;
    }

    /** Sources that it cites. */
    List<Source> sources() {
        if (sources == null) {
            sources = rule.citation().cited().stream().distinct().toList();
        }
        return sources;
    }

    /** Its own note, as the sentence of a rule that says none. */
    Sentence note() {
        if (note == null) {
            note = new Sentence(rule.citation().note(), rule.citation().note());
        }
        return note;
    }

    /** Whether an amount that it says may weaken it. */
    boolean amounts() {
        return amounts;
    }

    /** What stands as the origin of its values. */
    Origin origin(Confidence confidence) {
        return origins.get(confidence);
    }

    /**
     * A text of the rule, cut.
     *
     * @param place of what it says
     * @param word place of the text in that: 0, 1 or 2
     */
    Template template(int place, int word, String text) {
        Template known = cut[WORDS * place + word];
        if (known == null) {
            known = templates.computeIfAbsent(text, Template::new);
            cut[WORDS * place + word] = known;
        }
        return known;
    }

    /** Whether the rule fills a field from a list alone, so that it is a parameter for those who read it. */
    boolean fillsFromList(String field) {
        return parameters.contains(field);
    }
}
