package fr.optam.analysis;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way in which formulas look a value up in a list.
 *
 * @param list name of the list
 * @param column column whose value is wanted
 * @param keys columns that choose the row
 * @param always whether the validity of rows is not asked
 * @param fallback whether something else stands in if rows disagree or there is none
 */
record Lookup(String list, String column, List<String> keys, boolean always, boolean fallback) {
    private static final String CALL = "lookup(";
    private static final String FALLBACK = "else(";

    /** Written out: what the compiler would generate is slow to make when the program starts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Lookup look
                && list.equals(look.list)
                && column.equals(look.column)
                && keys.equals(look.keys)
                && always == look.always
                && fallback == look.fallback;
    }

    @Override
    public int hashCode() {
        return 31 * list.hashCode() + column.hashCode();
    }

    /** Every way in which the formulas of a rulebook look values up. */
    static Set<Lookup> of(Rulebook rulebook) {
        Set<Lookup> lookups = new LinkedHashSet<>();
        rulebook.rules().values().forEach(rule -> rule.statements()
                .forEach(s -> formula(s).ifPresent(f -> read(f.text(), lookups))));
        return lookups;
    }

    private static Optional<Formula> formula(Statement statement) {
        if (statement instanceof Statement.Let let) {
            return Optional.of(let.formula());
        }
        if (statement instanceof Statement.Value value) {
            return Optional.of(value.formula());
        }
        if (statement instanceof Statement.Detail detail) {
            return Optional.of(detail.formula());
        }
        return statement instanceof Statement.With with ? Optional.of(with.formula()) : Optional.empty();
    }

    static void read(String text, Set<Lookup> lookups) {
        for (int at = text.indexOf(CALL); at >= 0; at = text.indexOf(CALL, at + 1)) {
            List<String> args = arguments(text, at + CALL.length());
            if (args.size() > 2) {
                List<String> keys = new ArrayList<>();
                for (int i = 3; i < args.size(); i += 2) {
                    keys.add(bare(args.get(i)));
                }
                boolean fallback = text.startsWith(FALLBACK, at - FALLBACK.length());
                lookups.add(new Lookup(
                        bare(args.get(0)),
                        bare(args.get(1)),
                        List.copyOf(keys),
                        args.get(2).equals("'ALWAYS'"),
                        fallback));
            }
        }
    }

    private static String bare(String quoted) {
        return quoted.replace("'", "");
    }

    /** The arguments of a call that starts before a place. */
    private static List<String> arguments(String text, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && depth == 0 && (c == ',' || c == ')')) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
                if (c == ')') {
                    return arguments;
                }
            }
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return arguments;
    }
}
