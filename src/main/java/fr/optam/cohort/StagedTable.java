package fr.optam.cohort;

import java.util.List;

/**
 * The staged tables: what every layout fills and what {@link StagedReader} reads.
 *
 * <p>Columns are those of the neutral layout ({@code "from"}, {@code "to"}, {@code "on"} and {@code "at"} are words of
 * SQL and need their quotes). {@code NULL} is unknown. {@code ''} in {@code modifiers}, {@code allowed_modifiers} and
 * {@code association} is "none". A membership ends on {@code "to"}; with {@code "to"} empty it is open if
 * {@code end_known}, of unknown end if not. Money has two decimals, rates have four. {@code modifiers} and
 * {@code allowed_modifiers} need not be sorted. Rows may be in any order, and keys must be settled: one row an act id,
 * a year of activity, a paid year; no practitioner that is not in {@code s_practitioners}. {@code file_rank} and
 * {@code position} tell which row of which file a fact came from, and are null for a fact that was made.
 */
enum StagedTable {
    PRACTITIONERS("""
            practitioner_id VARCHAR NOT NULL, specialty VARCHAR, sector VARCHAR, sector2_titles BOOLEAN,
            installed_on DATE, department VARCHAR, region VARCHAR, profession VARCHAR, income DECIMAL(18,2),
            request_option VARCHAR, request_on DATE""" + Origin.COLUMNS),
    MEMBERSHIPS("""
            practitioner_id VARCHAR NOT NULL, option VARCHAR NOT NULL, "from" DATE NOT NULL, "to" DATE,
            commitment_overrun_rate DECIMAL(18,4), commitment_opposable_share DECIMAL(18,4),
            end_known BOOLEAN NOT NULL DEFAULT true""" + Origin.COLUMNS),
    ACTIVITY("""
            practitioner_id VARCHAR NOT NULL, year INTEGER NOT NULL, acts_adc BIGINT, acts_aco BIGINT, acts_ada BIGINT,
            acts_ade BIGINT, acts_adi BIGINT, acts_atm BIGINT, reimbursable_fees DECIMAL(18,2),
            overruns DECIMAL(18,2), opposable_fees DECIMAL(18,2)""" + Origin.COLUMNS),
    ACTS("""
            practitioner_id VARCHAR NOT NULL, act_id VARCHAR NOT NULL, "on" DATE NOT NULL, "at" TIME,
            code VARCHAR NOT NULL, activity VARCHAR, category VARCHAR, modifiers VARCHAR, allowed_modifiers VARCHAR,
            association VARCHAR, quantity INTEGER, base_tariff DECIMAL(18,2),
            base_tariff_without_option DECIMAL(18,2), fee_charged DECIMAL(18,2), c2s BOOLEAN, emergency BOOLEAN""" + Origin.COLUMNS),
    EVENTS("""
            practitioner_id VARCHAR NOT NULL, type VARCHAR NOT NULL, "on" DATE NOT NULL, quarter VARCHAR,
            effective_on DATE""" + Origin.COLUMNS),
    PAID("""
            practitioner_id VARCHAR NOT NULL, year INTEGER NOT NULL, prime DECIMAL(18,2), prime_paid_on DATE""" + Origin.COLUMNS),
    TARIFF_RISES("""
            practitioner_id VARCHAR NOT NULL, "on" DATE NOT NULL, base DECIMAL(18,2) NOT NULL,
            rise DECIMAL(18,2) NOT NULL""" + Origin.COLUMNS),
    /**
     * Findings of the reading. All rows of one practitioner and code make one note: {@code act_id} adds an act to it
     * (or is null), {@code k} and {@code v} add a value for its sentence (or are null).
     */
    NOTES("""
            practitioner_id VARCHAR NOT NULL, code VARCHAR NOT NULL, act_id VARCHAR, k VARCHAR, v VARCHAR"""),
    /** Kinds of facts that are unknown for one practitioner although they are known at all. */
    UNKNOWN("practitioner_id VARCHAR NOT NULL, name VARCHAR NOT NULL"),
    /** Kinds of facts that are known at all: names of the other tables without {@code s_}, such as {@code acts}. */
    PRESENT("name VARCHAR NOT NULL"),
    /**
     * Rejected rows of all files: name and rank of the file, {@code line} as printed and {@code position} to sort by,
     * the practitioner if the row names one, and the reason, a name of {@link RejectReason}.
     */
    REJECTED("""
            file VARCHAR NOT NULL, file_rank INTEGER NOT NULL, position BIGINT NOT NULL, line VARCHAR NOT NULL,
            practitioner_id VARCHAR, "column" VARCHAR NOT NULL, column_rank INTEGER NOT NULL, value VARCHAR NOT NULL,
            reason VARCHAR NOT NULL, hint VARCHAR"""),
    /** Excluded rows, counted by file and reason. */
    EXCLUDED("file VARCHAR NOT NULL, reason VARCHAR NOT NULL, n BIGINT NOT NULL"),
    /** Row groups of Parquet files: number from 1, first row from 0. */
    GROUPS("file_rank INTEGER NOT NULL, number BIGINT NOT NULL, start BIGINT NOT NULL"),
    /** Files in order of reading: rows read, and rows that became facts. */
    FILES("file VARCHAR NOT NULL, file_rank INTEGER NOT NULL, read BIGINT NOT NULL, used BIGINT NOT NULL");

    private final String columns;

    StagedTable(String columns) {
        this.columns = columns;
    }

    /** Name of the table in SQL, {@code s_acts}. */
    String sqlName() {
        return "s_" + kind();
    }

    /** Name of the kind of facts, {@code acts}. */
    String kind() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Statement that makes the table. */
    String ddl() {
        return "CREATE TABLE " + sqlName() + "(" + columns + ")";
    }

    /** Kinds of facts whose absence means unknown. */
    static List<StagedTable> optionalKinds() {
        return List.of(MEMBERSHIPS, ACTIVITY, ACTS, EVENTS, PAID, TARIFF_RISES);
    }
}
