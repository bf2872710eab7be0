package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.FormulaTree;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which rules can't hold for an act without letters, or with one letter: what such rules read is not read. */
final class ActGuards {
    private static final Pattern NUMBER =
            Pattern.compile("num\\(\\s*\"(\\w+)\"\\s*\\)\\s*(<|<=|>|>=|==)\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern CODE = Pattern.compile("(!?)is\\(\\s*\"(\\w+)\"\\s*,\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern TEXT =
            Pattern.compile("!\\(\\s*text\\(\\s*\"(\\w+)\"\\s*\\)\\s*==\\s*\"([^\"]*)\"\\s*\\)");

    private final Rulebook rulebook;
    private final Map<String, RuleRow> rows = new HashMap<>();
    private final Map<String, List<FormulaTree>> made = new HashMap<>();

    ActGuards(Rulebook rulebook) {
        this.rulebook = rulebook;
        rulebook.tables().values().forEach(t -> t.rows().forEach(r -> rows.put(r.id(), r)));
        for (Rule rule : rulebook.rules().values()) {
            for (Statement statement : rule.statements()) {
                if (statement instanceof Statement.Let let) {
                    made(rule.kind(), let.field()).add(FormulaTree.of(let.formula()));
                } else if (statement instanceof Statement.Set set) {
                    made(rule.kind(), set.field()).add(new FormulaTree.Constant(set.code()));
                }
            }
        }
    }

    /** What gives a field of a kind its values. */
    List<FormulaTree> made(Kind kind, String field) {
        return made.computeIfAbsent(kind + "." + field, key -> new ArrayList<>());
    }

    /** The row of a rule table that is a rule; null if the rule is none. */
    RuleRow row(Rule rule) {
        return rows.get(rule.id());
    }

    /** Whether a rule for acts or letters may hold for one in that situation. */
    boolean may(Rule rule, Situation s) {
        if (rule.kind() == Kind.LETTER && s.bare()) {
            return false;
        }
        RuleRow row = row(rule);
        if (row != null) {
            return row.conditions().stream().allMatch(c -> may(c, rule.kind(), s));
        }
        return rule.conditions().stream().allMatch(c -> may(c.strip(), rule.kind(), s));
    }

    /** Whether a cell may hold. */
    boolean may(ConditionCell cell, Kind kind, Situation s) {
        Optional<Object> value = constant(cell.column().field(), kind, s);
        return value.isEmpty() || cell.holdsFor(value.get());
    }

    private boolean may(String condition, Kind kind, Situation s) {
        Matcher number = NUMBER.matcher(condition);
        if (number.matches()) {
            return !isFalse(number.group(1), number.group(2), number.group(3), kind, s);
        }
        Matcher code = CODE.matcher(condition);
        if (code.matches()) {
            String sign = code.group(1).isEmpty() ? "=" : "!=";
            return !isFalse(code.group(2), sign, code.group(3), kind, s);
        }
        Matcher text = TEXT.matcher(condition);
        return !text.matches() || !isFalse(text.group(1), "!=", text.group(2), kind, s);
    }

    /** Whether a formula is certainly false for an act or letter in that situation. */
    boolean isFalse(FormulaTree tree, Kind kind, Situation s) {
        if (!(tree instanceof FormulaTree.Apply apply)) {
            return false;
        }
        return switch (apply.name()) {
            case "and" -> apply.args().stream().anyMatch(a -> isFalse(a, kind, s));
            case "or" -> apply.args().stream().allMatch(a -> isFalse(a, kind, s));
            default ->
                apply.args().size() == 2
                        && apply.args().get(0) instanceof FormulaTree.Name name
                        && !name.self()
                        && apply.args().get(1) instanceof FormulaTree.Constant constant
                        && isFalse(name.name(), apply.name(), constant.text(), kind, s);
        };
    }

    private boolean isFalse(String field, String sign, String text, Kind kind, Situation s) {
        Optional<Object> value = constant(field, kind, s);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof BigDecimal n) {
            int order = n.compareTo(new BigDecimal(text));
            return switch (sign) {
                case ">" -> order <= 0;
                case ">=" -> order < 0;
                case "<" -> order >= 0;
                case "<=" -> order > 0;
                case "=", "==" -> order != 0;
                default -> false;
            };
        }
        boolean same = value.get().equals(text);
        return (sign.equals("=") && !same) || (sign.equals("!=") && same);
    }

    /** The value of a field, if it is the same for all acts or letters in that situation or there is none. */
    private Optional<Object> constant(String field, Kind kind, Situation s) {
        if (s.bare()) {
            if (field.equals("letterCount")) {
                return Optional.of(BigDecimal.ZERO);
            }
            if (field.equals("modifiers")) {
                return Optional.of("");
            }
        } else if (kind == Kind.LETTER) {
            if (field.equals("letter")) {
                return Optional.of(s.letter());
            }
            if (field.equals("variant")) {
                return Optional.of(s.variant());
            }
        }
        List<FormulaTree> makers = made(kind, field);
        if (makers.size() != 1
                || rulebook.dictionary().field(field).stream()
                        .anyMatch(f -> f.kinds().size() > 1)) {
            return Optional.empty();
        }
        if (kind == Kind.LETTER && makers.get(0) instanceof FormulaTree.Apply apply) {
            return openRows(apply, s);
        }
        // of several letters each may make the count: an act is in the situation of each of them
        return kind == Kind.ACT
                        && makers.get(0) instanceof FormulaTree.Over over
                        && over.name().equals("count")
                        && over.kind() == Kind.LETTER
                        && (s.bare()
                                || over.where()
                                        .map(w -> isFalse(w, Kind.LETTER, s))
                                        .orElse(false))
                ? Optional.of(BigDecimal.ZERO)
                : Optional.empty();
    }

    private Optional<Object> openRows(FormulaTree.Apply apply, Situation s) {
        boolean byLetter = apply.name().equals("openRows")
                && apply.args().size() == 2
                && apply.args().get(1).equals(new FormulaTree.Constant("letter"));
        if (!byLetter) {
            return Optional.empty();
        }
        long rows = open(apply, s).size();
        return Optional.of(BigDecimal.valueOf(rows));
    }

    /** Rows of the table of a call of openRows whose condition on the letter holds, if it looks at that. */
    List<RuleRow> open(FormulaTree.Apply apply, Situation s) {
        RuleTable table =
                rulebook.tables().get(((FormulaTree.Constant) apply.args().get(0)).text());
        boolean byLetter = apply.args().contains(new FormulaTree.Constant("letter"));
        return table.rows().stream()
                .filter(r -> !byLetter
                        || r.conditions().stream()
                                .filter(c -> c.column().field().equals("letter"))
                                .allMatch(c -> may(c, Kind.LETTER, s)))
                .toList();
    }
}
