package fr.optam.cohort;

import static fr.optam.cohort.Column.optional;
import static fr.optam.cohort.Column.required;
import static fr.optam.cohort.RejectReason.DATE_ORDER;
import static fr.optam.cohort.RejectReason.PAIR_INCOMPLETE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A kind of file: its columns, its key, and what its cells must say together.
 *
 * @param name file name without part number and ending, {@code acts}
 * @param sqlName table that it fills, {@code s_acts}
 * @param columns in the order of the format
 * @param key columns of the key; empty if the whole row is the key
 * @param checks checks by the index of the column after whose reading they run
 * @param subject whom a row is about
 * @param foreign a file of another layout: columns that are not listed are none of our business, and a row that can't
 *     be read is not quoted, because it may tell who a patient is
 */
record NeutralTable(
        String name,
        String sqlName,
        List<Column> columns,
        List<String> key,
        Map<Integer, Check> checks,
        Subject subject,
        boolean foreign) {
    /** Whom a row is about. */
    @FunctionalInterface
    interface Subject {
        /** The practitioner, or what leads to him; {@code null} if the cells read so far do not tell. */
        String of(Row row, int cellsRead);
    }

    /** The first column names the practitioner. */
    static final Subject FIRST_COLUMN = (row, cellsRead) -> cellsRead == 0 ? null : row.text(0);

    /** What the cells of a row must say together. */
    @FunctionalInterface
    interface Check {
        /** Index of the defective column, or nothing. */
        Optional<Integer> defect(Row row);
    }

    private static final Cell PRACTITIONER_ID = Cell.form(Forms.PRACTITIONER_ID);
    private static final String TEXT = "[!-~]([ -~]{0,62}[!-~])?";
    /** Letters in order, so that no other text is kept as the same letters. */
    private static final String IN_ORDER = IntStream.concat(
                    IntStream.rangeClosed('0', '9'), IntStream.rangeClosed('A', 'Z'))
            .mapToObj(letter -> (char) letter + "*")
            .collect(Collectors.joining());

    private static final Cell ACT_ID = Cell.text(cell -> Values.text(cell, 64), Cell.matches(TEXT), "{cell}", TEXT);
    private static final Cell LETTERS = Cell.text(
            cell -> Values.letters(cell, 8),
            "regexp_full_match({cell}, '[A-Z0-9]{0,8}')",
            sorted("{cell}"),
            "[A-Z0-9]{1,8}",
            IN_ORDER);
    private static final Cell ALLOWED = Cell.text(
            NeutralTable::allowedLetters,
            "regexp_full_match({cell}, '-|[A-Z0-9]{1,32}')",
            "CASE WHEN {cell} = '-' THEN '' ELSE " + sorted("{cell}") + " END",
            "-|[A-Z0-9]{1,32}",
            "-|" + IN_ORDER);
    private static final Cell ASSOCIATION =
            Cell.text(NeutralTable::association, "{cell} IN ('', '1', '2', '3', '4', '5')", "{cell}", "[1-5]");
    private static final Cell YEAR = Cell.integer(2010, 2100);
    private static final long OVERRUN_MAXIMUM = 15_000;
    private static final long SHARE_MAXIMUM = 10_000;

    static final List<NeutralTable> ALL = List.of(
            table(
                    StagedTable.PRACTITIONERS,
                    "practitioner_id",
                    Map.of(10, NeutralTable::requestPair),
                    required("practitioner_id", PRACTITIONER_ID),
                    optional("specialty", Cell.code(Codes.SPECIALTIES, "[0-9]{2}", NeutralTable::withZero)),
                    optional("sector", Cell.code(Codes.SECTORS)),
                    optional("sector2_titles", Cell.bool()),
                    optional("installed_on", Cell.date()),
                    optional("department", Cell.form(Forms.DEPARTMENT)),
                    optional("region", Cell.form(Forms.REGION)),
                    optional("profession", Cell.code(Codes.PROFESSIONS)),
                    optional("income", Cell.money(12)).money(),
                    optional("request_option", Cell.code(Codes.OPTIONS)),
                    optional("request_on", Cell.date())),
            table(
                    StagedTable.MEMBERSHIPS,
                    "practitioner_id from",
                    Map.of(3, NeutralTable::dateOrder),
                    required("practitioner_id", PRACTITIONER_ID),
                    required("option", Cell.code(Codes.OPTIONS)),
                    required("from", Cell.date()),
                    optional("to", Cell.date()),
                    optional("commitment_overrun_rate", Cell.rate(OVERRUN_MAXIMUM))
                            .money(),
                    optional("commitment_opposable_share", Cell.rate(SHARE_MAXIMUM))
                            .money()),
            table(
                    StagedTable.ACTIVITY,
                    "practitioner_id year",
                    Map.of(),
                    required("practitioner_id", PRACTITIONER_ID),
                    required("year", YEAR),
                    optional("acts_adc", Cell.count()),
                    optional("acts_aco", Cell.count()),
                    optional("acts_ada", Cell.count()),
                    optional("acts_ade", Cell.count()),
                    optional("acts_adi", Cell.count()),
                    optional("acts_atm", Cell.count()),
                    optional("reimbursable_fees", Cell.money(12)).money(),
                    optional("overruns", Cell.money(12)).money(),
                    optional("opposable_fees", Cell.money(12)).money()),
            table(
                    StagedTable.ACTS,
                    "practitioner_id act_id",
                    Map.of(),
                    required("practitioner_id", PRACTITIONER_ID),
                    required("act_id", ACT_ID),
                    required("on", Cell.date()),
                    optional("at", Cell.time()),
                    required("code", Cell.form(Forms.CCAM)),
                    required("activity", Cell.code(Codes.ACTIVITIES)),
                    optional("category", Cell.code(Codes.CATEGORIES)),
                    optional("modifiers", LETTERS).whenEmpty(""),
                    optional("allowed_modifiers", ALLOWED),
                    optional("association", ASSOCIATION).whenEmpty(""),
                    optional("quantity", Cell.integer(1, 999_999)).whenEmpty("1"),
                    optional("base_tariff", Cell.money(9, 0)).money(),
                    optional("base_tariff_without_option", Cell.money(9, 0)).money(),
                    optional("fee_charged", Cell.money(10, 0)).money(),
                    optional("c2s", Cell.bool()),
                    optional("emergency", Cell.bool())),
            table(
                    StagedTable.EVENTS,
                    "",
                    Map.of(3, NeutralTable::quarterPair, 4, NeutralTable::effectPair),
                    required("practitioner_id", PRACTITIONER_ID),
                    required("type", Cell.code(Codes.EVENTS)),
                    required("on", Cell.date()),
                    optional("quarter", Cell.form(Forms.QUARTER)),
                    optional("effective_on", Cell.date())),
            table(
                    StagedTable.PAID,
                    "practitioner_id year",
                    Map.of(),
                    required("practitioner_id", PRACTITIONER_ID),
                    required("year", YEAR),
                    optional("prime", Cell.money(12, 0)).money(),
                    optional("prime_paid_on", Cell.date())),
            table(
                    StagedTable.TARIFF_RISES,
                    "practitioner_id on",
                    Map.of(),
                    required("practitioner_id", PRACTITIONER_ID),
                    required("on", Cell.date()),
                    required("base", Cell.money(9, 1)).money(),
                    required("rise", Cell.money(9, 0)).money()));

    /** The columns of the key by name, or all columns if the whole row is the key. */
    List<String> keyColumns() {
        return key.isEmpty() ? columns.stream().map(Column::name).toList() : key;
    }

    private static NeutralTable table(StagedTable table, String key, Map<Integer, Check> checks, Column... columns) {
        List<String> names = key.isEmpty() ? List.of() : Arrays.asList(key.split(" "));
        return new NeutralTable(table.kind(), table.sqlName(), List.of(columns), names, checks, FIRST_COLUMN, false);
    }

    private static String sorted(String letters) {
        return "CASE WHEN length(" + letters + ") < 2 THEN " + letters + " ELSE array_to_string(list_sort(string_split("
                + letters + ", '')), '') END";
    }

    private static String withZero(String code) {
        return code.matches("[0-9]") ? "0" + code : "";
    }

    static String allowedLetters(String cell) throws Defect {
        return cell.equals("-") ? "" : Values.letters(cell, 32);
    }

    static String association(String cell) throws Defect {
        if (cell.isEmpty()) {
            return cell;
        }
        String code = Values.code(cell, Codes.ASSOCIATIONS);
        return code.equals("9") ? null : code;
    }

    private static Optional<Integer> requestPair(Row row) {
        return row.known(9) == row.known(10) ? Optional.empty() : Optional.of(row.known(9) ? 10 : 9);
    }

    private static Optional<Integer> dateOrder(Row row) {
        return row.known(3) && row.number(3) < row.number(2) ? Optional.of(3) : Optional.empty();
    }

    private static Optional<Integer> quarterPair(Row row) {
        return row.text(1).equals("QUARTER_BREACHED") == row.known(3) ? Optional.empty() : Optional.of(3);
    }

    private static Optional<Integer> effectPair(Row row) {
        return row.known(4) && !row.text(1).equals("TERMINATION_NOTIFIED") ? Optional.of(4) : Optional.empty();
    }

    /** Whether this is the kind of a staged table. */
    boolean is(StagedTable table) {
        return name.equals(table.kind());
    }

    /** The same kind of file, into another table. */
    NeutralTable into(String table) {
        return new NeutralTable(name, table, columns, key, checks, subject, foreign);
    }

    /** Reason of the checks. */
    RejectReason checkReason() {
        return is(StagedTable.EVENTS) || is(StagedTable.PRACTITIONERS) ? PAIR_INCOMPLETE : DATE_ORDER;
    }
}
