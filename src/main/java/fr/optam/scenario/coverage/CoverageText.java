package fr.optam.scenario.coverage;

import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.List;

/** Coverage of the rule tables as a person reads it in a terminal: a short summary, then what is not covered. */
public final class CoverageText {
    private final boolean french;
    private final boolean whole;
    private final StringBuilder out = new StringBuilder();

    private CoverageText(boolean french, boolean whole) {
        this.french = french;
        this.whole = whole;
    }

    /**
     * The coverage in one language.
     *
     * @param whole lists the cells that never decided alone too, not only those of which a side was never seen
     */
    public static String of(TablesCoverage coverage, boolean french, boolean whole) {
        CoverageText text = new CoverageText(french, whole);
        text.summary(coverage);
        coverage.tables().forEach(text::table);
        return text.out.toString();
    }

    private void summary(TablesCoverage coverage) {
        long cells = coverage.cells().size();
        long open = coverage.cells(c -> !c.always());
        line(
                coverage.rows().stream().filter(RowCoverage::both).count(),
                coverage.rows().size(),
                "lignes de tables appliquées dans un scénario et muettes dans un autre",
                "rows of tables fired in a scenario and silent in another");
        line(
                coverage.cells(c -> !c.seenTrue().isEmpty()),
                cells,
                "cellules de condition vues vraies",
                "condition cells seen true");
        line(
                coverage.cells(c -> !c.always() && !c.seenFalse().isEmpty()),
                open,
                "vues fausses" + (open < cells ? " (" + (cells - open) + " ne peuvent pas l’être)" : ""),
                "seen false" + (open < cells ? " (" + (cells - open) + " cannot be)" : ""));
        line(
                coverage.cells(c -> !c.alone().isEmpty()),
                open,
                "ont décidé seules : toutes les autres conditions de la ligne étaient remplies",
                "decided alone: every other condition of the row held");
    }

    private void table(TableCoverage coverage) {
        List<String> lines = new ArrayList<>();
        coverage.rows().forEach(row -> row(row, lines));
        if (!lines.isEmpty()) {
            RuleTable table = coverage.table();
            out.append("  ")
                    .append(table.file())
                    .append('!')
                    .append(table.sheet())
                    .append('\n');
            lines.forEach(line -> out.append("    ").append(line).append('\n'));
        }
    }

    private void row(RowCoverage row, List<String> lines) {
        List<String> lacking = new ArrayList<>();
        if (row.fired().isEmpty()) {
            lacking.add(french ? "jamais appliquée" : "never fired");
        } else if (row.silentIn() == 0) {
            lacking.add(french ? "jamais muette" : "never silent");
        }
        row.cells().forEach(cell -> cell(cell, lacking));
        if (!lacking.isEmpty()) {
            lines.add(row.row().id() + (french ? " : " : ": ") + String.join(", ", lacking));
        }
    }

    private void cell(CellCoverage coverage, List<String> lacking) {
        ConditionCell cell = coverage.cell();
        String where = cell.address() + " «\u00a0" + cell.column().header() + "\u00a0» " + cell.text();
        if (coverage.seenTrue().isEmpty()) {
            lacking.add(where + (french ? " jamais vraie" : " never true"));
        } else if (coverage.lacksASide()) {
            lacking.add(where + (french ? " jamais fausse" : " never false"));
        } else if (whole && coverage.neverAlone()) {
            lacking.add(where + (french ? " n’a jamais décidé seule" : " never decided alone"));
        }
    }

    private void line(long figure, long of, String fr, String en) {
        out.append(figure)
                .append(french ? " sur " : " of ")
                .append(of)
                .append(' ')
                .append(french ? fr : en)
                .append('\n');
    }
}
