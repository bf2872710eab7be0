package fr.optam.report.impact;

import fr.optam.compare.impact.EditEffect;
import fr.optam.compare.impact.Figures;
import fr.optam.compare.impact.Gate;
import fr.optam.compare.impact.Impact;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;

/** What stands first: the finding, the large figures, the limits. */
final class InShort {
    private final Terms terms;
    private final Impact impact;

    InShort(Terms terms) {
        this.terms = terms;
        this.impact = terms.impact();
    }

    Section section(boolean cases) {
        List<List<Span>> words = new ArrayList<>();
        if (cases && !impact.population().synthetic()) {
            words.add(List.of(
                    Span.badge(terms.say("Données personnelles", "Personal data"), "bad"),
                    Span.text(terms.say(
                            " Cette page nomme des praticiens. Elle ne peut être ni publiée ni transmise en l’état.",
                            " This page names practitioners. It must not be published or passed on as it is."))));
        }
        words.add(List.of(Span.strong(finding())));
        about(words);
        return new Section(
                "essentiel",
                terms.say("L’essentiel", "In short"),
                words,
                impact.totals().figures().map(this::figures).orElse(List.of()),
                impact.gates().isEmpty() ? List.of() : List.of(gates()));
    }

    /** The sentence that says it all. */
    String finding() {
        if (impact.totals().hidden()) {
            return terms.say(
                    "Les chiffres sont masqués\u00A0: ils feraient connaître un trop petit groupe de praticiens.",
                    "Figures are hidden: they would tell of too small a group of practitioners.");
        }
        Figures all = impact.totals().figures().orElseThrow();
        long asked = impact.population().practitioners();
        if (all.changed() == 0) {
            return impact.edits().isEmpty()
                    ? terms.say(
                            "Les deux référentiels disent la même chose\u00A0: aucune réponse ne change.",
                            "Both rulebooks say the same: no answer changes.")
                    : terms.say(
                            "Aucune réponse ne change pour " + terms.practitioners(asked) + ".",
                            "No answer changes for " + terms.practitioners(asked) + ".");
        }
        return terms.say(
                        "Sur " + terms.practitioners(asked) + ", " + terms.number(all.changed()) + " ("
                                + terms.percent(Terms.rate(all.changed(), asked))
                                + (all.changed() < 2 ? ") reçoit" : ") reçoivent") + " au moins une autre réponse. ",
                        "Of " + terms.practitioners(asked) + ", " + terms.number(all.changed()) + " ("
                                + terms.percent(Terms.rate(all.changed(), asked))
                                + (all.changed() == 1 ? ") gets" : ") get") + " at least one other answer. ")
                + euros(all);
    }

    private String euros(Figures all) {
        if (all.gain() == 0 && all.loss() == 0) {
            return terms.say("Aucun euro n’est gagné ni perdu.", "No euro is gained or lost.");
        }
        return terms.say(
                terms.number(all.gaining()) + (all.gaining() < 2 ? " gagne " : " gagnent ") + terms.amount(all.gain())
                        + ", " + terms.number(all.losing()) + (all.losing() < 2 ? " perd " : " perdent ")
                        + terms.amount(-all.loss()) + "\u00A0; solde " + terms.signed(all.balance()) + ".",
                terms.number(all.gaining()) + (all.gaining() == 1 ? " gains " : " gain ") + terms.amount(all.gain())
                        + ", " + terms.number(all.losing()) + (all.losing() == 1 ? " loses " : " lose ")
                        + terms.amount(-all.loss()) + "; balance " + terms.signed(all.balance()) + ".");
    }

    private void about(List<List<Span>> words) {
        List<EditEffect> edits = impact.edits();
        long idle = edits.stream()
                .filter(edit -> edit.reach() != EditEffect.Reach.EFFECT)
                .count();
        if (!edits.isEmpty()) {
            words.add(List.of(Span.text(terms.count(edits.size(), "modification", "modifications", "edit", "edits")
                    + (idle == 0
                            ? "."
                            : terms.say(
                                    ", dont " + idle + " sans effet ici.", ", " + idle + " without effect here.")))));
        }
        impact.unrecorded()
                .figures()
                .filter(figures -> figures.changed() > 0)
                .ifPresent(
                        figures -> words.add(
                                List.of(
                                        Span.soft(
                                                terms.say(
                                                        "Pour " + terms.practitioners(figures.changed())
                                                                + ", seules changent des lettres facturables des deux côtés, qu’un calcul enregistré ne garde pas.",
                                                        "For " + terms.practitioners(figures.changed())
                                                                + " only letters change that both sides find billable, which a recorded run does not keep.")))));
    }

    private List<Section.Figure> figures(Figures all) {
        return List.of(
                new Section.Figure(
                        terms.number(all.changed()),
                        terms.say(
                                "praticiens sur "
                                        + terms.number(impact.population().practitioners())
                                        + " reçoivent une autre réponse",
                                "practitioners of "
                                        + terms.number(impact.population().practitioners()) + " get another answer"),
                        ""),
                new Section.Figure(
                        terms.signed(all.gain()),
                        terms.say("gagnés par ", "gained by ") + terms.practitioners(all.gaining()),
                        "good"),
                new Section.Figure(
                        terms.signed(all.loss()),
                        terms.say("perdus par ", "lost by ") + terms.practitioners(all.losing()),
                        "bad"),
                new Section.Figure(terms.signed(all.balance()), terms.say("de solde", "balance"), ""));
    }

    private DataTable gates() {
        return DataTable.of(
                "limites",
                terms.say("Limites demandées", "Limits asked for"),
                "stack",
                List.of(
                        Head.of(terms.say("Limite", "Limit")),
                        Head.of(terms.say("Au plus", "At most"), "number"),
                        Head.of(terms.say("Mesuré", "Measured"), "number"),
                        Head.of(terms.say("Verdict", "Verdict"))),
                impact.gates().stream().map(this::gate).toList());
    }

    private DataTable.Row gate(Gate gate) {
        return new DataTable.Row(
                "",
                gate.passed() ? "good" : "bad",
                List.of(
                        List.of(Span.code(gate.name())),
                        List.of(Span.text(gate.limit())),
                        List.of(Span.text(gate.measured())),
                        List.of(
                                gate.passed()
                                        ? Span.badge(terms.say("tenue", "kept"), "good")
                                        : Span.badge(terms.say("dépassée", "exceeded"), "bad"))),
                List.of());
    }
}
