package fr.optam.engine;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the features that the conditions of some rules look at. */
final class Features {
    private static final Pattern COMPARED = Pattern.compile(
            "(?:num|day)\\(\\s*\"(\\w+)\"\\s*\\)\\s*(?:==|<=|>=|<|>)\\s*(?:(?:num|day)\\(\\s*\"(\\w+)\"\\s*\\)|0(?![0-9]))");
    private static final Pattern STATE = Pattern.compile("(?:known|missing|none)\\(\\s*\"(\\w+)\"");
    private static final Pattern CODE = Pattern.compile("(?:yes|no|is|among|text)\\(\\s*\"(\\w+)\"");
    private static final Pattern ANY = Pattern.compile("[a-zA-Z]+\\(\\s*\"(\\w+)\"");

    private final Map<String, FieldRef> refs;
    private final Map<String, Feature> found = new LinkedHashMap<>();
    private final Map<String, TreeSet<Object>> bounds = new TreeMap<>();

    private Features(Map<String, FieldRef> refs) {
        this.refs = refs;
    }

    FieldRef ref(String field) {
        return refs.computeIfAbsent(field, FieldRef::new);
    }

    /** The features of some rules; rows are given with their cells, and fields that others met already. */
    static List<Feature> of(List<Rule> rules, Map<String, RuleRow> rows, Map<String, FieldRef> refs) {
        Features features = new Features(refs);
        for (Rule rule : rules) {
            RuleRow row = rows.get(rule.id());
            if (row == null) {
                rule.conditions().forEach(features::condition);
            } else {
                row.conditions().forEach(features::cell);
            }
        }
        features.bounds.forEach((field, all) ->
                features.put("interval " + field, new Feature.Interval(features.ref(field), List.copyOf(all))));
        return new ArrayList<>(features.found.values());
    }

    private void put(String key, Feature feature) {
        found.putIfAbsent(key, feature);
    }

    private void condition(String condition) {
        String rest = condition;
        Matcher compared = COMPARED.matcher(condition);
        while (compared.find()) {
            String a = compared.group(1);
            String b = compared.group(2);
            put(compared.group(1) + "~" + b, b == null ? new Feature.Zero(ref(a)) : new Feature.Sign(ref(a), ref(b)));
            rest = rest.replace(compared.group(), "");
        }
        Matcher state = STATE.matcher(rest);
        while (state.find()) {
            put("state " + state.group(1), new Feature.State(ref(state.group(1))));
        }
        rest = STATE.matcher(rest).replaceAll("");
        Matcher code = CODE.matcher(rest);
        while (code.find()) {
            put("code " + code.group(1), new Feature.Code(ref(code.group(1))));
        }
        Matcher any = ANY.matcher(CODE.matcher(rest).replaceAll(""));
        while (any.find()) {
            put("raw " + any.group(1), new Feature.Raw(ref(any.group(1))));
        }
    }

    private void cell(ConditionCell cell) {
        String field = cell.column().field();
        if (cell.column().test() == Test.AMONG || cell.column().test() == Test.YES) {
            put("raw " + field, new Feature.Raw(ref(field)));
        } else {
            bounds.computeIfAbsent(field, f -> new TreeSet<>(Features::order)).add(cell.operand());
        }
    }

    private static int order(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y);
        }
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return x.compareTo(y);
        }
        return String.valueOf(a).compareTo(String.valueOf(b));
    }
}
