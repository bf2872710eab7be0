package fr.optam.scenario.coverage;

import fr.optam.rulebook.book.Colour;
import fr.optam.rulebook.book.LegendLine;
import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.util.List;

/** A copy of a rule table's workbook, each id and condition cell painted and commented with what the scenarios showed. */
public final class PaintedTable {
    private static final int NAMES = 5;

    private final String sheet;
    private final WorkbookCopy copy;
    private final boolean french;

    private PaintedTable(String sheet, WorkbookCopy copy, boolean french) {
        this.sheet = sheet;
        this.copy = copy;
        this.french = french;
    }

    /**
     * Paints a copy.
     *
     * @param file bytes of the workbook; they are not changed
     * @return bytes of the copy
     * @throws IllegalStateException if the bytes are no workbook
     */
    public static byte[] of(TableCoverage coverage, byte[] file, boolean french) {
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            PaintedTable painted = new PaintedTable(coverage.table().sheet(), copy, french);
            coverage.rows().forEach(painted::row);
            copy.legend(WorkbookCopy.OWN_SHEET, painted.legend(coverage));
            return copy.bytes();
        } catch (WorkbookRefused e) {
            throw new IllegalStateException(coverage.table().file() + ": " + e.getMessage(), e);
        }
    }

    private void row(RowCoverage row) {
        String at = row.row().at();
        String address = at.substring(at.lastIndexOf('!') + 1);
        Colour colour =
                row.fired().isEmpty() ? Colour.UNCOVERED : row.silentIn() == 0 ? Colour.WARNING : Colour.COVERED;
        copy.paint(sheet, address, colour);
        copy.comment(
                sheet,
                address,
                said("Appliquée", "Fired", row.fired()) + "\n" + (french ? "Muette : " : "Silent: ") + row.silentIn()
                        + count(row.silentIn()) + ".");
        row.cells().forEach(this::cell);
    }

    private void cell(CellCoverage cell) {
        String address = cell.cell().address();
        copy.paint(sheet, address, colour(cell));
        String text = said("Vraie", "True", cell.seenTrue()) + "\n";
        if (cell.always()) {
            text += french ? "Ne peut pas être fausse : toute heure convient." : "Cannot be false: any hour fits.";
        } else {
            text += said("Fausse", "False", cell.seenFalse()) + "\n"
                    + said("A décidé seule", "Decided alone", cell.alone());
        }
        copy.comment(sheet, address, text);
    }

    private static Colour colour(CellCoverage cell) {
        if (cell.seenTrue().isEmpty()) {
            return Colour.UNCOVERED;
        }
        if (cell.lacksASide()) {
            return Colour.WARNING;
        }
        return cell.neverAlone() ? Colour.HALF_COVERED : Colour.COVERED;
    }

    private String count(int scenarios) {
        return french ? (scenarios < 2 ? " scénario" : " scénarios") : (scenarios == 1 ? " scenario" : " scenarios");
    }

    private String said(String fr, String en, List<String> names) {
        String head = (french ? fr + " : " : en + ": ") + names.size() + count(names.size());
        if (names.isEmpty()) {
            return head + ".";
        }
        String more = names.size() > NAMES ? " …" : "";
        return head + "\n  " + String.join("\n  ", names.subList(0, Math.min(NAMES, names.size()))) + more;
    }

    private List<LegendLine> legend(TableCoverage coverage) {
        int asked = coverage.asked();
        return french
                ? List.of(
                        LegendLine.of(
                                "Couverture de la table par les scénarios (copie ; l’original n’est pas touché)."),
                        LegendLine.of("Table interrogée dans " + asked + count(asked) + "."),
                        LegendLine.of(
                                Colour.COVERED,
                                "Vue vraie et fausse, et a décidé seule : toutes les autres conditions de la ligne"
                                        + " étaient remplies. Pour un Id : appliquée et muette."),
                        LegendLine.of(Colour.HALF_COVERED, "Vue vraie et fausse, mais n’a jamais décidé seule."),
                        LegendLine.of(Colour.WARNING, "Un côté n’a jamais été vu."),
                        LegendLine.of(Colour.UNCOVERED, "Jamais vraie ; pour un Id, jamais appliquée."),
                        LegendLine.of("Le commentaire de chaque cellule nomme les scénarios."))
                : List.of(
                        LegendLine.of("Coverage of the table by the scenarios (a copy; the original is untouched)."),
                        LegendLine.of("The table was asked in " + asked + count(asked) + "."),
                        LegendLine.of(
                                Colour.COVERED,
                                "Seen true and false, and decided alone: every other condition of the row held. For an"
                                        + " id: fired and silent."),
                        LegendLine.of(Colour.HALF_COVERED, "Seen true and false, but never decided alone."),
                        LegendLine.of(Colour.WARNING, "One side was never seen."),
                        LegendLine.of(Colour.UNCOVERED, "Never true; for an id, never fired."),
                        LegendLine.of("The comment of each cell names the scenarios."));
    }
}
