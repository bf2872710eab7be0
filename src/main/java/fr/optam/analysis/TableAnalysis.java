package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.book.WorkbookReader;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exact analysis of every table of a rulebook over the declared domains of its fields. */
public final class TableAnalysis {
    private TableAnalysis() {}

    /** Everything there is to say, by table. */
    public static List<TableFinding> of(Rulebook rulebook) {
        List<TableFinding> findings = new ArrayList<>();
        Domains domains = Domains.read(rulebook, findings);
        rulebook.tables().values().parallelStream()
                .map(table -> of(rulebook, table, domains))
                .toList()
                .forEach(findings::addAll);
        Periods.find(rulebook, findings);
        return findings;
    }

    /** Everything there is to say of one rule table, as if it stood in a rulebook. */
    public static List<TableFinding> of(Rulebook rulebook, RuleTable table) {
        return of(rulebook, table, Domains.read(rulebook, new ArrayList<>()));
    }

    private static List<TableFinding> of(Rulebook rulebook, RuleTable table, Domains domains) {
        List<TableFinding> findings = new ArrayList<>();
        List<Intent> intents = IntentSheet.read(table, voulus(rulebook, table), findings);
        findings.addAll(of(new GridBuilder(rulebook, table, domains), intents));
        return findings;
    }

    /** What there is to say of one table and its declarations. */
    static List<TableFinding> of(GridBuilder builder, List<Intent> declared) {
        List<TableFinding> findings = new ArrayList<>();
        List<Intent> intents = new ArrayList<>(declared);
        Grid grid = builder.grid(intents);
        Report report = new Report(grid, findings);
        unanalysed(builder, report);
        codes(builder, report);
        intents.removeIf(intent -> misnames(builder, report, intent));
        Meant meant = new Meant(grid, intents);
        new Gaps(grid, meant, report).find();
        new Overlaps(grid, meant, report).find();
        new Merges(grid, meant, report).find();
        new IdleColumns(grid, meant, report).find();
        new YearEnds(grid, report).find();
        for (Intent intent : meant.unused()) {
            report.at(
                    FindingKind.INTENT_UNUSED,
                    intent.place(),
                    new Sentence(
                            "la déclaration " + intent.id() + " ("
                                    + intent.kind().word() + ") ne correspond plus à rien",
                            "declaration " + intent.id() + " (" + intent.kind().word() + ") matches nothing any more"),
                    new Sentence("Peut-être la supprimer.", "Maybe delete it."));
        }
        return findings;
    }

    /** Whether a declaration names a code that its field can't hold; it then declares nothing. */
    private static boolean misnames(GridBuilder builder, Report report, Intent intent) {
        boolean found = false;
        for (Map.Entry<ConditionColumn, Intent.Limit> each : intent.limits().entrySet()) {
            if (each.getValue().operand() instanceof List<?> codes) {
                for (Object code : codes) {
                    String field = each.getKey().field();
                    if (!List.of(String.valueOf(code).split(";")).stream()
                            .allMatch(c -> c.equals(Test.ANY) || builder.knows(field, c))) {
                        found = true;
                        report.at(
                                FindingKind.INTENT,
                                each.getValue().at(),
                                new Sentence(
                                        "déclaration " + intent.id() + ", colonne «\u00a0"
                                                + each.getKey().header() + "\u00a0»\u00a0: le code «\u00a0" + code
                                                + "\u00a0» n’est pas dans le domaine du champ " + field,
                                        "declaration " + intent.id() + ", column «"
                                                + each.getKey().header() + "»: code «" + code
                                                + "» is not in the domain of field " + field),
                                new Sentence("Peut-être une faute de frappe.", "Maybe a typing error."));
                    }
                }
            }
        }
        return found;
    }

    static Optional<Sheet> voulus(Rulebook rulebook, RuleTable table) {
        String start = "decision-tables/" + table.name() + ".drl.";
        for (Map.Entry<String, byte[]> file : rulebook.files().tailMap(start).entrySet()) {
            if (!file.getKey().startsWith(start)) {
                break;
            }
            try {
                return WorkbookReader.read(file.getKey(), file.getValue()).stream()
                        .filter(s -> s.name().equals(IntentSheet.NAME))
                        .findFirst();
            } catch (WorkbookRefused e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static void unanalysed(GridBuilder builder, Report report) {
        for (String field : builder.without()) {
            report.grid()
                    .table()
                    .testing(field)
                    .forEach(column -> report.at(
                            FindingKind.NO_DOMAIN,
                            report.grid().table().sheet() + "!" + Cell.address(report.header(), column.number()),
                            new Sentence(
                                    "la colonne «\u00a0" + column.header()
                                            + "\u00a0» ne peut être analysée\u00a0: le champ " + field
                                            + " n’a pas de domaine",
                                    "column «" + column.header() + "» can't be analysed: field " + field
                                            + " has no domain"),
                            new Sentence(
                                    "Peut-être l’ajouter à " + Domains.TABLE
                                            + " ; d’ici là, seules les valeurs nommées dans la table sont examinées.",
                                    "Maybe add it to " + Domains.TABLE
                                            + "; until then only the values that the table names are looked at.")));
        }
    }

    private static void codes(GridBuilder builder, Report report) {
        RuleTable table = report.grid().table();
        table.rows().forEach(row -> row.conditions().stream()
                .filter(c -> c.column().test() == Test.AMONG)
                .forEach(c -> codes(builder, report, table, c)));
    }

    private static void codes(GridBuilder builder, Report report, RuleTable table, ConditionCell cell) {
        for (Object code : (List<?>) cell.operand()) {
            if (!code.equals(Test.ANY) && !builder.knows(cell.column().field(), String.valueOf(code))) {
                report.at(
                        FindingKind.CODE_OUTSIDE_DOMAIN,
                        table.sheet() + "!" + cell.address(),
                        new Sentence(
                                "colonne «\u00a0" + cell.column().header() + "\u00a0»\u00a0: le code «\u00a0" + code
                                        + "\u00a0» n’est pas dans le domaine du champ "
                                        + cell.column().field(),
                                "column «" + cell.column().header() + "»: code «" + code
                                        + "» is not in the domain of field "
                                        + cell.column().field()),
                        new Sentence(
                                "Peut-être une faute de frappe, ou un code à ajouter à " + Domains.TABLE + ".",
                                "Maybe a typing error, or a code to add to " + Domains.TABLE + "."));
            }
        }
    }
}
