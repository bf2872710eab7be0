package fr.optam.report.impact;

import fr.optam.compare.impact.EditEffect;
import fr.optam.compare.impact.EditView;
import fr.optam.compare.impact.Figures;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import fr.optam.rulebook.table.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The edits: what was, what is, what it does, and what taking it back would undo. */
final class EditsPart {
    private static final int LONG = 140;

    private final Terms terms;
    private final Citations citations;

    EditsPart(Terms terms, Citations citations) {
        this.terms = terms;
        this.citations = citations;
    }

    List<Section> sections() {
        List<EditEffect> all = terms.impact().edits();
        if (all.isEmpty()) {
            return List.of();
        }
        List<EditEffect> effective = all.stream()
                .filter(edit -> edit.reach() == EditEffect.Reach.EFFECT)
                .toList();
        List<EditEffect> idle = all.stream()
                .filter(edit -> edit.reach() != EditEffect.Reach.EFFECT)
                .toList();
        List<DataTable> tables = new ArrayList<>();
        if (!effective.isEmpty()) {
            tables.add(effects(effective));
        }
        if (!idle.isEmpty()) {
            tables.add(idle(idle));
        }
        List<Section> sections = new ArrayList<>(List.of(new Section(
                "modifications", terms.say("Les modifications", "The edits"), List.of(), List.of(), tables)));
        if (!terms.impact().causes().isEmpty() && !terms.impact().totals().hidden()) {
            sections.add(new CausesPart(terms).section(effective));
        }
        return sections;
    }

    private DataTable effects(List<EditEffect> edits) {
        return DataTable.of(
                "modifications-effet",
                terms.say("Modifications qui changent une réponse", "Edits that change an answer"),
                "stack",
                List.of(
                        Head.of(terms.say("N°", "No")),
                        Head.of(terms.say("Modification", "Edit"), "long"),
                        Head.of(terms.say("Réponses changées", "Changed answers"), "number"),
                        Head.of(terms.say("Gagné", "Gained"), "number"),
                        Head.of(terms.say("Perdu", "Lost"), "number"),
                        Head.of(terms.say("La retirer seule annule", "Taking it back alone undoes"))),
                edits.stream().map(this::effect).toList());
    }

    private Row effect(EditEffect effect) {
        return new Row(
                "edit-" + effect.edit().name(),
                "",
                List.of(
                        List.of(Span.text(effect.edit().name())),
                        change(effect.edit()),
                        List.of(Span.text(terms.of(effect.part(), f -> terms.number(f.answers())))),
                        List.of(Span.text(terms.of(effect.part(), f -> terms.signed(f.gain())))),
                        List.of(Span.text(terms.of(effect.part(), f -> terms.signed(f.loss())))),
                        List.of(Span.text(terms.of(effect.reverting(), this::undone)))),
                List.of());
    }

    private String undone(Figures figures) {
        return figures.answers() == 0
                ? terms.say("rien\u00A0: d’autres modifications suffisent", "nothing: other edits suffice")
                : terms.answers(figures.answers())
                        + terms.say(" de ", " of ")
                        + terms.practitioners(figures.changed())
                        + ", "
                        + terms.signed(figures.balance());
    }

    /** The row and cell, what stood there and what stands there, and how strong its source is. */
    private List<Span> change(EditView edit) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.strong(title(edit)));
        if (!edit.old().isEmpty() || !edit.now().isEmpty()) {
            spans.add(Span.lineBreak());
            if (!edit.old().isEmpty() || !edit.column().isEmpty()) {
                spans.add(value(edit.old(), "old"));
            }
            if (!edit.column().isEmpty() || !edit.old().isEmpty() && !edit.now().isEmpty()) {
                spans.add(Span.sign(" → "));
            }
            if (!edit.now().isEmpty() || !edit.column().isEmpty()) {
                spans.add(value(edit.now(), "new"));
            }
        }
        spans.add(Span.lineBreak());
        spans.add(Span.code(edit.place()));
        Optional<Citation> citation = citations.of(edit);
        citation.ifPresent(cited -> {
            spans.add(Span.text(" "));
            spans.add(Span.confidence(cited.confidence()));
            spans.add(Span.soft(" " + String.join(", ", cited.sources())));
        });
        return spans;
    }

    /** The title without the values that stand below it. */
    private String title(EditView edit) {
        String title = terms.say(edit.title());
        String first = edit.old().isEmpty() ? edit.now() : edit.old();
        int at = first.isEmpty() ? -1 : title.indexOf(first);
        String head = at <= 0 ? title : title.substring(0, at);
        String bare = head.replace(empty(), "").replaceAll("[\\s\u00A0:,→(]+$", "");
        return bare.isEmpty() ? title : bare;
    }

    private String empty() {
        return terms.say("(vide)", "(empty)");
    }

    private Span value(String value, String kind) {
        if (value.isEmpty()) {
            return Span.soft(empty());
        }
        return value.length() <= LONG
                ? new Span(kind, value, "", "", "")
                : new Span(
                        kind,
                        value.substring(0, value.offsetByCodePoints(0, LONG)).strip() + "…",
                        "",
                        "",
                        value);
    }

    private DataTable idle(List<EditEffect> edits) {
        return DataTable.of(
                "modifications-sans-effet",
                terms.say("Modifications sans effet dans cette cohorte", "Edits without effect in this cohort"),
                "stack",
                List.of(
                        Head.of(terms.say("N°", "No")),
                        Head.of(terms.say("Modification", "Edit"), "long"),
                        Head.of(terms.say("Pourquoi", "Why"))),
                edits.stream()
                        .map(edit -> new Row(
                                "edit-" + edit.edit().name(),
                                "",
                                List.of(
                                        List.of(Span.text(edit.edit().name())),
                                        change(edit.edit()),
                                        List.of(Span.text(why(edit)))),
                                List.of()))
                        .toList());
    }

    private String why(EditEffect edit) {
        return edit.reach() == EditEffect.Reach.UNREACHED
                ? terms.say("aucun praticien n’est concerné", "no practitioner comes near it")
                : terms.say(
                        "des praticiens sont concernés, aucune réponse n’en dépend",
                        "practitioners come near it, no answer depends on it");
    }
}
