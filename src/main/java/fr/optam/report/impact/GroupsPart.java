package fr.optam.report.impact;

import fr.optam.report.html.Section;
import java.util.ArrayList;
import java.util.List;

/** Who gains and who loses: by how much each, and in which groups. */
final class GroupsPart {
    private final Terms terms;

    GroupsPart(Terms terms) {
        this.terms = terms;
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        new SpreadPart(terms).section().ifPresent(sections::add);
        terms.impact().breakdowns().stream()
                .filter(breakdown -> !breakdown.groups().isEmpty())
                .map(breakdown -> new BreakdownPart(terms, breakdown).section())
                .forEach(sections::add);
        if (!terms.impact().findings().isEmpty()) {
            sections.add(new FindingsPart(terms).section());
        }
        return sections;
    }
}
