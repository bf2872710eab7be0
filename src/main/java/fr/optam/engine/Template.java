package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with fields in braces, cut once. */
final class Template {
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    /** Texts and fields in turn, a text first. */
    private final List<Object> parts = new ArrayList<>();

    private final boolean fixed;

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
        StringBuilder filled = new StringBuilder();
        for (Object part : parts) {
            filled.append(part instanceof FieldRef field ? Texts.plain(field.value(fact)) : part);
        }
        return filled.toString();
    }
}
