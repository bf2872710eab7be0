package fr.optam.bench.rivals;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Letter;
import fr.optam.fact.flat.Option;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Dictionary;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables and what they are asked, the same for every engine. */
final class Workload {
    private final Dictionary dictionary;
    private final List<Form> forms = new ArrayList<>();
    private final List<Question[]> decisions = new ArrayList<>();
    private int left;

    /**
     * @param facts by decision, for each question the number of its table and the values of its fact by field
     */
    Workload(Dictionary dictionary, List<RuleTable> tables, Set<String> lists, List<List<Asked>> facts) {
        this.dictionary = dictionary;
        for (RuleTable table : tables) {
            forms.add(new Form(forms.size(), table, lists));
        }
        for (List<Asked> decision : facts) {
            List<Question> questions = new ArrayList<>();
            Map<String, Fact> known = new HashMap<>();
            for (Asked asked : decision) {
                Form form = forms.get(asked.table());
                Question question = new Question(
                        questions.size(), asked.table(), fact(form.table().kind(), asked, known));
                if (form.fill(question, asked.values())) {
                    questions.add(question);
                } else {
                    left++;
                }
            }
            decisions.add(questions.toArray(Question[]::new));
        }
    }

    /**
     * One table asked about one fact.
     *
     * @param table its number
     * @param fact tells the fact from others of its kind in the decision
     * @param above tells the fact that it belongs to from others
     * @param values values of the fact by field; an unknown field is not there
     */
    record Asked(int table, String fact, String above, Map<String, Object> values) implements java.io.Serializable {}

    /** Fields of which some fact holds several codes. */
    static Set<String> lists(List<List<Asked>> facts) {
        Set<String> lists = new HashSet<>();
        facts.forEach(d -> d.forEach(a -> a.values().forEach((field, value) -> {
            if (value instanceof String text && text.indexOf(';') >= 0) {
                lists.add(field);
            }
        })));
        return lists;
    }

    List<Form> forms() {
        return forms;
    }

    List<Question[]> decisions() {
        return decisions;
    }

    /** Questions left out, because a number that the table compares is absent. */
    int left() {
        return left;
    }

    /** What the typed rows themselves say: what every engine's answer is held against. */
    static void expected(List<Form> forms, Question[] decision, Hits hits) {
        for (Question question : decision) {
            for (RuleRow row : forms.get(question.getTable()).table().rows()) {
                if (row.matches(question.fact())) {
                    hits.add(question.getNo(), row.id());
                }
            }
        }
    }

    /** A fact with those it belongs to, which others of the decision share; each field lies where the dictionary says. */
    private Fact fact(Kind kind, Asked asked, Map<String, Fact> known) {
        Year year = (Year) known.computeIfAbsent("", k -> new Year(dictionary.layout(Kind.YEAR)));
        Fact fact = kind == Kind.YEAR ? year : known.get(kind + " " + asked.fact());
        if (fact == null) {
            fact = child(kind, year, asked, known);
            known.put(kind + " " + asked.fact(), fact);
        }
        for (Map.Entry<String, Object> value : asked.values().entrySet()) {
            Fact holder = fact;
            while (holder.layout().indexOf(value.getKey()) < 0) {
                holder = holder.parent().orElseThrow();
            }
            holder.put(value.getKey(), value.getValue(), null);
        }
        return fact;
    }

    private Fact child(Kind kind, Year year, Asked asked, Map<String, Fact> known) {
        if (kind == Kind.OPTION) {
            return new Option(dictionary.layout(kind), year, asked.fact(), "", 1);
        }
        if (kind != Kind.LETTER) {
            throw new IllegalArgumentException("no fact of kind " + kind.label());
        }
        String key = Kind.ACT + " " + asked.above();
        Fact act = known.get(key);
        if (act == null) {
            act = new Act(dictionary.layout(Kind.ACT), year, asked.above(), "", 1);
            known.put(key, act);
        }
        return new Letter(dictionary.layout(kind), (Act) act, asked.fact(), "", 1);
    }
}
