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
    private static final Cell PRACTICE = Cell.text(cell -> Values.text(cell, 32));
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
                required("DTE_ANN_TRT", Cell.integer(1900, 2199)),
                required("DTE_MOI_FIN", Cell.integer(1, 12)),
                optional("ACT_CAB_COD", DcirCells.loose()),
                optional("PFS_PRA_SPE", DcirCells.code()),
                optional("CNV_CNV_COD", DcirCells.code()),
                optional("PRA_IDP_DDP", DcirCells.loose()),
                optional("EXC_EXC_NAT", DcirCells.code()),
                optional("PFS_ACP_DSD", DcirCells.dateOrNone()),
                optional("PFS_INS_DSD", DcirCells.dateOrNone()),
                optional("PRA_TOP_REF", DcirCells.code()),
                optional("CAB_REF_DSD", DcirCells.dateOrNone()),
                optional("CAB_REF_DSF", DcirCells.dateOrNone()),
                optional("PFS_COD_POS", Cell.form("[0-9]{5}")));
    }

    /** Prestations. */
    static NeutralTable prestations() {
        Column[] own = {
            required("EXE_SOI_DTD", DcirCells.date()),
            optional("PSE_SPE_COD", DcirCells.code()),
            optional("PSE_ACT_NAT", DcirCells.code()),
            optional("PSE_CNV_COD", DcirCells.code()),
            optional("PSE_STJ_COD", DcirCells.code()),
            optional("PRS_CRD_OPT", DcirCells.code()),
            optional("BSE_PRS_NAT", DcirCells.code()),
            optional("PRS_NAT_REF", DcirCells.code()),
            optional("PRS_ACT_QTE", Cell.money(12)).money(),
            optional("PRS_PAI_MNT", Cell.money(12)).money(),
            optional("PRS_DEP_MNT", Cell.money(12)).money(),
            optional("BSE_REM_BSE", Cell.money(12)).money(),
            optional("CPL_REM_BSE", Cell.money(12)).money(),
            optional("PRS_OPS_TRF", DcirCells.code()),
            optional("DPN_QLF", DcirCells.code()),
            optional("PRS_DPN_QLP", DcirCells.code()),
            required("CPL_MAJ_TOP", DcirCells.code()),
            optional("CPL_AFF_COD", DcirCells.code()),
            optional("BEN_CMU_TOP", DcirCells.code()),
            optional("BEN_CTA_TYP", DcirCells.code()),
            optional("EXE_CTX_BEN", DcirCells.loose()),
            optional("EXE_CTX_PFS", DcirCells.loose()),
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
                        required("CAM_PRS_IDE", DcirCells.ccam()),
                        required("CAM_ACT_COD", Cell.code(Codes.ACTIVITIES)),
                        optional("CAM_ORD_NUM", DcirCells.code()),
                        optional("CAM_TRT_PHA", Cell.integer(0, 3)),
                        optional("CAM_MOD_COD", Cell.form("[A-Z0-9]{0,4}")).whenEmpty(""),
                        optional("CAM_ASS_COD", Cell.text(DcirTables::association)).whenEmpty(""),
                        optional("CAM_ACT_PRU", Cell.money(12)).money(),
                        optional("CAM_REM_BSE", Cell.money(12)).money(),
                        optional("CAM_GRI_TAR", DcirCells.loose()),
                        optional("CAM_MM1_MNT", Cell.money(12)).money(),
                        optional("CAM_MM2_MNT", Cell.money(12)).money(),
                        optional("CAM_MM3_MNT", Cell.money(12)).money(),
                        optional("CAM_MM4_MNT", Cell.money(12)).money()));
    }

    /** Side files of this layout alone: emergencies by nine keys, letters, tariffs and categories of acts. */
    static List<NeutralTable> sides() {
        return List.of(
                new NeutralTable(
                        "acts",
                        "t_acts",
                        List.of(keysAnd(required("emergency", Cell.bool()))),
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
                        required("letters", Cell.text(NeutralTable::allowedLetters)),
                        optional("from", Cell.date()),
                        optional("to", Cell.date())),
                ofActs(
                        "act_tariffs",
                        "code activity phase grid from",
                        6,
                        required("code", Cell.form(Forms.CCAM)),
                        required("activity", Cell.code(Codes.ACTIVITIES)),
                        optional("phase", Cell.integer(0, 3)),
                        required("grid", Cell.form("S1|[0-9]{3}")),
                        required("tariff", Cell.money(9, 0)).money(),
                        optional("from", Cell.date()),
                        optional("to", Cell.date())),
                ofActs(
                        "act_categories",
                        "code activity from",
                        4,
                        required("code", Cell.form(Forms.CCAM)),
                        required("activity", Cell.code(Codes.ACTIVITIES)),
                        required("category", Cell.form("[A-Z0-9]{2,3}")),
                        optional("from", Cell.date()),
                        optional("to", Cell.date())));
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
        if (table.is(StagedTable.MEMBERSHIPS)) {
            return "CREATE TABLE " + table.sqlName() + " AS SELECT * FROM s_memberships LIMIT 0";
        }
        StringBuilder columns = new StringBuilder();
        for (Column column : table.columns()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append('"').append(column.name().toLowerCase(java.util.Locale.ROOT)).append("\" ")
                    .append(type(column.cell()));
        }
        return "CREATE TABLE " + table.sqlName() + "(" + columns + Origin.COLUMNS + ")";
    }

    private static String type(Cell cell) {
        if (!(cell instanceof Cell.Number number)) {
            return "VARCHAR";
        }
        return switch (number.unit()) {
            case DAYS -> "DATE";
            case MINUTES -> "TIME";
            case DECIMAL -> "DECIMAL(18,2)";
            case INTEGER -> "INTEGER";
            case BIGINT -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private static NeutralTable official(
            String name, String sqlName, NeutralTable.Subject subject, Column... columns) {
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

    private static String association(String cell) throws Defect {
        return cell.isEmpty() ? cell : Values.code(cell, Codes.ASSOCIATIONS);
    }
}
