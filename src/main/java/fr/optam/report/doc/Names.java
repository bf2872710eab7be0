package fr.optam.report.doc;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Unit;
import java.util.EnumMap;
import java.util.Map;

/** Words of the program for what it is made of: kinds of facts and units. */
final class Names {
    private static final Map<Kind, Sentence> ONE = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.YEAR, new Sentence("l’année du praticien", "the practitioner-year")),
            Map.entry(Kind.MEMBERSHIP, new Sentence("chaque adhésion", "each membership")),
            Map.entry(
                    Kind.ACTIVITY,
                    new Sentence("l’activité de chaque année civile", "the activity of each civil year")),
            Map.entry(
                    Kind.COUNT,
                    new Sentence(
                            "chaque nombre d’actes d’un regroupement dans une année",
                            "each number of acts of a category in a year")),
            Map.entry(Kind.ACT, new Sentence("chaque acte", "each act")),
            Map.entry(Kind.LETTER, new Sentence("chaque modificateur d’un acte", "each modifier of an act")),
            Map.entry(Kind.EVENT, new Sentence("chaque événement de la procédure", "each event of the procedure")),
            Map.entry(Kind.RISE, new Sentence("chaque hausse de tarif", "each tariff rise")),
            Map.entry(Kind.OPTION, new Sentence("chaque option tarifaire", "each tariff option")),
            Map.entry(Kind.RATE, new Sentence("chaque engagement", "each commitment")),
            Map.entry(Kind.COMPONENT, new Sentence("chaque composante d’un montant", "each component of an amount"))));
    private static final Map<Kind, Sentence> MANY = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.YEAR, new Sentence("années", "years")),
            Map.entry(Kind.MEMBERSHIP, new Sentence("adhésions", "memberships")),
            Map.entry(Kind.ACTIVITY, new Sentence("années d’activité", "years of activity")),
            Map.entry(Kind.COUNT, new Sentence("nombres d’actes par regroupement", "numbers of acts by category")),
            Map.entry(Kind.ACT, new Sentence("actes", "acts")),
            Map.entry(Kind.LETTER, new Sentence("modificateurs", "modifiers")),
            Map.entry(Kind.EVENT, new Sentence("événements", "events")),
            Map.entry(Kind.RISE, new Sentence("hausses de tarif", "tariff rises")),
            Map.entry(Kind.OPTION, new Sentence("options", "options")),
            Map.entry(Kind.RATE, new Sentence("engagements", "commitments")),
            Map.entry(Kind.COMPONENT, new Sentence("composantes", "components"))));
    private static final Map<Unit, Sentence> UNITS = new EnumMap<>(Map.ofEntries(
            Map.entry(Unit.EUR, new Sentence("euros", "euros")),
            Map.entry(Unit.RATE, new Sentence("taux (0,40 = 40 %)", "rate (0.40 is 40%)")),
            Map.entry(Unit.POINTS, new Sentence("points de pourcentage", "percentage points")),
            Map.entry(Unit.COUNT, new Sentence("nombre", "number")),
            Map.entry(Unit.YEAR, new Sentence("année civile", "civil year")),
            Map.entry(Unit.DATE, new Sentence("date", "date")),
            Map.entry(Unit.TIME, new Sentence("heure", "time")),
            Map.entry(Unit.CODE, new Sentence("code", "code")),
            Map.entry(Unit.BOOL, new Sentence("oui ou non", "yes or no")),
            Map.entry(Unit.TEXT, new Sentence("texte", "text"))));

    private Names() {}

    /** {@code chaque acte}. */
    static Sentence one(Kind kind) {
        return ONE.get(kind);
    }

    /** {@code actes}. */
    static Sentence many(Kind kind) {
        return MANY.get(kind);
    }

    static Sentence unit(Unit unit) {
        return UNITS.get(unit);
    }

    /** {@code optionGroup} as {@code option group}: what is left to say where nobody wrote a word. */
    static String spaced(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean starts = c >= 'A' && c <= 'Z' && i > 0;
            out.append(starts ? " " + (char) (c - 'A' + 'a') : String.valueOf(c));
        }
        return out.toString();
    }
}
