package fr.optam.rulebook.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Letter;
import fr.optam.fact.flat.Rate;
import fr.optam.fact.flat.Rise;
import fr.optam.fact.flat.Unknown;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.table.PlainRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What formulas make of known, unknown and missing values. */
class FormulaTest {
    private final FormulaBench bench = new FormulaBench();

    private String shown(String formula) {
        return FormulaBench.shown(bench.eval(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yes and yes | true",
                "yes and no | false",
                "no and u | false",
                "u and no | false",
                "yes and u | ?facts.u",
                "u and yes | ?facts.u",
                "u and v | ?facts.u,facts.v",
                "empty and yes | false",
                "empty and u | false",
                "u and empty | false",
                "yes or u | true",
                "u or yes | true",
                "no or u | ?facts.u",
                "u or no | ?facts.u",
                "v or u | ?facts.u,facts.v",
                "empty or no | false",
                "empty or u | ?facts.u",
                "not yes | false",
                "not no | true",
                "not u | ?facts.u",
                "not empty | true",
                "not not yes | true",
                "no or no and u | false",
                "yes or u and u | true",
                "(yes or u) and u | ?facts.u"
            })
    void and_or_not_follow_three_values_and_a_missing_one_does_not_hold(String formula, String expected) {
        assertEquals(expected, shown(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "two = 2.00 | true", "two != 2 | false", "two < 2 | false", "two <= 2 | true",
                        "half > 0.4999999999 | true", "half >= 0.5000000001 | false",
                "u = 2 | ?facts.u", "u < v | ?facts.u,facts.v", "empty = 2 | false", "empty != 2 | false",
                        "empty = empty | false", "empty = nothing | false",
                "two = code | false", "two != code | true", "code = 'OPTAM' | true", "day > leap | true",
                        "day = day | true", "yes = true | true"
            })
    void comparisons_are_exact_and_never_hold_with_what_is_missing(String formula, String expected) {
        assertEquals(expected, shown(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "two + half | 2.5",
                "two - half - half | 1.0",
                "two * half + 1 | 2.0",
                "1 + two * half | 2.0",
                "-two | -2",
                "two - -two | 4",
                "(two + 1) * 3 | 9",
                "two + u | ?facts.u",
                "u * v | ?facts.u,facts.v",
                "two + empty | nothing",
                "empty + u | ?facts.u",
                "two + code | nothing",
                "day + two | nothing",
                "0.1 + 0.2 | 0.3",
                "1.005 * 100 | 100.500"
            })
    void arithmetic_is_exact_and_names_every_absent_fact(String formula, String expected) {
        assertEquals(expected, shown(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "round2(1.005) | 1.01", "round2(1.004999) | 1.00", "round2(-1.005) | -1.01", "round2(u) | ?facts.u",
                        "round2(empty) | nothing", "round2(code) | nothing",
                "ratio(1, 3) | 0.333333", "ratio(2, 3) | 0.666667", "ratio(1, 0) | nothing", "ratio(1, -1) | nothing",
                        "ratio(u, 0) | ?facts.u", "ratio(0.0000005, 1) | 0.000001",
                "divided2(10, 3) | 3.33", "divided2(0.015, 3) | 0.01", "divided2(1, 0) | nothing",
                        "points(0.1234) | 12.34", "rateOfPoints(12.34) | 0.1234", "cents(3) | 0.03",
                "abs(-2) | 2", "min(two, half) | 0.5", "max(two, u) | ?facts.u", "max(two, empty) | nothing"
            })
    void rounding_is_half_up_and_a_quotient_needs_a_divisor_above_zero(String formula, String expected) {
        assertEquals(expected, shown(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "known(two) | true",
                "known(u) | false",
                "known(empty) | false",
                "missing(u) | true",
                "missing(empty) | false",
                "none(empty) | true",
                "none(u) | false",
                "else(empty, 3) | 3",
                "else(u, 3) | ?facts.u",
                "elseKnown(u, 3) | 3",
                "elseKnown(two, 3) | 2",
                "given(u, 3) | ?facts.u",
                "given(two, 3) | 3",
                "given(empty, 3) | 3",
                "if(yes, 1, u) | 1",
                "if(no, u, 2) | 2",
                "if(u, 1, 2) | ?facts.u",
                "if(empty, 1, 2) | 2",
                "absent('activity.2025.fee') | ?activity.2025.fee",
                "absent(u) | ?facts.u",
                "absent(concat('activity.', year, '.fee')) | ?activity.2025.fee",
                "absentEach('activity.', '2013;2014') | ?activity.2013,activity.2014",
                "concat('a', two, empty) | nothing",
                "concat('a', u, 'b') | ?facts.u",
                "concat(two, ' ', 1.50, ' ', day) | 2 1.5 2025-01-31",
                "text(2.50) | 2.5",
                "number('07') | 7",
                "number('x') | nothing",
                "number(u) | ?facts.u",
                "contains('HHFA016', 'FA') | true",
                "contains(u, 'FA') | ?facts.u"
            })
    void unknown_travels_with_its_path_and_only_named_words_stop_it(String formula, String expected) {
        assertEquals(expected, shown(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plusMonths(day, 1) | 2025-02-28",
                "plusMonths(leap, 12) | 2025-02-28",
                "minusMonths(day, 11) | 2024-02-29",
                "plusYears(leap, 1) | 2025-02-28",
                "plusYears(leap, 4) | 2028-02-29",
                "plusDays(day, 1) | 2025-02-01",
                "plusDays(day, -31) | 2024-12-31",
                "plusMonths(day, u) | ?facts.u",
                "plusMonths(empty, 1) | nothing",
                "plusMonths(two, 1) | nothing",
                "plusDays(day, half) | nothing",
                "plusYears(day, 999999999) | nothing",
                "yearOf(day) | 2025",
                "jan1(year) | 2025-01-01",
                "dec31(year) | 2025-12-31",
                "jan1(half) | nothing",
                "jan1(9999999999) | nothing",
                "days(leap, day) | 338",
                "days(day, day) | 1",
                "days(two, day) | nothing",
                "sunday(day) | false",
                "sunday(plusDays(day, 2)) | true",
                "latest(day, leap) | 2025-01-31",
                "earliest(day, leap) | 2024-02-29",
                "latest(u, day) | ?facts.u",
                "anniversary(leap, day) | 2025-02-28",
                "anniversary(leap, plusDays(day, 60)) | 2026-02-28",
                "anniversary(day, leap) | 2026-01-31",
                "anniversary(two, day) | nothing",
                "dayOfYear(year, '31-03') | 2025-03-31",
                "dayOfYear(year, '29-02') | 2025-02-28",
                "dayOfYear(2024, '29-02') | 2024-02-29",
                "dayOfYear(year, '31-02') | nothing",
                "dayOfYear(year, '31/03') | nothing",
                "dayOfYear(year, u) | ?facts.u",
                "quarterEnd(quarter) | 2025-09-30",
                "quarterEnd('2024-Q1') | 2024-03-31",
                "quarterEnd('2024-Q5') | nothing",
                "quarterEnd(u) | ?facts.u",
                "quarterIndex('2025-Q1') - quarterIndex('2024-Q4') | 1",
                "quarterIndex(code) | nothing"
            })
    void days_are_clamped_to_the_month_and_never_leave_the_calendar(String formula, String expected) {
        assertEquals(expected, shown(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lookup('reference/options', 'next', leap, 'option', code) | OPTAM_CO",
                "lookup('reference/options', 'next', day, 'option', code) | OPTAM_ACO",
                "lookup('reference/options', 'next', day, 'option', 'NONE') | nothing",
                "lookup('reference/options', 'next', day, 'option', u) | ?facts.u",
                "lookup('reference/options', 'next', v, 'option', u) | ?facts.u,facts.v",
                "lookup('reference/options', 'next', day, 'option', empty) | nothing",
                "lookup('reference/options', 'next', empty, 'option', code) | nothing",
                "lookup('reference/options', 'next', day, 'option', '') | FALLBACK",
                "lookup('reference/options', 'value', day, 'option', 'BOTH') | nothing",
                "lookup('reference/options', 'value', day, 'option', 'SAME') | 7",
                "lookup('reference/options', 'next', day, 'value', 50) | OPTAM_ACO",
                "lookup('reference/options', 'next', 'ALWAYS', 'next', 'FALLBACK') | FALLBACK",
                "rows('reference/options', day, 'option', code) | 1",
                "rows('reference/options', 'ALWAYS', 'option', code) | 2",
                "rows('reference/options', day, 'option', 'BOTH') | 2",
                "rows('reference/options', day, 'option', u) | ?facts.u",
                "openRows('modifiers/droits', 'letter') | 1"
            })
    void lookups_take_the_row_of_the_day_and_none_if_rows_disagree(String formula, String expected) {
        assertEquals(expected, shown(formula));
    }

    @Test
    void a_row_that_was_read_is_named_and_so_is_every_field() {
        bench.eval("lookup('reference/options', 'next', day, 'option', code)");
        assertEquals(Set.of("day", "code", "O-2"), bench.read());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "listSize(codes) | 3",
                "listFirst(codes) | 2013",
                "listLast(codes) | 2015",
                "listHas(codes, 2014) | true",
                "listHas(codes, '201') | false",
                "listHas(u, 1) | ?facts.u",
                "listMinus(codes, '2014') | 2013;2015",
                "listSize(empty) | nothing",
                "listSize(u) | ?facts.u"
            })
    void lists_are_codes_separated_by_semicolons(String formula, String expected) {
        assertEquals(expected, shown(formula));
    }

    @Test
    void sums_count_lines_by_their_weight_and_end_at_an_unknown() {
        bench.act("a1", "10.10", 1);
        bench.act("a2", "20.20", 3);
        assertEquals("70.70", shown("sum(Act, fee)"));
        assertEquals("4", shown("count(Act)"));
        assertEquals("3", shown("count(Act where fee > 15)"));
        assertEquals("10.10", shown("min(Act, fee)"));
        assertEquals("20.20", shown("first(Act, fee where fee > 10.10)"));
        assertEquals("?facts.u", shown("sum(Act, u)"));
        assertEquals("?facts.u", shown("count(Act where u)"));
        assertEquals("0", shown("sum(Act, u where no)"));
        assertEquals("nothing", shown("sum(Act, empty)"));
        assertEquals("0", shown("sum(Act, fee where empty)"));
        assertEquals("2", shown("distinct(Act, fee)"));
    }

    @Test
    void activities_that_lack_a_fact_are_all_named_and_known_ones_can_be_summed_alone() {
        bench.activity(2023, new BigDecimal("100"));
        bench.activity(2024, Unknown.of("activity.2024.fee"));
        bench.activity(2025, Unknown.of("activity.2025.fee"));
        assertEquals("?activity.2024.fee,activity.2025.fee", shown("sum(Activity, fee)"));
        assertEquals("100", shown("sumKnown(Activity, fee)"));
        assertEquals("100", shown("sum(Activity, fee where year = 2023)"));
        assertEquals("true", shown("any(Activity, fee = 100 where true)"));
        assertEquals("?activity.2024.fee,activity.2025.fee", shown("any(Activity, fee = 200 where true)"));
        assertEquals("2023, 2024, 2025", shown("join(Activity, year)"));
        assertEquals("2023;2024", shown("list(Activity, year where year < self.year)"));
        assertEquals("", shown("join(Activity, empty)"));
        assertEquals("?activity.2024.fee", shown("join(Activity, fee where year = 2024)"));
        assertEquals("nothing", shown("mean(Activity, fee where no)"));
    }

    @Test
    void a_letter_sums_the_letters_of_its_own_act() {
        Act one = bench.act("a1", "10", 1);
        Act other = bench.act("a2", "10", 1);
        Letter letter = bench.letter(one, "K");
        bench.letter(one, "J");
        bench.letter(other, "T");
        assertEquals("K, J", FormulaBench.shown(bench.eval("join(Letter, letter)", letter)));
        assertEquals("1", FormulaBench.shown(bench.eval("count(Letter where letter != self.letter)", letter)));
        assertEquals("2", FormulaBench.shown(bench.eval("count(Act)", letter)));
        assertEquals("2", FormulaBench.shown(bench.eval("count(Letter)", one)));
        assertEquals("3", FormulaBench.shown(bench.eval("count(Letter)")));
    }

    /** A tariff of 26.50 raised by 3.50 at a price of 40: without a share of the gain, and with sixty percent of it. */
    @ParameterizedTest
    @CsvSource({"0, 0.333333", "0.60, 0.403333"})
    void gains_of_a_rise_are_shared_as_the_shipped_rule_folds_them(String share, String expected) {
        Rulebook rulebook = Shipped.base();
        Formula formula = rulebook.rules().values().stream()
                .flatMap(r -> r.statements().stream())
                .filter(s -> s instanceof Statement.Let let
                        && let.field().equals("shared")
                        && let.formula().text().startsWith("fold"))
                .map(s -> ((Statement.Let) s).formula())
                .findFirst()
                .orElseThrow();
        Year year = new Year(rulebook.dictionary().layout(Kind.YEAR));
        year.put("yearEnd", LocalDate.of(2025, 12, 31), null);
        Rise rise = new Rise(rulebook.dictionary().layout(Kind.RISE), year, "0", "tariffRises.0", 1);
        rise.put("riseOn", LocalDate.of(2025, 1, 1), null);
        rise.put("base", new BigDecimal("26.50"), null);
        rise.put("rise", new BigDecimal("3.50"), null);
        rise.put("gainShare", new BigDecimal(share), null);
        Rate rate = new Rate(rulebook.dictionary().layout(Kind.RATE), year, "overrunRate", "", 1);
        rate.put("lastYear", new BigDecimal("2022"), null);
        rate.put(
                "corrected",
                new BigDecimal("40")
                        .subtract(new BigDecimal("26.50"))
                        .divide(new BigDecimal("26.50"), 6, RoundingMode.HALF_UP),
                null);
        assertEquals(new BigDecimal(expected), formula.eval(rate, NOTHING));
    }

    private static final Reads NOTHING = new Reads() {
        @Override
        public void field(Fact holder, String name, Object value, Object origin) {
            // nobody asks
        }

        @Override
        public void row(PlainRow row, String column, Object value) {
            // nobody asks
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gab | unknown field «gab»",
                "frobnicate(two) | unknown function «frobnicate» of 1 values",
                "round2(1, 2) | unknown function «round2» of 2 values",
                "lookup('reference/opsions', 'next', day, 'option', code) | unknown table «reference/opsions»",
                "lookup('reference/options', 'nexd', day, 'option', code) | has no column «nexd»",
                "lookup('reference/options', 'next') | lookup takes a table",
                "rows('reference/options', day, 'optoin', code) | has no column «optoin»",
                "openRows('modifiers/droits', 'sector') | tests no field «sector»",
                "openRows('modifiers/urgence', 'letter') | tests no field",
                "sum(Act) | sum of Act lacks what to take of each",
                "median(Act, fee) | unknown function «median» over Act",
                "count(Year) | there is one Year",
                "self.gab | unknown field «gab»",
                "two + 'open | text without closing",
                "two ^ 2 | character «^»",
                "two two | unexpected «two»",
                "(two | expected «)»",
                "two + | the formula ends too soon",
                "1.2.3 | number «1.2.3»",
                "12345678901234567 | number «12345678901234567»",
                "count(Act where count(Act where count(Act) > 1) > 1) | more than 2 sums or choices within each other"
            })
    void what_can_not_be_read_is_named_with_the_formula(String formula, String expected) {
        String message = assertThrows(FormulaInvalid.class, () -> Formula.read(formula, FormulaBench.TABLES))
                .getMessage();
        assertTrue(message.contains(expected) && message.contains(formula), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((((((((", "not ", "-", "two+", "if(yes,", "round2(", "'"})
    void a_flood_of_words_is_refused_and_not_followed(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int times : new int[] {10, 300, 60_000}) {
                assertThrows(FormulaInvalid.class, () -> Formula.read(part.repeat(times), FormulaBench.TABLES));
            }
        });
    }

    @Test
    void formulas_that_double_their_value_at_each_step_end_without_a_value() {
        for (int i = 0; i < 60; i++) {
            bench.act("a" + i, "99.99", 1);
        }
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals("nothing", shown("fold(Act, 3, acc * acc)"));
            assertEquals("nothing", shown("fold(Act, 'x', concat(acc, acc))"));
        });
    }
}
