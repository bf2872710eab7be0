package fr.optam.cohort;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import org.duckdb.DuckDBAppender;

/** Takes sound rows of one file to a staged table and defective rows to {@code s_rejected}. */
final class StagedSink implements AutoCloseable {
    private static final int ISO_DAY = 10;

    private final NeutralTable table;
    private final NeutralFile file;
    private final int fileRank;
    private final boolean endKnown;
    private final RowBuffer rows;
    private final DuckDBAppender rejected;
    private final Row row;
    private final Cell.Unit[] units;
    private long rejectedRows;

    /**
     * Opens.
     *
     * @param target name of the table to fill
     * @param endKnown whether an empty end of a membership says that it is open
     */
    StagedSink(Staging staging, String target, NeutralFile file, int fileRank, boolean endKnown) throws SQLException {
        this.table = file.table();
        this.file = file;
        this.fileRank = fileRank;
        this.endKnown = endKnown;
        this.row = new Row(table.columns());
        this.rows = new RowBuffer(new RowLoader(staging, target));
        this.rejected = staging.connection().createAppender(StagedTable.REJECTED.sqlName());
        this.units = new Cell.Unit[table.columns().size()];
        for (int i = 0; i < units.length; i++) {
            units[i] = table.columns().get(i).cell() instanceof Cell.Number number ? number.unit() : null;
        }
    }

    /**
     * Reads and keeps one row.
     *
     * @param cells its cells by column of the format, {@code null} for a column that the file does not have
     */
    void accept(String[] cells, long position) throws IOException, SQLException {
        int index = 0;
        try {
            for (; index < cells.length; index++) {
                row.read(index, cells[index]);
                NeutralTable.Check check = table.checks().get(index);
                if (check != null) {
                    int bad = check.defect(row).orElse(-1);
                    if (bad >= 0) {
                        index = bad;
                        throw new Defect(table.checkReason());
                    }
                }
            }
        } catch (Defect defect) {
            String practitioner = table.subject().of(row, index);
            reject(position, practitioner, index, row.cell(index), defect);
            return;
        }
        append(position);
    }

    /** Sets aside a row that has no cells to speak of. */
    void reject(long position, String practitioner, String raw, RejectReason reason) throws SQLException {
        reject(position, practitioner, -1, raw, new Defect(reason));
    }

    /** Rows set aside so far. */
    long rejected() {
        return rejectedRows;
    }

    private void reject(long position, String practitioner, int index, String value, Defect defect)
            throws SQLException {
        rejectedRows++;
        rejected.beginRow()
                .append(file.name())
                .append(fileRank)
                .append(position)
                .append(Origin.line(position));
        if (practitioner == null) {
            rejected.appendNull();
        } else {
            rejected.append(practitioner);
        }
        rejected.append(index < 0 ? "" : table.columns().get(index).name())
                .append(index)
                .append(value)
                .append(defect.reason().name());
        if (defect.hint().isEmpty()) {
            rejected.appendNull();
        } else {
            rejected.append(defect.hint());
        }
        rejected.endRow();
    }

    private void append(long position) throws IOException, SQLException {
        for (int i = 0; i < table.columns().size(); i++) {
            if (!row.known(i)) {
                rows.unknown();
            } else if (units[i] == null) {
                rows.text(row.text(i));
            } else {
                rows.text(written(units[i], i));
            }
        }
        if (table.is(StagedTable.MEMBERSHIPS)) {
            rows.text(Boolean.toString(endKnown));
        }
        rows.number(fileRank).number(position).end();
    }

    private String written(Cell.Unit unit, int index) {
        String text = row.text(index);
        return switch (unit) {
            case DAYS ->
                text.length() == ISO_DAY
                        ? text
                        : LocalDate.ofEpochDay(row.number(index)).toString();
            case MINUTES -> text + ":00";
            case DECIMAL -> text;
            case INTEGER, BIGINT -> Long.toString(row.number(index));
            case BOOLEAN -> row.number(index) == 1 ? "true" : "false";
        };
    }

    @Override
    public void close() throws IOException, SQLException {
        rows.close();
        rejected.close();
    }
}
