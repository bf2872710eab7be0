package fr.optam.scenario.sheet;

import java.util.Locale;
import java.util.Set;

/** Words that a cell may hold instead of a value. */
final class Words {
    private static final Set<String> NONE = Set.of("AUCUN", "AUCUNE");
    private static final Set<String> YES = Set.of("OUI", "VRAI", "TRUE");
    private static final Set<String> NO = Set.of("NON", "FAUX", "FALSE");

    private Words() {}

    /** There is none: no end, no letter, no entry, no answer. */
    static boolean none(String text) {
        return NONE.contains(text);
    }

    /** The fact is not known, whatever the base says. */
    static boolean unknown(String text) {
        return text.equals("INCONNU");
    }

    static boolean yes(String text) {
        return YES.contains(text.toUpperCase(Locale.ROOT));
    }

    static boolean no(String text) {
        return NO.contains(text.toUpperCase(Locale.ROOT));
    }
}
