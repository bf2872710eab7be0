package fr.optam.cli;

import fr.optam.decision.RulebookId;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Frame;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.scenario.FiringCoverage;
import fr.optam.scenario.ScenarioReport;
import fr.optam.scenario.ScenarioResult;
import fr.optam.scenario.coverage.CellCoverage;
import fr.optam.scenario.coverage.RowCoverage;
import fr.optam.scenario.coverage.TableCoverage;
import fr.optam.scenario.coverage.TablesCoverage;
import java.util.ArrayList;
import java.util.List;

/** Results and coverage of the scenarios as one page. */
final class CoveragePage {
    private static final int NAMES = 4;
    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String WARN = "warn";

    private final Lang lang;
    private final ScenarioReport report;
    private final FiringCoverage firings;
    private final TablesCoverage tables;

    CoveragePage(Lang lang, ScenarioReport report, FiringCoverage firings, TablesCoverage tables) {
        this.lang = lang;
        this.report = report;
        this.firings = firings;
        this.tables = tables;
    }

    String of(RulebookId rulebook) {
        Frame frame = Frame.of(
                rulebook,
                lang.say("Couverture des scénarios", "Coverage of the scenarios"),
                lang.say(
                        "Ce que les scénarios montrent de chaque règle, de chaque ligne et de chaque cellule.",
                        "What the scenarios show of each rule, each row and each cell."),
                lang);
        List<Section> sections = new ArrayList<>();
        sections.add(summary());
        if (!report.failures().isEmpty()) {
            sections.add(failures());
        }
        tables.tables().forEach(table -> sections.add(table(table)));
        sections.add(rules());
        return HtmlPage.of(frame, sections, lang);
    }

    private Section summary() {
        int all = report.results().size();
        int failed = report.failures().size();
        long open = tables.cells(c -> !c.always());
        List<Section.Figure> figures = List.of(
                figure(all - failed, all, "scénarios tenus", "scenarios passed"),
                figure(
                        tables.rows().stream().filter(RowCoverage::both).count(),
                        tables.rows().size(),
                        "lignes appliquées et muettes",
                        "rows fired and silent"),
                figure(
                        tables.cells(c -> !c.lacksASide()),
                        tables.cells().size(),
                        "cellules vues des deux côtés",
                        "cells seen on both sides"),
                figure(
                        tables.cells(c -> !c.alone().isEmpty()),
                        open,
                        "cellules qui ont décidé seules",
                        "cells that decided alone"));
        return new Section(
                "resume",
                lang.say("Résumé", "Summary"),
                List.of(
                        List.of(Span.text(lang.say(
                                "Une cellule de condition est vue vraie ou fausse quand un scénario lui présente une"
                                        + " valeur connue. Elle décide seule quand toutes les autres conditions de sa"
                                        + " ligne sont remplies et qu’elle ne l’est pas : c’est la mesure forte.",
                                "A condition cell is seen true or false when a scenario shows it a known value. It"
                                        + " decides alone when every other condition of its row holds and it does not:"
                                        + " this is the strong measure."))),
                        List.of(
                                Span.badge(lang.say("V", "T"), GOOD),
                                Span.text(lang.say(" vraie, ", " true, ")),
                                Span.badge("F", GOOD),
                                Span.text(lang.say(" fausse, ", " false, ")),
                                Span.badge(lang.say("S", "A"), GOOD),
                                Span.text(lang.say(
                                        " a décidé seule, avec le nombre de scénarios.",
                                        " decided alone, with the number of scenarios.")))),
                figures,
                List.of());
    }

    private Section.Figure figure(long figure, long of, String fr, String en) {
        String tone = figure == of ? GOOD : figure == 0 ? BAD : WARN;
        return new Section.Figure(figure + "\u00a0/\u00a0" + of, lang.say(fr, en), tone);
    }

    private Section failures() {
        List<DataTable.Row> rows = report.failures().stream().map(this::failure).toList();
        DataTable table = DataTable.of(
                "echecs-table",
                lang.say("Scénarios en échec", "Scenarios that fail"),
                "stack",
                List.of(
                        DataTable.Head.of(lang.say("Scénario", "Scenario")),
                        DataTable.Head.of(lang.say("Phrase", "Sentence"), "long"),
                        DataTable.Head.of(lang.say("Différences", "Differences"), "long")),
                rows);
        return new Section("echecs", lang.say("Échecs", "Failures"), List.of(), List.of(), List.of(table));
    }

    private DataTable.Row failure(ScenarioResult result) {
        List<Span> lines = new ArrayList<>();
        for (String line : result.lines(lang == Lang.FR)) {
            if (!lines.isEmpty()) {
                lines.add(Span.lineBreak());
            }
            lines.add(Span.text(line));
        }
        return new DataTable.Row(
                "",
                BAD,
                List.of(List.of(Span.strong(result.name())), List.of(Span.text(result.title())), lines),
                List.of());
    }

