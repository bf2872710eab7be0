package fr.optam.report.impact;

import fr.optam.compare.impact.Population;
import fr.optam.decision.Confidence;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the figures were made, and what they do not say. */
final class MethodPart {
    private final Terms terms;
    private final Citations citations;

    MethodPart(Terms terms, Citations citations) {
        this.terms = terms;
        this.citations = citations;
    }

    Section section() {
        List<List<Span>> words = new ArrayList<>();
        population(words);
        add(
                words,
                terms.say("Un cas", "A case"),
                terms.say(
                        "est un praticien et une année dont au moins une réponse change\u00A0: son verdict, son motif, sa valeur, son montant, ses détails, les faits qui lui manquent ou la force de ses sources. Une preuve différente pour la même réponse n’en est pas un.",
                        "is a practitioner and a year of which at least one answer changes: its verdict, reason, value, amount, details, missing facts or the strength of its sources. Another proof of the same answer is none."));
        add(
                words,
                terms.say("La cause", "The cause"),
                terms.say(
                        "d’une réponse changée est l’ensemble des modifications sans lesquelles elle serait autre. Elle est trouvée en décidant de nouveau avec une partie des modifications\u00A0: seule, ensemble (toutes sont nécessaires), chacune suffit, ou chacune en partie. Une ligne qui prend fin et celle qui la suit sont essayées ensemble.",
                        "of a changed answer is the set of edits without which it would be another. It is found by deciding again with some of the edits: alone, together (all are needed), each suffices, or each in part. A row that ends and the one that follows it are tried together."));
        add(
                words,
                terms.say("Les euros", "Euros"),
                terms.say(
                        "d’une réponse que plusieurs modifications causent sont partagés entre elles par les valeurs de Shapley, au centime près\u00A0; les parts font le total. Ce qui compte comme gain ou perte du praticien est une liste du référentiel. Une somme déjà comptée dans une autre question ne compte pas deux fois.",
                        "of an answer that several edits cause are shared among them by Shapley values, to the cent; the shares add up to the total. What counts as gain or loss of the practitioner is a list of the rulebook. A sum that another question has counted does not count twice."));
        terms.impact()
                .smallestGroup()
                .ifPresentOrElse(
                        size -> add(
                                words,
                                terms.say("Petits groupes", "Small groups"),
                                terms.say(
                                        "«\u00A0masqué\u00A0»\u00A0: le groupe compte moins de " + size
                                                + " praticiens, ou son chiffre ferait connaître celui d’un tel groupe par différence.",
                                        "“hidden”: the group has fewer than " + size
                                                + " practitioners, or its figure would give away that of such a group by subtraction.")),
                        () -> add(
                                words,
                                terms.say("Petits groupes", "Small groups"),
                                terms.impact().population().synthetic()
                                        ? terms.say(
                                                "rien n’est masqué, car aucun praticien n’est une personne.",
                                                "nothing is hidden, because no practitioner is a person.")
                                        : terms.say(
                                                "rien n’est masqué\u00A0: cette page est un document de travail.",
                                                "nothing is hidden: this page is a working paper.")));
        sources(words);
        add(
                words,
                terms.say("Ce que la page ne dit pas", "What the page does not say"),
                terms.say(
                        "elle applique deux référentiels aux mêmes faits. Les praticiens qui changeraient de pratique ou d’option à cause des règles n’y sont pas.",
                        "it applies two rulebooks to the same facts. Practitioners who would change their practice or their option because of the rules are not in it."));
        return new Section(
                "methode", terms.say("Méthode et hypothèses", "Method and assumptions"), words, List.of(), List.of());
    }

    private void population(List<List<Span>> words) {
        Population population = terms.impact().population();
        String touched = terms.say(
                terms.practitioners(population.practitioners()) + ", dont " + few(population.touched())
                        + " qu’une modification peut toucher\u00A0: eux seuls ont été décidés deux fois.",
                terms.practitioners(population.practitioners()) + ", of whom " + few(population.touched())
                        + " can be touched by an edit: they alone were decided twice.");
        String rejected = population.rejected() + population.practitionersRejected() == 0
                ? ""
                : terms.say(
                        " Lignes écartées à la lecture\u00A0: " + terms.number(population.rejected()) + ", dont "
                                + terms.practitioners(population.practitionersRejected()) + ".",
                        " Rows set aside when reading: " + terms.number(population.rejected()) + ", of them "
                                + terms.practitioners(population.practitionersRejected()) + ".");
        add(words, terms.say("La cohorte", "The cohort"), touched + rejected);
    }

    private String few(long count) {
        return terms.tooFew(count)
                ? terms.say("moins de ", "fewer than ")
                        + terms.impact().smallestGroup().getAsInt()
                : terms.number(count);
    }

    private void sources(List<List<Span>> words) {
        Map<Confidence, Long> strengths = new TreeMap<>();
        terms.impact().edits().forEach(edit -> citations
                .of(edit.edit())
                .ifPresent(citation -> strengths.merge(citation.confidence(), 1L, Long::sum)));
        if (strengths.isEmpty()) {
            return;
        }
        List<Span> line = new ArrayList<>(List.of(
                Span.strong(terms.say("Les sources", "Sources")),
                Span.text(terms.say(" des lignes modifiées\u00A0: ", " of the rows edited: "))));
        strengths.forEach((confidence, count) -> {
            line.add(Span.confidence(confidence));
            line.add(Span.text("\u00A0× " + count + " "));
        });
        words.add(line);
    }

    private static void add(List<List<Span>> words, String name, String text) {
        words.add(List.of(Span.strong(name), Span.text(" " + text)));
    }
}
