package fr.optam.report.impact;

import fr.optam.compare.impact.EditView;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.RuleRow;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the rows that were edited.
 *
 * @param before rulebook before
 * @param after rulebook after
 */
record Citations(Rulebook before, Rulebook after) {
    /** The citation of the row of an edit, as it is after if the row is still there; empty if the edit is of no row. */
    Optional<Citation> of(EditView edit) {
        return List.of(after, before).stream()
                .flatMap(rulebook -> in(rulebook, edit).stream())
                .findFirst();
    }

    private static Optional<Citation> in(Rulebook rulebook, EditView edit) {
        return Optional.ofNullable(rulebook.tables().get(edit.table()))
                .flatMap(table -> table.row(edit.row()))
                .map(RuleRow::citation)
                .or(() -> rulebook.list(edit.table()).stream()
                        .flatMap(list -> list.rows().stream())
                        .filter(row -> row.id().equals(edit.row()))
                        .findFirst()
                        .map(PlainRow::citation));
    }
}
