package fr.optam.rulebook;

/** Mistakes in DRL files: what is not written right, and what makes no sense. */
class RuleMistakesTest extends MistakesMade {
    private static final int PACKAGE = 1;

    @Override
    void mistakes() {
        written();
        meant();
    }

    private void written() {
        drl(
                "derive/situation.drl",
                "PACKAGE",
                PACKAGE,
                "ne nomme pas de package",
                "Maybe package derive",
                without(PACKAGE));
        drl(
                "derive/adhesions.drl",
                "PACKAGE",
                1,
                "«eligibility» n’est pas la phase",
                "Maybe package derive",
                swap("package derive", "package eligibility"));
        word("derive/activite.drl", "when", "RULE_REFUSED", "«wehn»", "Maybe when", "wehn");
        word("modifiers/preparation.drl", "then", "RULE_REFUSED", "«thne»", "Maybe then", "thne");
        word("respect/respect.drl", "end", "RULE_REFUSED", "n’est pas fermée par end", "Maybe end", "edn");
        word("decide/issue.drl", "@source(\"", "RULE_REFUSED", "@sorce", "Maybe @source", "@sorce(\"");
        word(
                "eligibility/preparation.drl",
                "agenda-group",
                "RULE_REFUSED",
                "«agenda-gruop»",
                "Maybe agenda-group",
                "agenda-gruop");
        word("eligibility/actes.drl", "out.let(", "RULE_REFUSED", "out.lte n’existe pas", "Maybe out.let", "out.lte(");
        word("consequence/prime.drl", "known(\"", "RULE_REFUSED", "guillemet droit", "straight quote", "known(“");
        word("consequence/readhesion.drl", "\");", "RULE_REFUSED", "n’est pas fermé", "not closed", ");");
        word("consequence/recuperation.drl", "\");", "RULE_REFUSED", "«;» manque", "«;» is missing", "\")");
        word("consequence/resiliation.drl", "num(\"", "RULE_REFUSED", "le mot «nun»", "Maybe num", "nun(\"");
        word(
                "consequence/comparaison.drl",
                "@confidence(\"",
                "CONFIDENCE_UNKNOWN",
                "«X",
                "is unknown",
                "@confidence(\"X");
        word(
                "commitment/calcul.drl",
                "@from(\"2017-01-01\")",
                "NOT_A_DATE",
                "«01/01/2017»",
                "Maybe 2017-01-01",
                "@from(\"01/01/2017\")");
        word("commitment/reponses.drl", "@source(\"", "SOURCE_UNKNOWN", "«ZZ9»", "«ZZ9»", "@source(\"ZZ9, ");
        word("modifiers/verdicts.drl", "lookup('", "LIST_UNKNOWN", "liste inconnue", "unknown table", "lookup('x");
        word("decide/controles.drl", "rule \"", "RULE_REFUSED", "identifiant de règle", "no rule id", "rule \"x");
    }

    private void meant() {
        word(
                "consequence/prime.drl",
                "yes(\"member\")",
                "NEVER_HOLDS",
                "ne peuvent être vraies ensemble",
                "can't hold together",
                "yes(\"member\"), no(\"member\")");
        word(
                "consequence/comparaison.drl",
                "Year( ",
                "CONSTANT_CONDITION",
                "ne dépend pas des faits",
                "does not depend",
                "Year( true, ");
        drl(
                "derive/situation.drl",
                "NO_CONDITION",
                line("rules-drl/derive/situation.drl", " : Year( "),
                "s’applique à chaque fait Year",
                "Maybe its conditions were deleted",
                text -> text.replaceFirst(" : Year\\( .*\\)", " : Year( )"));
        drl(
                "modifiers/verdicts.drl",
                "BYTE_ORDER_MARK",
                1,
                "marque d’ordre des octets",
                "without BOM",
                text -> "\uFEFF" + text);
        String ends = "rules-drl/consequence/resiliation.drl";
        drl(
                "consequence/resiliation.drl",
                "NEVER_MADE",
                line(ends, "known(\"caisseEndsOn\")") - 1,
                "qu’aucune règle ne produit",
                "which no rule makes",
                without(line(ends, "out.let($y, \"caisseEndsOn\"")));
    }
}
