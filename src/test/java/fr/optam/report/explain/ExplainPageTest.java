package fr.optam.report.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.Sentence;
import fr.optam.explain.Account;
import fr.optam.explain.Notice;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Pages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The page of an account, read as strictly as XML is. */
class ExplainPageTest {
    private static final String MEMBER = """
            {"schema":"optam/practitioner-year/1","year":2020,
             "practitioner":{"id":"990000012","specialty":"03","sector":"2","installedOn":"2009-09-01","department":"31"},
             "memberships":[{"option":"OPTAM","from":"2020-01-01","to":null,
               "commitment":{"overrunRate":"0.2500","opposableShare":"0.5000"}}],
             "activity":[{"year":2020,"actCounts":{},"reimbursableFees":"210000.00","overruns":"55000.00",
               "opposableFees":"106000.00"}],
             "acts":[{"id":"a1","on":"2020-02-03","code":"HHFA016","activity":"1","category":"ADC","modifiers":"K",
               "allowedModifiers":"JK","association":"1","quantity":1,"baseTariff":"200.00","feeCharged":"260.00",
               "c2s":false,"emergency":false}],
             "events":[{"type":"QUARTER_BREACHED","on":"2020-04-10","quarter":"2020-Q1"}],
             "paid":{"prime":"4000.00","primePaidOn":"2021-07-01"}}""";

    private static Account account;
    private static String french;
    private static String english;

    @BeforeAll
    static void write() {
        account = Accounts.of(MEMBER);
        french = ExplainPage.of(account, Accounts.RULEBOOK, Lang.FR);
        english = ExplainPage.of(account, Accounts.RULEBOOK, Lang.EN);
    }

    @Test
    void both_languages_are_well_formed_and_load_nothing() {
        assertEquals(List.of(), Pages.faults(Pages.read(french)));
        assertEquals(List.of(), Pages.faults(Pages.read(english)));
        assertTrue(french.contains("Pour le médecin") && english.contains("For the physician"));
    }

    @Test
    void equal_accounts_give_equal_pages() {
        assertEquals(french, ExplainPage.of(Accounts.of(MEMBER), Accounts.RULEBOOK, Lang.FR));
    }

    @Test
    void every_picture_says_what_it_shows() {
        List<Element> pictures = Pages.elements(Pages.read(french)).stream()
                .filter(e -> e.getTagName().equals("svg"))
                .toList();
        assertTrue(pictures.size() >= 4, "pictures: " + pictures.size());
        for (Element picture : pictures) {
            assertEquals("img", picture.getAttribute("role"));
            assertFalse(picture.getElementsByTagName("title")
                    .item(0)
                    .getTextContent()
                    .isBlank());
            assertFalse(picture.getElementsByTagName("desc")
                    .item(0)
                    .getTextContent()
                    .isBlank());
        }
    }

    @Test
    void headings_never_skip_a_level() {
        int before = 0;
        for (Element e : Pages.elements(Pages.read(french))) {
            if (e.getTagName().matches("h[1-6]")) {
                int level = e.getTagName().charAt(1) - '0';
                assertTrue(level <= before + 1, e.getTextContent());
                before = level;
            }
        }
    }

    @Test
    void text_of_a_rulebook_never_becomes_markup() {
        String hostile = "</svg><script>alert(1)</script>\"'&{{ 7*7 }}";
        Notice remedies = new Notice(
                "REMEDIES",
                new Sentence(hostile, hostile),
                Optional.of(new Sentence(hostile, hostile)),
                "DOC-MEN-007",
                "decision-tables/reference/mentions.xlsx!Table!A10");
        String page = ExplainPage.of(
                new Account(
                        account.facts(),
                        account.explanation(),
                        account.changes(),
                        List.of(remedies),
                        account.evidence()),
                Accounts.RULEBOOK,
                Lang.FR);
        assertEquals(List.of(), Pages.faults(Pages.read(page)));
        assertFalse(page.contains("<script"));
        assertTrue(page.contains("{{ 7*7 }}"), "a template in a text is not run");
    }

    @Test
    void the_first_part_says_outcome_reason_source_and_who_owes_the_next_step() {
        Element first = Pages.elements(Pages.read(french)).stream()
                .filter(e -> e.getAttribute("id").equals("essentiel"))
                .findFirst()
                .orElseThrow();
        String text = first.getTextContent();
        assertTrue(text.contains("non conforme"), text);
        assertTrue(text.contains("Votre taux de dépassement (26,19\u00A0%) dépasse votre engagement"), text);
        assertTrue(first.getElementsByTagName("a").getLength() > 0, "the source is a link");
        assertTrue(text.contains("à compléter par l’organisme"), text);
    }

    @Test
    void alike_acts_stand_together_so_that_many_acts_give_no_long_page() {
        String act = MEMBER.substring(MEMBER.indexOf("{\"id\":\"a1\""), MEMBER.indexOf("}],\n \"events\"") + 1);
        String acts = IntStream.range(0, 60)
                .mapToObj(i -> act.replace("\"a1\"", "\"a" + i + "\"")
                        .replace("2020-02-03", String.format(Locale.ROOT, "2020-%02d-%02d", i % 12 + 1, i % 28 + 1))
                        .replace("260.00", 220 + i + ".00"))
                .collect(Collectors.joining(","));
        String page = ExplainPage.of(Accounts.of(MEMBER.replace(act, acts), false), Accounts.RULEBOOK, Lang.FR);
        int size = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(size < 650_000, "bytes: " + size);
        assertEquals(List.of(), Pages.faults(Pages.read(page)));
    }
}