    private Section table(TableCoverage coverage) {
        List<DataTable.Head> heads = new ArrayList<>();
        heads.add(DataTable.Head.of("Id"));
        for (ConditionColumn column : coverage.table().conditions()) {
            heads.add(new DataTable.Head(column.header(), List.of(Span.soft(column.field())), ""));
        }
        String file = coverage.table().file();
        DataTable table = DataTable.of(
                file + "-table",
                file + " — " + lang.say("interrogée dans ", "asked in ") + coverage.asked()
                        + lang.say(" scénarios", " scenarios"),
                "wide",
                heads,
                coverage.rows().stream().map(row -> row(coverage, row)).toList());
        return new Section(file, title(coverage), List.of(), List.of(), List.of(table));
    }

    private static String title(TableCoverage coverage) {
        String[] parts = coverage.table().file().split("/");
        String name = coverage.table().name();
        return parts[0].equals("overlays") ? name + " (" + parts[1] + ")" : name;
    }

    private DataTable.Row row(TableCoverage table, RowCoverage row) {
        List<List<Span>> cells = new ArrayList<>();
        cells.add(List.of(
                Span.strong(row.row().id()),
                Span.lineBreak(),
                badge(lang.say("appliquée ", "fired "), row.fired().size(), BAD),
                Span.text(" "),
                badge(lang.say("muette ", "silent "), row.silentIn(), WARN)));
        for (ConditionColumn column : table.table().conditions()) {
            cells.add(row.cells().stream()
                    .filter(c -> c.cell().column().equals(column))
                    .findFirst()
                    .map(this::cell)
                    .orElse(List.of(Span.soft("–"))));
        }
        String tone = row.fired().isEmpty() ? BAD : row.decisive() ? GOOD : "";
        return new DataTable.Row(table.table().file() + ":" + row.row().id(), tone, cells, names(row.fired()));
    }

    private List<Span> names(List<String> names) {
        if (names.isEmpty()) {
            return List.of(Span.text(lang.say("Aucun scénario ne l’applique.", "No scenario fires it.")));
        }
        String more = names.size() > NAMES
                ? lang.say(" et ", " and ") + (names.size() - NAMES) + lang.say(" autres", " more")
                : "";
        return List.of(
                Span.soft(lang.say("Appliquée par ", "Fired by ")),
                Span.text(String.join(", ", names.subList(0, Math.min(NAMES, names.size()))) + more));
    }

    private List<Span> cell(CellCoverage cell) {
        ConditionCell shown = cell.cell();
        List<Span> spans = new ArrayList<>(List.of(
                Span.code(shown.text()),
                Span.lineBreak(),
                badge(lang.say("V\u00a0", "T\u00a0"), cell.seenTrue().size(), BAD)));
        if (cell.always()) {
            spans.add(Span.soft(lang.say(" toujours vraie", " always true")));
        } else {
            spans.add(Span.text(" "));
            spans.add(badge("F\u00a0", cell.seenFalse().size(), BAD));
            spans.add(Span.text(" "));
            spans.add(badge(lang.say("S\u00a0", "A\u00a0"), cell.alone().size(), WARN));
        }
        return spans;
    }

    private static Span badge(String word, int count, String lacking) {
        return Span.badge(word + count, count > 0 ? GOOD : lacking);
    }

    private Section rules() {
        List<DataTable.Row> rows = new ArrayList<>();
        firings.firedIn()
                .forEach((rule, count) -> rows.add(new DataTable.Row(
                        "regle-" + rule,
                        count == 0 || count == firings.decided() ? BAD : "",
                        List.of(
                                List.of(Span.code(rule)),
                                List.of(Span.text(String.valueOf(count))),
                                List.of(Span.text(String.valueOf(firings.decided() - count)))),
                        List.of())));
        DataTable table = DataTable.of(
                "regles-table",
                lang.say(
                        "Nombre de scénarios dans lesquels chaque règle ou ligne s’applique ou se tait",
                        "Number of scenarios in which each rule or row fires or is silent"),
                "list",
                List.of(
                        DataTable.Head.of(lang.say("Règle ou ligne", "Rule or row")),
                        DataTable.Head.of(lang.say("Appliquée", "Fired"), "number"),
                        DataTable.Head.of(lang.say("Muette", "Silent"), "number")),
                rows);
        return new Section(
                "regles",
                lang.say("Toutes les règles et lignes", "All rules and rows"),
                List.of(),
                List.of(),
                List.of(table));
    }
}
