package fr.optam.cohort;

import java.util.List;

/** The nine keys of a prestation as one readable text, the same in Java and in SQL. */
final class DcirKeys {
    /** The key columns, in the order in which the text names them. */
    static final List<Column> COLUMNS = List.of(
            Column.required("FLX_DIS_DTD", DcirCells.DATE),
            Column.required("FLX_TRT_DTD", DcirCells.DATE),
            Column.required("ORG_CLE_NUM", Cell.form("[A-Za-z0-9]{1,9}")),
            Column.required("FLX_EMT_TYP", DcirCells.CODE),
            Column.required("FLX_EMT_NUM", DcirCells.CODE),
            Column.required("FLX_EMT_ORD", DcirCells.CODE),
            Column.required("DCT_ORD_NUM", DcirCells.CODE),
            Column.required("PRS_ORD_NUM", DcirCells.CODE),
            Column.required("REM_TYP_AFF", DcirCells.CODE));

    /** Longest id of an act. */
    private static final int ID_LENGTH = 64;

    private DcirKeys() {}

    /** The keys as text, where they are the first columns of a row. */
    static String nine(Row row) {
        return compact(row.text(0))
                + '-'
                + compact(row.text(1))
                + '-'
                + row.text(2)
                + '-'
                + row.number(3)
                + '.'
                + row.number(4)
                + '.'
                + row.number(5)
                + '-'
                + row.number(6)
                + '.'
                + row.number(7)
                + '.'
                + row.number(8);
    }

    /** Functions of SQL: {@code nine_keys}, {@code act_id} (at most 64 characters) and {@code print_line}. */
    static List<String> macros() {
        return List.of(
                "CREATE MACRO nine_keys(dis, trt, org, typ, num, ord, dct, prs, rem) AS concat(strftime(dis, '%Y%m%d'),"
                        + " '-', strftime(trt, '%Y%m%d'), '-', org, '-', typ, '.', num, '.', ord, '-', dct, '.', prs,"
                        + " '.', rem)",
                "CREATE MACRO act_id(nine, place) AS CASE WHEN length(nine) + length(place) < " + ID_LENGTH
                        + " THEN nine || '.' || place ELSE left(nine, 31) || '-' || md5(nine || '.' || place) END",
                "CREATE MACRO print_line(spot) AS " + Origin.lineSql().replace("position", "spot"));
    }

    private static String compact(String day) {
        return day.replace("-", "");
    }
}
