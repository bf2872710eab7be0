package fr.optam.cohort.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSharesTest {

    @TempDir
    static Path directory;

    private static Written written;
    private static List<Map<String, String>> acts;
    private static Map<String, Map<String, String>> practitioners;

    @BeforeAll
    static void write() throws IOException {
        written = Written.of(Written.acts(Written.request(directory.resolve("a"), 1_500), 60));
        acts = written.rows("acts");
        practitioners = written.rows("practitioners").stream()
                .collect(Collectors.toMap(row -> row.get("practitioner_id"), row -> row));
    }

    @Test
    void faults_that_the_file_shows_are_counted_exactly() {
        assertEquals(planted("five_letters"), count(act -> act.get("modifiers").length() == 5));
        assertEquals(planted("k_and_t"), count(act -> act.get("modifiers").equals("KT")));
        assertEquals(
                planted("three_outside_anaesthesia"),
                count(act ->
                        act.get("modifiers").equals("3") && act.get("activity").equals("1")));
        assertEquals(planted("two_emergency_letters"), count(act -> Set.of("FU", "FS")
                .contains(act.get("modifiers"))));
    }

    @Test
    void a_letter_outside_the_list_is_billed_only_where_planted() {
        long unlisted = count(act -> {
            String allowed = act.get("allowed_modifiers");
            return !allowed.isEmpty() && act.get("modifiers").chars().anyMatch(letter -> allowed.indexOf(letter) < 0);
        });
        long hidden = acts.stream()
                .filter(act -> act.get("allowed_modifiers").isEmpty())
                .count();
        assertTrue(unlisted <= planted("letter_not_listed"), "unlisted " + unlisted);
        assertTrue(unlisted >= planted("letter_not_listed") - hidden, "unlisted " + unlisted);
    }

    @Test
    void every_fault_is_on_about_five_acts_of_a_thousand_that_can_carry_it() {
        for (String fault : List.of("five_letters", "letter_not_listed", "three_outside_anaesthesia")) {
            long perTenThousand = planted(fault) * 10_000 / acts.size();
            assertTrue(perTenThousand >= 42 && perTenThousand <= 58, fault + " " + perTenThousand);
        }
    }

    @Test
    void only_known_members_of_optam_bill_t_without_a_fault() throws IOException {
        Set<String> optam = written.rows("memberships").stream()
                .filter(row -> row.get("option").equals("OPTAM"))
                .map(row -> row.get("practitioner_id"))
                .collect(Collectors.toSet());
        long others = count(act -> act.get("modifiers").contains("T") && !optam.contains(act.get("practitioner_id")));
        assertTrue(others <= planted("t_by_second_option_member") + planted("k_and_t") + planted("five_letters"));
        assertTrue(planted("t_by_second_option_member") > 0);
    }

    @Test
    void the_two_groups_of_sectors_have_the_shares_of_the_profile() throws IOException {
        long sector2 = practitioners.values().stream()
                .filter(row -> row.get("sector").equals("2"))
                .count();
        assertTrue(sector2 > 1_500 * 0.80 && sector2 < 1_500 * 0.88, "sector 2: " + sector2);
        long members = written.rows("memberships").stream()
                .map(row -> row.get("practitioner_id"))
                .distinct()
                .count();
        assertTrue(members > 1_500 * 0.57 && members < 1_500 * 0.66, "members: " + members);
    }

    @Test
    void respect_is_planted_as_the_signed_rates_show_it() throws IOException {
        Map<String, Map<String, String>> years = written.rows("activity").stream()
                .filter(row -> row.get("year").equals("2025"))
                .collect(Collectors.toMap(row -> row.get("practitioner_id"), row -> row));
        long missed = 0;
        long kept = 0;
        for (Map<String, String> row : written.rows("memberships")) {
            Map<String, String> year = years.get(row.get("practitioner_id"));
            boolean known = !row.get("commitment_overrun_rate").isEmpty()
                    && !row.get("commitment_opposable_share").isEmpty()
                    && year.values().stream().noneMatch(String::isEmpty)
                    && !row.get("option").equals("OPTAM_CO");
            if (known) {
                boolean rate =
                        share(year, "overruns").compareTo(new BigDecimal(row.get("commitment_overrun_rate"))) > 0;
                boolean part =
                        share(year, "opposable_fees").compareTo(new BigDecimal(row.get("commitment_opposable_share")))
                                < 0;
                missed += rate || part ? 1 : 0;
                kept += rate || part ? 0 : 1;
            }
        }
        long planted = written.planted("respect.met");
        assertTrue(kept <= planted && kept > planted * 0.85, kept + " of " + planted);
        long broken = written.planted("respect.rate_missed")
                + written.planted("respect.share_missed")
                + written.planted("respect.both_missed");
        assertTrue(missed <= broken && missed > broken * 0.85, missed + " of " + broken);
    }

    @Test
    void each_fact_is_unknown_for_about_one_practitioner_of_a_hundred() {
        for (Fact fact : Fact.values()) {
            long unknown = written.planted("unknown." + fact.name().toLowerCase(java.util.Locale.ROOT));
            assertTrue(unknown >= 3 && unknown <= 30, fact + " " + unknown);
        }
        long unknown = practitioners.values().stream()
                .filter(row -> row.get("specialty").isEmpty())
                .count();
        assertEquals(written.planted("unknown.specialty"), unknown);
    }

    @Test
    void the_summary_gives_every_count() throws IOException {
        String json = new String(written.bytes("sample.json"), StandardCharsets.UTF_8);
        assertTrue(json.contains("\"five_letters\" : " + planted("five_letters")), json);
        assertTrue(json.contains("\"acts.csv\" : " + acts.size()), json);
    }

    private static BigDecimal share(Map<String, String> year, String part) {
        return new BigDecimal(year.get(part))
                .divide(new BigDecimal(year.get("reimbursable_fees")), 6, RoundingMode.HALF_UP);
    }

    private static long planted(String fault) {
        return written.planted("faults." + fault);
    }

    private static long count(Predicate<Map<String, String>> like) {
        return acts.stream().filter(like).count();
    }
}
