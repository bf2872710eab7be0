package fr.optam.rulebook.formula;

import java.util.Map;
import java.util.TreeMap;

/** Names of functions and how many values each takes, for whoever misspelt one. */
final class Signatures {
    private static final String ONE =
            "round2 points rateOfPoints abs known missing none yearOf jan1 dec31 sunday text absent cents"
                    + " number listSize listFirst listLast quarterEnd quarterIndex";
    private static final String TWO =
            "ratio min max divided2 latest earliest plusMonths minusMonths plusYears plusDays anniversary"
                    + " dayOfYear else elseKnown given days lowerBound absentEach listMinus listHas contains";
    private static final Map<String, Integer> VALUES = values();

    private Signatures() {}

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new TreeMap<>();
        for (String name : ONE.split(" ")) {
            values.put(name, 1);
        }
        for (String name : TWO.split(" ")) {
            values.put(name, 2);
        }
        values.put("if", 3);
        for (String several :
                "concat maybe lookup rows openRows sum sumKnown count first mean any distinct join list fold"
                        .split(" ")) {
            values.put(several, 0);
        }
        return values;
    }

    /** How many values a function takes, 0 if it takes several; by name. */
    static Map<String, Integer> all() {
        return VALUES;
    }
}
