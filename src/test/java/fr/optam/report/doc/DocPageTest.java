package fr.optam.report.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.report.html.Lang;
import fr.optam.report.html.Pages;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.PlainRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The document holds all of the rulebook, each thing once and in its place. */
class DocPageTest {
    private static final int MOST_BYTES = 3_000_000;
    private static Rulebook rulebook;
    private static String french;
    private static Document page;
    private static Set<String> ids;

    @BeforeAll
    static void write() {
        rulebook = Shipped.base();
        french =
                DocPage.of(rulebook, List.of(new Variant("guide", false, rulebook, Shipped.guide())), List.of(Lang.FR));
        page = Pages.read(french);
        ids = new HashSet<>(Pages.ids(page));
    }

    @Test
    void it_is_well_formed_leads_nowhere_wrong_and_loads_nothing() {
        assertEquals(List.of(), Pages.faults(page));
        assertTrue(french.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES);
    }

    @Test
    void every_rule_row_table_source_field_and_reason_has_its_place() {
        List<String> wanted = new ArrayList<>(rulebook.rules().keySet());
        rulebook.tables().keySet().forEach(t -> wanted.add("table-" + t.replace('/', '-')));
        rulebook.lists().keySet().forEach(t -> wanted.add("table-" + t.replace('/', '-')));
        rulebook.lists().values().forEach(l -> l.rows().forEach(r -> wanted.add(r.id())));
        rulebook.dictionary().fields().keySet().forEach(f -> wanted.add("champ-" + f));
        rows("reference/sources").forEach(r -> wanted.add("source-" + r.values().get("sourceId")));
        rows("reference/motifs").forEach(r -> wanted.add("motif-" + r.values().get("reason")));
        rows("reference/constats")
                .forEach(r -> wanted.add("constat-" + r.values().get("finding")));
        assertTrue(wanted.size() > 1500, String.valueOf(wanted.size()));
        wanted.removeAll(ids);
        assertEquals(List.of(), wanted);
        assertTrue(ids.containsAll(List.of("PRIM-SHARE-030", "table-modifiers-droits", "source-L5")));
    }

    private static List<PlainRow> rows(String list) {
        return rulebook.list(list).orElseThrow().rows();
    }

    @Test
    void a_rule_leads_to_its_sources_and_a_source_to_its_rules() {
        assertTrue(links("PRIM-SHARE-030").contains("#source-P3"));
        assertTrue(links("source-P3").contains("#PRIM-SHARE-030"));
        assertTrue(links("source-A1").contains("#ELIG-MIN-002"));
    }

    @Test
    void a_field_leads_to_who_makes_and_who_reads_it() {
        assertTrue(links("champ-share").contains("#table-consequence-prime-bareme"));
        assertTrue(links("champ-gap").contains("#table-consequence-prime-bareme"));
        assertTrue(links("PRIM-AMOUNT-010").contains("#champ-share"));
    }

    private static Set<String> links(String id) {
        Element at = Pages.elements(page).stream()
                .filter(e -> e.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
        Set<String> links = links(at);
        Node next = at.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        if (next instanceof Element below && below.getAttribute("class").startsWith("note")) {
            links.addAll(links(below));
        }
        return links;
    }

    private static Set<String> links(Element at) {
        Set<String> links = new HashSet<>();
        for (int i = 0; i < at.getElementsByTagName("a").getLength(); i++) {
            links.add(((Element) at.getElementsByTagName("a").item(i)).getAttribute("href"));
        }
        return links;
    }

    @Test
    void every_drl_rule_stands_in_words_and_as_written() {
        String words = page.getDocumentElement().getTextContent();
        rulebook.rules().values().stream().filter(r -> r.at().contains(".drl!")).forEach(r -> {
            assertTrue(words.contains("rule \"" + r.id() + "\""), r.id());
            assertFalse(RuleCards.written(rulebook).get(r.id()).isEmpty(), r.id());
        });
    }

    @Test
    void two_languages_stand_in_one_page_and_lead_to_each_other() {
        Document both = Pages.read(DocPage.of(rulebook, List.of(), List.of(Lang.FR, Lang.EN)));
        assertEquals(List.of(), Pages.faults(both));
        Set<String> places = new HashSet<>(Pages.ids(both));
        assertTrue(places.containsAll(List.of("PRIM-SHARE-030", "en.PRIM-SHARE-030", "debut", "en.debut")));
    }

    @Test
    void the_bytes_are_the_same_twice_and_elsewhere() {
        Locale before = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(
                    french,
                    DocPage.of(
                            Shipped.base(),
                            List.of(new Variant("guide", false, rulebook, Shipped.guide())),
                            List.of(Lang.FR)));
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zone);
        }
    }
}
