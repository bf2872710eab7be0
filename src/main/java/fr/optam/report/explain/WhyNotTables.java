package fr.optam.report.explain;

import fr.optam.explain.Failed;
import fr.optam.explain.NotApplied;
import fr.optam.explain.NotAsked;
import fr.optam.explain.Reading;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules and rows that did not apply, table by table, those that came nearest first. */
final class WhyNotTables {
    private static final int VALUES = 5;

    private final Dossier dossier;
    private final Subjects subjects;
    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private final Map<Integer, Group> places = new HashMap<>();

    /** A rule with the conditions that failed, whatever the values read. */
    private record Key(String rule, List<String> failed) {}

    /** One rule, everything it was asked about with the same conditions failing. */
    final class Group {
        private final int number;
        private final NotApplied first;
        private final Set<String> facts = new LinkedHashSet<>();
        private final List<Set<String>> read = new ArrayList<>();

        private Group(int number, NotApplied first) {
            this.number = number;
            this.first = first;
            first.failed().forEach(each -> read.add(new LinkedHashSet<>()));
        }

        private void add(NotApplied each) {
            facts.addAll(each.facts());
            for (int i = 0; i < each.failed().size(); i++) {
                read.get(i).add(values(each.failed().get(i)));
            }
        }

        String rule() {
            return first.rule();
        }

        String anchor() {
            return "non-" + number;
        }

        boolean outside() {
            return first.failed().stream().anyMatch(each -> each.validity() && !each.open());
        }

        int size() {
            return first.failed().size();
        }
    }

    /** One table or file. @param summary its name and how many rows @param table its rows */
    record Part(String summary, DataTable table) {}

    WhyNotTables(Dossier dossier, Subjects subjects) {
        this.dossier = dossier;
        this.subjects = subjects;
        List<NotApplied> all = dossier.account().explanation().notApplied();
        for (int i = 0; i < all.size(); i++) {
            NotApplied each = all.get(i);
            Key key =
                    new Key(each.rule(), each.failed().stream().map(Failed::at).toList());
            Group group = groups.computeIfAbsent(key, k -> new Group(groups.size() + 1, each));
            group.add(each);
            places.put(i, group);
        }
    }

    /** The groups of some places, nearest first, those outside their validity left out. */
    List<Group> nearest(List<Integer> some, int most, String phase) {
        return new LinkedHashSet<>(some.stream().map(places::get).toList())
                .stream()
                        .filter(group -> !group.outside())
                        .sorted(Comparator.comparing(
                                        (Group group) -> !phase(group).equals(phase))
                                .thenComparingInt(Group::size))
                        .limit(most)
                        .toList();
    }

    private String phase(Group group) {
        Rule rule = dossier.rulebook().rules().get(group.rule());
        return rule == null ? "" : rule.stage().phase();
    }

    /** A part for each table, then one for each file of rules. */
    List<Part> parts() {
        Map<String, List<Group>> byTable = new LinkedHashMap<>();
        groups.values().stream()
                .sorted(Comparator.comparing(group -> group.first.table().isEmpty()))
                .forEach(group -> byTable.computeIfAbsent(place(group.first), key -> new ArrayList<>())
                        .add(group));
        List<Part> parts = new ArrayList<>();
        byTable.forEach((place, list) -> parts.add(part(parts.size() + 1, place, list)));
        return parts;
    }

    private static String place(NotApplied each) {
        return each.at().substring(0, each.at().indexOf('!'));
    }

    private Part part(int number, String place, List<Group> list) {
        List<Row> rows = list.stream()
                .sorted(Comparator.comparing(Group::outside).thenComparingInt(Group::size))
                .map(this::row)
                .toList();
        long rules = list.stream().map(Group::rule).distinct().count();
        String summary = place
                + dossier.colon("", "")
                + rules
                + (rules > 1
                        ? dossier.say(" lignes ou règles ne se sont pas appliquées", " rows or rules did not apply")
                        : dossier.say(" ligne ou règle ne s’est pas appliquée", " row or rule did not apply"));
        return new Part(
                summary,
                DataTable.of(
                        "pourquoi-pas-" + number,
                        summary,
                        "stack",
                        List.of(
                                Head.of(dossier.say("Ligne ou règle", "Row or rule")),
                                Head.of(dossier.say("Interrogée pour", "Asked about")),
                                Head.of(dossier.say("Conditions non remplies", "Conditions that failed"), "long")),
                        rows));
    }

