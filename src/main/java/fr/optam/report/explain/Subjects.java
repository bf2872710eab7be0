package fr.optam.report.explain;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What rules were asked about: few by name, many as a group that the page lists once. */
final class Subjects {
    private static final int FEW = 4;

    private final Dossier dossier;
    private final Map<List<String>, Integer> groups = new LinkedHashMap<>();

    Subjects(Dossier dossier) {
        this.dossier = dossier;
    }

    /** Names of facts as a line; nothing for the practitioner-year. */
    List<Span> of(Collection<String> facts) {
        List<String> names = new TreeSet<>(facts.stream()
                        .filter(fact -> !fact.isEmpty())
                        .map(this::name)
                        .toList())
                .stream().toList();
        if (names.isEmpty()) {
            return List.of(Span.soft(dossier.say("l’année du praticien", "the practitioner-year")));
        }
        if (names.size() <= FEW) {
            return List.of(Span.text(String.join(", ", names)));
        }
        int group = groups.computeIfAbsent(names, key -> groups.size() + 1);
        return List.of(
                Span.text(names.size() + dossier.say(" faits, ", " facts, ")),
                Span.link(dossier.say("groupe\u00A0", "group\u00A0") + group, "#groupe-" + group));
    }

    private String name(String fact) {
        if (fact.startsWith("acts.")) {
            return fact.substring("acts.".length())
                    .replace(".modifiers.", "\u00A0")
                    .replace("[WITHOUT_OPTION]", dossier.say(" (sans l’option)", " (without the option)"));
        }
        return dossier.label(List.of("COMPONENT", "OPTION", "CATEGORY"), fact);
    }

    /** The groups that were named so far. */
    List<DataTable> table() {
        List<Row> rows = new ArrayList<>();
        groups.forEach((names, number) -> rows.add(new Row(
                "groupe-" + number,
                "",
                List.of(
                        List.of(Span.text(dossier.say("Groupe\u00A0", "Group\u00A0") + number)),
                        List.of(Span.text(String.valueOf(names.size()))),
                        List.of(Span.text(String.join(", ", names)))),
                List.of())));
        return rows.isEmpty()
                ? List.of()
                : List.of(DataTable.of(
                        "groupes",
                        dossier.say(
                                "Groupes d’actes et de modificateurs cités plus haut",
                                "Groups of acts and modifiers named above"),
                        "plain",
                        List.of(
                                Head.of(dossier.say("Groupe", "Group")),
                                Head.of(dossier.say("Nombre", "Number"), "number"),
                                Head.of(dossier.say("Lesquels", "Which"))),
                        rows));
    }
}
