package fr.optam.report.impact;

import fr.optam.compare.impact.FindingTotal;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.util.List;

/** Findings that came and went. */
final class FindingsPart {
    private final Terms terms;

    FindingsPart(Terms terms) {
        this.terms = terms;
    }

    Section section() {
        return new Section(
                "constats",
                terms.say("Constats", "Findings"),
                List.of(),
                List.of(),
                List.of(DataTable.of(
                        "constats-table",
                        terms.say("Constats apparus et disparus", "Findings that came and went"),
                        "plain",
                        List.of(
                                Head.of(terms.say("Constat", "Finding")),
                                Head.of(terms.say("Apparus", "Came"), "number"),
                                Head.of(terms.say("Disparus", "Went"), "number")),
                        terms.impact().findings().stream().map(this::finding).toList())));
    }

    private Row finding(FindingTotal total) {
        String label = terms.say(total.label());
        return Row.of(List.of(
                List.of(Span.text(label.isEmpty() ? total.code() : label)),
                List.of(Span.text(total.gained() < 0 ? terms.hidden() : terms.number(total.gained()))),
                List.of(Span.text(total.lost() < 0 ? terms.hidden() : terms.number(total.lost())))));
    }
}
