package fr.optam.cohort;

import static fr.optam.cohort.Column.optional;
import static fr.optam.cohort.Column.required;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the health-data-warehouse layout: three tables with their official column names, and side files.
 *
 * <p>Only columns that are read are listed. Which codes count and what they mean is in {@code dcir/codes.sql}.
 */
final class DcirTables {
    private static final Cell PRACTICE =
            Cell.text(cell -> Values.text(cell, 32), "regexp_full_match({cell}, '[0-9A-Za-z]{1,32}')", "{cell}");
    private static final Cell ASSOCIATION = Cell.text(
            cell -> cell.isEmpty() ? cell : Values.code(cell, Codes.ASSOCIATIONS),
            "{cell} IN ('1', '2', '3', '4', '5', '9')",
            "{cell}");
    private static final Cell LETTERS = Cell.text(NeutralTable::allowedLetters);
    private static final Cell YEAR = Cell.integer(1900, 2199);
    private static final Cell MONTH = Cell.integer(1, 12);
    private static final Cell PHASE = Cell.integer(0, 3);
    private static final Cell DAY = Cell.date();
    private static final Cell TARIFF = Cell.money(9, 0);
    private static final Cell FLAG = Cell.bool();
    private static final Map<Cell, String> TYPES = Map.of(
            DcirCells.DATE,
            "DATE",
            DcirCells.DATE_OR_NONE,
            "DATE",
            DAY,
            "DATE",
            DcirCells.CODE,
            "INTEGER",
            YEAR,
            "INTEGER",
            MONTH,
            "INTEGER",
            PHASE,
            "INTEGER",
            DcirCells.MONEY,
            "DECIMAL(18,2)",
            TARIFF,
            "DECIMAL(18,2)",
            FLAG,
            "BOOLEAN");
    private static final NeutralTable.Subject KEYS_FIRST =
            (row, cellsRead) -> cellsRead < DcirKeys.COLUMNS.size() ? null : DcirKeys.nine(row);

    private DcirTables() {}

    /** Practices of practitioners, by month. */
    static NeutralTable practices() {
        return official(
                "DA_PRA_R",
                "r_pra",
                NeutralTable.FIRST_COLUMN,
                required("STA_PFS_NUM", Cell.form(Forms.PRACTITIONER_ID)),
                required("PFS_PFS_NUM", Cell.form("[A-Za-z0-9]{1,8}")),
                required("DTE_ANN_TRT", YEAR),
                required("DTE_MOI_FIN", MONTH),
                optional("ACT_CAB_COD", DcirCells.LOOSE),
                optional("PFS_PRA_SPE", DcirCells.CODE),
                optional("CNV_CNV_COD", DcirCells.CODE),
                optional("PRA_IDP_DDP", DcirCells.LOOSE),
                optional("EXC_EXC_NAT", DcirCells.CODE),
                optional("PFS_ACP_DSD", DcirCells.DATE_OR_NONE),
                optional("PFS_INS_DSD", DcirCells.DATE_OR_NONE),
                optional("PRA_TOP_REF", DcirCells.CODE),
                optional("CAB_REF_DSD", DcirCells.DATE_OR_NONE),
                optional("CAB_REF_DSF", DcirCells.DATE_OR_NONE),
                optional("PFS_COD_POS", Cell.form("[0-9]{5}")));
    }

    /** Prestations. */
    static NeutralTable prestations() {
        Column[] own = {
            required("EXE_SOI_DTD", DcirCells.DATE),
            optional("PSE_SPE_COD", DcirCells.CODE),
            optional("PSE_ACT_NAT", DcirCells.CODE),
            optional("PSE_CNV_COD", DcirCells.CODE),
            optional("PSE_STJ_COD", DcirCells.CODE),
            optional("PRS_CRD_OPT", DcirCells.CODE),
            optional("BSE_PRS_NAT", DcirCells.CODE),
            optional("PRS_NAT_REF", DcirCells.CODE),
            optional("PRS_ACT_QTE", DcirCells.MONEY).money(),
            optional("PRS_PAI_MNT", DcirCells.MONEY).money(),
            optional("PRS_DEP_MNT", DcirCells.MONEY).money(),
            optional("BSE_REM_BSE", DcirCells.MONEY).money(),
            optional("CPL_REM_BSE", DcirCells.MONEY).money(),
            optional("PRS_OPS_TRF", DcirCells.CODE),
            optional("DPN_QLF", DcirCells.CODE),
            optional("PRS_DPN_QLP", DcirCells.CODE),
            required("CPL_MAJ_TOP", DcirCells.CODE),
            optional("CPL_AFF_COD", DcirCells.CODE),
            optional("BEN_CMU_TOP", DcirCells.CODE),
            optional("BEN_CTA_TYP", DcirCells.CODE),
            optional("EXE_CTX_BEN", DcirCells.LOOSE),
            optional("EXE_CTX_PFS", DcirCells.LOOSE),
            optional("BEN_NIR_PSA", DcirCells.patient()),
            optional("BEN_RNG_GEM", DcirCells.patient())
        };
        Stream<Column> first = Stream.of(required("PFS_EXE_NUM", PRACTICE));
        Column[] all = Stream.concat(Stream.concat(first, DcirKeys.COLUMNS.stream()), Stream.of(own))
                .toArray(Column[]::new);
        return official("ER_PRS_F", "r_prs", NeutralTable.FIRST_COLUMN, all);
    }

