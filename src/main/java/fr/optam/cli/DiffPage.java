package fr.optam.cli;

import fr.optam.compare.Change;
import fr.optam.compare.DiffText;
import fr.optam.compare.RulebookDiff;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Frame;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A comparison as a page. */
final class DiffPage {
    private final RulebookDiff diff;
    private final Lang lang;
    private final DiffText words;

    private DiffPage(RulebookDiff diff, boolean french) {
        this.diff = diff;
        this.lang = french ? Lang.FR : Lang.EN;
        this.words = new DiffText(french, false);
    }

    static String of(RulebookDiff diff, boolean french) {
        return new DiffPage(diff, french).page();
    }

    private String page() {
        List<Frame.Fact> about = new ArrayList<>();
        about.add(new Frame.Fact(lang.say("Avant", "Before"), side(diff.before())));
        about.add(new Frame.Fact(lang.say("Après", "After"), side(diff.after())));
        Frame frame = new Frame(
                lang.say("Différences entre deux référentiels", "Differences between two rulebooks"),
                List.of(Span.text(words.summary(diff))),
                about,
                List.of(),
                List.of(Span.text(diff.before().name() + " → " + diff.after().name())));
        return HtmlPage.of(frame, sections(), lang);
    }

    private static List<Span> side(RulebookDiff.Side side) {
        List<Span> spans = new ArrayList<>(List.of(Span.strong(side.name())));
        side.id().ifPresent(id -> {
            spans.add(Span.text(" " + id.version()
                    + (id.overlays().isEmpty() ? "" : " + " + String.join(" + ", id.overlays())) + " "));
            spans.add(Span.code(id.digest()));
        });
        return spans;
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        Map<String, List<Change>> files = new LinkedHashMap<>();
        diff.changes().forEach(c -> files.computeIfAbsent(c.file(), f -> new ArrayList<>())
                .add(c));
        files.forEach((file, changes) ->
                sections.add(new Section(file, file, List.of(), List.of(), List.of(table(file, changes)))));
        List<List<Span>> notes = new ArrayList<>();
        diff.notes()
                .forEach(n -> notes.add(
                        List.of(Span.code(n.file()), Span.text((n.file().isEmpty() ? "" : " ") + lang.say(n.text())))));
        for (RulebookDiff.Side side : List.of(diff.before(), diff.after())) {
            side.problems()
                    .forEach(p -> notes.add(List.of(
                            Span.severity(p.severity().name()),
                            Span.text(" " + side.name() + " "),
                            Span.text(p.text(lang == Lang.FR)))));
        }
        if (!notes.isEmpty()) {
            sections.add(new Section("remarks", lang.say("Remarques", "Remarks"), notes, List.of(), List.of()));
        }
        if (files.isEmpty()) {
            String none = lang.say("Aucune différence.", "No difference.");
            sections.add(0, new Section("none", none, List.of(), List.of(), List.of()));
        }
        return sections;
    }

    private DataTable table(String file, List<Change> changes) {
        List<DataTable.Row> rows = new ArrayList<>();
        changes.forEach(change -> rows.add(row(change)));
        List<DataTable.Head> heads = List.of(
                DataTable.Head.of(lang.say("Place", "Place"), "mark"),
                DataTable.Head.of(lang.say("Ligne ou règle", "Row or rule"), "mark"),
                DataTable.Head.of(lang.say("Colonne ou partie", "Column or part")),
                DataTable.Head.of(lang.say("Modification", "Change")),
                DataTable.Head.of(lang.say("Avant → après", "Before → after"), "long"));
        return DataTable.of(
                "t-" + file.replaceAll("[^A-Za-z0-9]", "-"),
                lang.say("Modifications de ", "Changes of ") + file,
                "stack",
                heads,
                rows);
    }

    private DataTable.Row row(Change change) {
        String name = change.kind().name();
        String tone = name.endsWith("ADDED") ? "good" : name.endsWith("REMOVED") ? "bad" : "";
        Change.Place place = change.place();
        List<Span> values = new ArrayList<>();
        if (!change.old().isEmpty() || !change.now().isEmpty()) {
            values.add(change.old().isEmpty() ? Span.soft(lang.say("(vide)", "(empty)")) : Span.before(change.old()));
            values.add(Span.sign(" → "));
            values.add(change.now().isEmpty() ? Span.soft(lang.say("(vide)", "(empty)")) : Span.after(change.now()));
        }
        change.values().forEach(v -> {
            values.add(Span.soft(v.header() + lang.say(" : ", ": ")));
            values.add(Span.text(v.value()));
            values.add(Span.lineBreak());
        });
        return new DataTable.Row(
                "",
                tone,
                List.of(
                        List.of(Span.code((place.sheet().isEmpty() ? "" : place.sheet() + "!") + place.cell())),
                        List.of(Span.text(change.row())),
                        List.of(Span.text(change.header())),
                        List.of(Span.text(words.word(change.kind()))),
                        values),
                List.of());
    }
}
