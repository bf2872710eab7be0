package fr.optam.cli;

import fr.optam.report.html.Lang;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.scenario.FiringCoverage;
import fr.optam.scenario.ScenarioReport;
import fr.optam.scenario.coverage.PaintedTable;
import fr.optam.scenario.coverage.TableCoverage;
import fr.optam.scenario.coverage.TablesCoverage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Options that write coverage into files. */
final class CoverageFiles {
    private static final String WORKBOOKS = "--coverage-workbooks";

    @Option(
            names = "--coverage-html",
            paramLabel = "FILE",
            description = "Writes results and coverage as one page, which loads nothing and needs no script.")
    Path html;

    @Option(
            names = WORKBOOKS,
            paramLabel = "DIR",
            description =
                    "Writes copies of the rule tables, each condition cell painted by its coverage, with a comment"
                            + " that names the scenarios.")
    Path workbooks;

    /** Refuses folders that would lie in the rulebook, before anything is done. */
    void check(RulebookOptions rulebook) throws Failure, IOException {
        if (workbooks != null) {
            new AnnotatedFolder(workbooks, WORKBOOKS, rulebook, true).refuseInside();
        }
    }

    /** Writes what is asked for and says where. */
    void write(
            RulebookOptions options,
            ScenarioEngines engines,
            ScenarioReport report,
            FiringCoverage firings,
            TablesCoverage tables,
            boolean french,
            PrintStream told)
            throws Failure, IOException {
        if (html != null) {
            Rulebook rulebook = engines.engine(java.util.List.of()).rulebook();
            CoveragePage page = new CoveragePage(french ? Lang.FR : Lang.EN, report, firings, tables);
            Files.write(html, page.of(rulebook.id()).getBytes(StandardCharsets.UTF_8));
        }
        if (workbooks != null) {
            SortedMap<String, byte[]> copies = new TreeMap<>();
            for (TableCoverage table : tables.tables()) {
                copies.put(table.table().file(), PaintedTable.of(table, file(table.table(), engines), french));
            }
            new AnnotatedFolder(workbooks, WORKBOOKS, options, french).keep(copies, told);
        }
    }

    private static byte[] file(RuleTable table, ScenarioEngines engines) {
        return engines.inUse().values().stream()
                .map(engine -> engine.rulebook())
                .filter(rulebook -> rulebook.tables().values().stream()
                        .anyMatch(t -> t.file().equals(table.file())))
                .findFirst()
                .map(rulebook -> rulebook.files().get("decision-tables/" + table.name() + ".drl.xlsx"))
                .orElseThrow();
    }
}