    /** Coding rows of prestations. */
    static NeutralTable codings() {
        return official(
                "ER_CAM_F",
                "r_cam",
                KEYS_FIRST,
                keysAnd(
                        required("CAM_PRS_IDE", DcirCells.CCAM),
                        required("CAM_ACT_COD", Cell.code(Codes.ACTIVITIES)),
                        optional("CAM_ORD_NUM", DcirCells.CODE),
                        optional("CAM_TRT_PHA", PHASE),
                        optional("CAM_MOD_COD", Cell.form("[A-Z0-9]{0,4}")).whenEmpty(""),
                        optional("CAM_ASS_COD", ASSOCIATION).whenEmpty(""),
                        optional("CAM_ACT_PRU", DcirCells.MONEY).money(),
                        optional("CAM_REM_BSE", DcirCells.MONEY).money(),
                        optional("CAM_GRI_TAR", DcirCells.LOOSE),
                        optional("CAM_MM1_MNT", DcirCells.MONEY).money(),
                        optional("CAM_MM2_MNT", DcirCells.MONEY).money(),
                        optional("CAM_MM3_MNT", DcirCells.MONEY).money(),
                        optional("CAM_MM4_MNT", DcirCells.MONEY).money()));
    }

    /** Side files of this layout alone: emergencies by nine keys, letters, tariffs and categories of acts. */
    static List<NeutralTable> sides() {
        return List.of(
                new NeutralTable(
                        "acts",
                        "t_acts",
                        List.of(keysAnd(required("emergency", FLAG))),
                        DcirKeys.COLUMNS.stream().map(Column::name).toList(),
                        Map.of(),
                        KEYS_FIRST,
                        false),
                ofActs(
                        "act_modifiers",
                        "code activity from",
                        4,
                        required("code", Cell.form(Forms.CCAM)),
                        required("activity", Cell.code(Codes.ACTIVITIES)),
                        required("letters", LETTERS),
                        optional("from", DAY),
                        optional("to", DAY)),
                ofActs(
                        "act_tariffs",
                        "code activity phase grid from",
                        6,
                        required("code", Cell.form(Forms.CCAM)),
                        required("activity", Cell.code(Codes.ACTIVITIES)),
                        optional("phase", PHASE),
                        required("grid", Cell.form("S1|[0-9]{3}")),
                        required("tariff", TARIFF).money(),
                        optional("from", DAY),
                        optional("to", DAY)),
                ofActs(
                        "act_categories",
                        "code activity from",
                        4,
                        required("code", Cell.form(Forms.CCAM)),
                        required("activity", Cell.code(Codes.ACTIVITIES)),
                        required("category", Cell.form("[A-Z0-9]{2,3}")),
                        optional("from", DAY),
                        optional("to", DAY)));
    }

    /** Side files with the columns of the neutral layout, each into a table of its own. */
    static List<NeutralTable> neutralSides() {
        return NeutralTable.ALL.stream()
                .filter(table -> !table.is(StagedTable.ACTS))
                .map(table -> table.into("t_" + table.name()))
                .toList();
    }

    /** Statement that makes the table of a kind of file. */
    static String ddl(NeutralTable table) {
        if (table.subject() == NeutralTable.FIRST_COLUMN && !table.foreign()) {
            return "CREATE TABLE " + table.sqlName() + " AS SELECT * FROM s_" + table.name() + " LIMIT 0";
        }
        StringBuilder columns = new StringBuilder();
        for (Column column : table.columns()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append('"')
                    .append(column.name().toLowerCase(java.util.Locale.ROOT))
                    .append("\" ")
                    .append(TYPES.getOrDefault(column.cell(), "VARCHAR"));
        }
        return "CREATE TABLE " + table.sqlName() + "(" + columns + Origin.COLUMNS + ")";
    }

    private static NeutralTable official(String name, String sqlName, NeutralTable.Subject subject, Column... columns) {
        return new NeutralTable(name, sqlName, List.of(columns), List.of(), Map.of(), subject, true);
    }

    private static NeutralTable ofActs(String name, String key, int to, Column... columns) {
        NeutralTable.Check order = row -> row.known(to) && row.known(to - 1) && row.number(to) < row.number(to - 1)
                ? Optional.of(to)
                : Optional.empty();
        NeutralTable.Subject nobody = (row, cellsRead) -> null;
        return new NeutralTable(
                name, "t_" + name, List.of(columns), List.of(key.split(" ")), Map.of(to, order), nobody, false);
    }

    private static Column[] keysAnd(Column... columns) {
        return Stream.concat(DcirKeys.COLUMNS.stream(), Stream.of(columns)).toArray(Column[]::new);
    }
}
