package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with fields in braces, cut once. */
final class Template {
    private static final int MOST = 500;
    private static final int ONE_FIELD = 3;
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    /** Texts and fields in turn, a text first. */
    private final List<Object> parts = new ArrayList<>();

    private final boolean fixed;
    private final Map<String, String> filled = new ConcurrentHashMap<>();

    Template(String text) {
        Matcher matcher = WORD.matcher(text);
        int from = 0;
        while (matcher.find()) {
            parts.add(text.substring(from, matcher.start()));
            parts.add(new FieldRef(matcher.group(1)));
            from = matcher.end();
        }
        parts.add(text.substring(from));
        fixed = parts.size() == 1;
    }

    /** The text with the values that a fact has in those fields. */
    String fill(Fact fact) {
        if (fixed) {
            return (String) parts.get(0);
        }
        if (parts.size() > ONE_FIELD || !(((FieldRef) parts.get(1)).value(fact) instanceof String code)) {
            return written(fact);
        }
        String known = filled.get(code);
        if (known == null) {
            known = written(fact);
            if (filled.size() < MOST) {
                filled.put(code, known);
            }
        }
        return known;
    }

    private String written(Fact fact) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts) {
            all.append(part instanceof FieldRef field ? Texts.plain(field.value(fact)) : part);
        }
        return all.toString();
    }
}
