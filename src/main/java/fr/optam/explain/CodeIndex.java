package fr.optam.explain;

import fr.optam.fact.flat.Unknown;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rows of a table can apply for a code of one field, so that only those are judged. */
final class CodeIndex {
    private final String field;
    private final Map<String, BitSet> byCode = new HashMap<>();
    private final BitSet always = new BitSet();

    private CodeIndex(String field) {
        this.field = field;
    }

    /**
     * The index of a field.
     *
     * @param rows cells of each row
     * @return nothing if the field is not tested for codes alone
     */
    static Optional<CodeIndex> of(String field, List<List<CellJudge>> rows) {
        CodeIndex index = new CodeIndex(field);
        boolean codes = false;
        for (int row = 0; row < rows.size(); row++) {
            boolean tested = false;
            for (CellJudge cell : rows.get(row)) {
                if (cell.field().equals(field) && cell.testsCodes()) {
                    tested = true;
                    for (String code : cell.codes()) {
                        index.byCode.computeIfAbsent(code, c -> new BitSet()).set(row);
                    }
                }
            }
            codes |= tested;
            if (!tested) {
                index.always.set(row);
            }
        }
        return codes ? Optional.of(index) : Optional.empty();
    }

    String field() {
        return field;
    }

    /** Takes away rows that fail for a value; keeps every row where it says nothing. */
    void keep(Object value, BitSet rows) {
        if (value instanceof Unknown || value instanceof String several && several.indexOf(';') >= 0) {
            return;
        }
        BitSet can = (BitSet) always.clone();
        if (value instanceof String code && byCode.containsKey(code)) {
            can.or(byCode.get(code));
        }
        if (value instanceof Boolean yes && byCode.containsKey(yes ? "OUI" : "NON")) {
            can.or(byCode.get(yes ? "OUI" : "NON"));
        }
        rows.and(can);
    }
}
