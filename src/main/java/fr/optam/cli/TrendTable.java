package fr.optam.cli;

import fr.optam.cohort.TableFile;
import fr.optam.cohort.TableFile.Column;
import fr.optam.cohort.TableFile.Type;
import fr.optam.compare.trend.Figure;
import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The long table as a file: a row a figure; a figure that is hidden has a row without it. */
final class TrendTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("year", Type.WHOLE),
            new Column("measure", Type.TEXT),
            new Column("group_by", Type.TEXT),
            new Column("group_code", Type.TEXT),
            new Column("value", Type.FIGURE),
            new Column("unit", Type.TEXT),
            new Column("practitioners_behind", Type.WHOLE),
            new Column("hidden", Type.TRUTH));

    private TrendTable() {}

    /** Whether a name ends as one of the forms does. */
    static boolean writes(Path file) {
        return TableFile.isNamed(file);
    }

    /** @throws IOException if the file can't be written */
    static void write(Shared shared, Path file) throws IOException {
        try (TableFile out = new TableFile(file, COLUMNS)) {
            for (Figure each : shared.shown()) {
                out.row(row(
                        each.year(),
                        each.measure(),
                        each.group(),
                        each.value().toPlainString(),
                        each.unit(),
                        shared.smallest() == 0 ? String.valueOf(each.of()) : "",
                        false));
            }
            List<Shared.Key> hidden = new ArrayList<>(shared.hidden());
            hidden.sort(Comparator.comparing(Shared.Key::measure)
                    .thenComparing(Shared.Key::group)
                    .thenComparing(Shared.Key::year));
            for (Shared.Key each : hidden) {
                out.row(row(each.year(), each.measure(), each.group(), "", "", "", true));
            }
            out.end();
        }
    }

    private static List<String> row(
            int year, String measure, Group group, String value, String unit, String behind, boolean hidden) {
        return List.of(
                String.valueOf(year),
                measure,
                group.by().name(),
                group.code(),
                value,
                unit,
                behind,
                String.valueOf(hidden));
    }
}