    private Row row(Group group) {
        List<Span> head = new ArrayList<>(List.of(
                Span.code(group.rule()),
                Span.lineBreak(),
                Span.soft(group.first.at().substring(group.first.at().indexOf('!') + 1))));
        if (group.outside()) {
            head.add(Span.lineBreak());
            head.add(Span.badge(dossier.say("hors période", "outside validity"), "plain"));
        }
        List<Span> failed = new ArrayList<>();
        Failed decided = group.first.failed().isEmpty() ? null : group.first.first();
        for (int i = 0; i < group.size(); i++) {
            if (i > 0) {
                failed.add(Span.lineBreak());
            }
            failed.addAll(condition(group.first.failed().get(i), group.read.get(i), decided));
        }
        return new Row(
                group.anchor(),
                group.outside() ? "" : group.size() == 1 ? "warn" : "",
                List.of(head, subjects.of(group.facts), failed),
                List.of());
    }

    private List<Span> condition(Failed failed, Set<String> read, Failed decided) {
        List<Span> spans = new ArrayList<>();
        boolean table = !failed.test().isEmpty();
        String labels = String.join(
                ", ",
                failed.readings().stream()
                        .map(reading -> dossier.say(reading.fr(), reading.en()))
                        .toList());
        if (table) {
            spans.add(Span.soft(failed.at() + "\u00A0 "));
            spans.add(failed == decided ? Span.strong(labels) : Span.text(labels));
            spans.add(Span.text(dossier.say("\u00A0: voulu «\u00A0", ": wanted “")
                    + dossier.say(failed.wanted())
                    + dossier.say("\u00A0», lu ", "”, read ")));
            spans.add(Span.text(values(read)));
        } else {
            String wanted = dossier.say(failed.wanted());
            spans.add(
                    wanted.equals(failed.condition())
                            ? Span.code(wanted)
                            : failed == decided ? Span.strong(wanted) : Span.text(wanted));
            spans.add(Span.text(dossier.say("\u00A0: lu ", ": read ") + values(read)));
        }
        if (failed.open()) {
            spans.add(Span.text(" "));
            spans.add(Span.badge(dossier.say("non renseigné", "not known"), "warn"));
        } else if (failed.validity()) {
            spans.add(Span.soft(dossier.say(" (validité de la ligne)", " (validity of the row)")));
        }
        return spans;
    }

    private String values(Set<String> read) {
        List<String> some = read.stream().limit(VALUES).toList();
        return String.join(dossier.say("\u00A0; ", "; "), some)
                + (read.size() > VALUES
                        ? dossier.say(
                                " et " + (read.size() - VALUES) + " autres", " and " + (read.size() - VALUES) + " more")
                        : "");
    }

    /** The values that a condition read; several with their labels. */
    private String values(Failed failed) {
        Paths paths = new Paths(dossier);
        boolean one = failed.readings().size() == 1;
        return String.join(
                ", ",
                failed.readings().stream()
                        .map(reading ->
                                (one ? "" : dossier.say(reading.fr(), reading.en()) + " = ") + value(paths, reading))
                        .toList());
    }

    private String value(Paths paths, Reading reading) {
        if (!reading.unknown().isEmpty()) {
            return dossier.say("rien (fait non renseigné)", "nothing (fact not given)");
        }
        return reading.value().isEmpty()
                ? dossier.say("aucune valeur", "no value")
                : paths.value(reading.field(), reading.value());
    }

    /** Rules that had nothing to look at. */
    List<DataTable> notAsked() {
        List<NotAsked> all = dossier.account().explanation().notAsked();
        return all.isEmpty()
                ? List.of()
                : List.of(DataTable.of(
                        "non-interrogees",
                        dossier.say(
                                "Lignes et règles qui n’avaient rien à examiner, faute d’un fait de leur sorte",
                                "Rows and rules that had nothing to look at, for want of a fact of their kind"),
                        "stack",
                        List.of(
                                Head.of(dossier.say("Fichier", "File")),
                                Head.of(dossier.say("Sorte de fait", "Kind of fact")),
                                Head.of(dossier.say("Lignes et règles", "Rows and rules"), "long")),
                        all.stream()
                                .map(each -> Row.of(List.of(
                                        List.of(Span.code(each.file())),
                                        List.of(Span.text(each.kind())),
                                        List.of(Span.text(String.join(", ", each.rules()))))))
                                .toList()));
    }
}
