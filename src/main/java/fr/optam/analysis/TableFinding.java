package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookProblem;
import java.util.List;

/**
 * What analysis found in a table.
 *
 * @param kind what it is
 * @param table name of the rule table or list, {@code modifiers/droits}
 * @param file path of the workbook below the rulebook
 * @param place sheet and cell, {@code Table!A12}
 * @param rows ids of the rows it is about, in the order of the sheet; none for a gap
 * @param region where it shows; of no limits if it is about no region
 * @param matching ids of all rows that match at {@link Region#sample()}, in the order of the sheet; none for a gap
 * @param message what it is, with the rows and the region
 * @param hint "Peut-être …", "Maybe …"
 */
public record TableFinding(
        FindingKind kind,
        String table,
        String file,
        String place,
        List<String> rows,
        Region region,
        List<String> matching,
        Sentence message,
        Sentence hint) {

    /** Whether facts can be shown that reach it: a region of a rule table with or without rows. */
    public boolean canBeShown() {
        return switch (kind) {
            case GAP, CONFLICT, DUPLICATE, SUBSUMED, MASKED -> true;
            default -> false;
        };
    }

    /** The same as a finding about the rulebook. */
    public RulebookProblem problem() {
        return new RulebookProblem(kind.name(), kind.severity(), file, place, message, hint);
    }
}
