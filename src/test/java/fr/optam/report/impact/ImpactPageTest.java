package fr.optam.report.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.Shown;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Pages;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page of an impact says who changes, by how much and why, and gives away nobody unless it is asked to. */
class ImpactPageTest {
    private static final Rulebook RULEBOOK = Shipped.base();
    private static final OptionalInt ELEVEN = OptionalInt.of(11);

    private static String page(Impact impact, boolean cases, Lang lang) {
        return ImpactPage.of(impact, RULEBOOK, RULEBOOK, cases, lang);
    }

    private static String words(Document page) {
        return page.getElementsByTagName("main").item(0).getTextContent().replace('\u00A0', ' ');
    }

    @Test
    void a_page_is_well_formed_and_stands_alone_in_both_languages() {
        for (Lang lang : Lang.values()) {
            for (Impact impact : List.of(
                    Impacts.full("Urologie", OptionalInt.empty()),
                    Impacts.full("Urologie", ELEVEN),
                    Impacts.empty(true),
                    Impacts.empty(false))) {
                assertEquals(List.of(), Pages.faults(Pages.read(page(impact, true, lang))));
            }
        }
    }

    @Test
    void the_finding_stands_first() {
        Document page = Pages.read(page(Impacts.full("Urologie", ELEVEN), false, Lang.FR));
        String words = words(page);
        assertTrue(
                words.contains("Sur 10 000 praticiens, 1 234 (12,34 %) reçoivent au moins une autre réponse. "
                        + "1 000 gagnent 1 234 567,89 €, 234 perdent 45 678,90 € ; solde +1 188 888,99 €."),
                words.substring(0, 900));
        assertTrue(words.contains("5 modifications, dont 2 sans effet ici."));
    }

    @Test
    void each_edit_is_told_with_its_source_and_what_it_does() {
        String words = words(Pages.read(page(Impacts.full("Urologie", ELEVEN), false, Lang.FR)));
        assertTrue(words.contains("E1 et E2 ensemble") && words.contains("E2 et E3, chacune suffit"));
        assertTrue(words.contains("E1, E2, E3, E4 et 1 de plus, chacune en partie (parts approchées)"));
        assertTrue(words.contains("rien : d’autres modifications suffisent"));
        assertTrue(words.contains("aucun praticien n’est concerné"));
        assertTrue(words.contains("presse") && words.contains("P3"), "the source of the row that was edited");
    }

    @Test
    void a_hidden_figure_stands_nowhere_in_the_page() {
        Document page = Pages.read(page(Impacts.full("Urologie", ELEVEN), false, Lang.FR));
        String words = words(page);
        assertFalse(words.contains("123,45"));
        assertTrue(words.contains("masqué"));
        assertTrue(words.contains("le groupe compte moins de 11 praticiens"));
        assertTrue(words.contains("1 groupe masqué"));
        for (Element row : Pages.elements(page)) {
            assertFalse(
                    row.getTagName().equals("tr") && row.getTextContent().startsWith("Urologie"), row.getTextContent());
        }
        String whole = words(Pages.read(page(Impacts.full("Urologie", OptionalInt.empty()), false, Lang.FR)));
        assertTrue(whole.contains("123,45"), "and it does where nothing is hidden");
    }

    @Test
    void practitioners_are_named_only_when_that_is_asked_for_and_then_it_is_said() {
        String shared = page(Impacts.full("Urologie", ELEVEN), false, Lang.FR);
        assertFalse(shared.contains("SYN-000041") || shared.contains("Données personnelles"));
        String named = page(Impacts.full("Urologie", ELEVEN), true, Lang.FR);
        assertTrue(named.contains("SYN-000041"));
        assertTrue(named.indexOf("Données personnelles") < named.indexOf("SYN-000041"));
        String synthetic = page(Impacts.full("Urologie", OptionalInt.empty()), true, Lang.EN);
        assertFalse(synthetic.contains("Personal data"));
        assertTrue(synthetic.contains("These practitioners are synthetic."));
    }

    @Test
    void where_the_totals_are_hidden_the_page_tells_the_edits_and_the_method_alone() {
        Impact whole = Impacts.full("Urologie", ELEVEN);
        Impact hidden = new Impact(
                whole.before(),
                whole.after(),
                whole.population(),
                Shown.HIDDEN,
                Shown.HIDDEN,
                whole.edits(),
                whole.questions(),
                whole.transitions(),
                whole.breakdowns(),
                whole.causes(),
                whole.findings(),
                whole.balances(),
                List.of(),
                ELEVEN,
                List.of());
        Document page = Pages.read(page(hidden, false, Lang.FR));
        assertTrue(Pages.ids(page).containsAll(List.of("essentiel", "modifications", "methode")));
        assertFalse(Pages.ids(page).contains("questions") || Pages.ids(page).contains("causes"));
        assertTrue(words(page).contains("ils feraient connaître un trop petit groupe"));
    }

    @Test
    void nothing_changes_is_said_at_once() {
        String idle = words(Pages.read(page(Impacts.empty(true), false, Lang.FR)));
        assertTrue(idle.contains("Aucune réponse ne change pour 300 praticiens."), idle);
        assertTrue(idle.contains("1 modification, dont 1 sans effet ici."), idle);
        String same = page(Impacts.empty(false), false, Lang.EN);
        assertTrue(same.contains("Both rulebooks say the same: no answer changes."));
        assertTrue(same.contains("Synthetic cohort that ships with the program, because no other was given."));
    }

    @Test
    void limits_are_told_with_their_verdict() {
        String words = words(Pages.read(page(Impacts.full("Urologie", ELEVEN), false, Lang.FR)));
        assertTrue(words.contains("--max-changed") && words.contains("dépassée") && words.contains("tenue"));
    }

    @Test
    void hostile_text_stays_text() {
        String hostile = "</td><script>alert(1)</script>\"'&{{ 7*7 }}";
        String page = page(Impacts.full(hostile, OptionalInt.empty()), true, Lang.FR);
        assertEquals(List.of(), Pages.faults(Pages.read(page)));
        assertFalse(page.contains("<script>"));
    }

    @Test
    void equal_impacts_give_equal_pages() {
        assertEquals(
                page(Impacts.full("Urologie", ELEVEN), true, Lang.FR),
                page(Impacts.full("Urologie", ELEVEN), true, Lang.FR));
    }
}
