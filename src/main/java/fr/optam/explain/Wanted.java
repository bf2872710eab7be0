package fr.optam.explain;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Dictionary;
import fr.optam.rulebook.table.ConditionCell;
import java.math.BigDecimal;

/** Conditions and values in words. */
final class Wanted {
    private final Dictionary dictionary;

    Wanted(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** What a field is called. */
    Sentence label(String field) {
        return dictionary
                .field(field)
                .map(known -> new Sentence(known.fr(), known.en()))
                .orElse(new Sentence(field, field));
    }

    /** What a cell asks for. */
    Sentence of(ConditionCell cell) {
        String text = cell.text().strip();
        Test test = cell.column().test();
        if (test == Test.AMONG) {
            String list = text.replaceAll("\\s*[;,]\\s*", ", ");
            return list.contains(",") ? new Sentence("l’un de " + list, "one of " + list) : new Sentence(list, list);
        }
        if (test == Test.YES) {
            return text.equals("OUI") ? new Sentence("oui", "yes") : new Sentence("non", "no");
        }
        return switch (test) {
            case AT_LEAST -> new Sentence("au moins " + text, "at least " + text);
            case ABOVE -> new Sentence("plus de " + text, "more than " + text);
            case AT_MOST -> new Sentence("au plus " + text, "at most " + text);
            default -> new Sentence("moins de " + text, "less than " + text);
        };
    }

    /** A value as text. */
    String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Boolean yes ? (yes ? "OUI" : "NON") : String.valueOf(value);
    }
}
