package fr.optam.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.RulebookId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A page stands alone, says what it was given, and nothing it was given can act in it. */
class HtmlPageTest {
    private static final RulebookId ID = new RulebookId("2026.1", "sha256:00", List.of());
    private static final String HOSTILE =
            "</style><script>alert(1)</script>\"'&<img src=x onerror=a>{{ 7*7 }}\u0001\u202E\uD800 fin";

    private static String page(String text, Lang lang) {
        DataTable table = DataTable.of(
                "t",
                text,
                "stack",
                List.of(DataTable.Head.of("Id"), DataTable.Head.of(text, "long"), DataTable.Head.of("n", "number")),
                List.of(
                        new DataTable.Row(
                                "R-1",
                                "bad",
                                List.of(
                                        List.of(Span.code(text)),
                                        List.of(
                                                Span.before(text),
                                                Span.after("1"),
                                                Span.link(text, "javascript:alert(1)"),
                                                Span.link("R-1", "#R-1", text)),
                                        List.of(Span.bar(500, "good", text), Span.badge(text, "warn"))),
                                List.of(new Span("confidence", "LAW", "", "", ""), Span.soft(text))),
                        DataTable.Row.of(List.of(List.of(Span.text("b")), List.of(), List.of(Span.lineBreak())))));
        return HtmlPage.of(
                Frame.of(ID, text, text, lang),
                List.of(
                        new Section(
                                "un",
                                text,
                                List.of(List.of(Span.text(text))),
                                List.of(new Section.Figure("12", text, "good")),
                                List.of(table)),
                        new Section("deux", "Deux", List.of(), List.of(), List.of())),
                lang);
    }

    @Test
    void a_page_is_well_formed_and_stands_alone() {
        Document page = Pages.read(page("Texte", Lang.FR));
        assertEquals(List.of(), Pages.faults(page));
        assertEquals("fr", page.getDocumentElement().getAttribute("lang"));
        assertTrue(Pages.ids(page).containsAll(List.of("un", "deux", "t", "R-1", "contenu")));
        assertEquals(
                "en", Pages.read(page("Text", Lang.EN)).getDocumentElement().getAttribute("lang"));
    }

    @Test
    void hostile_text_stays_text() {
        String written = page(HOSTILE, Lang.FR);
        Document page = Pages.read(written);
        assertEquals(List.of(), Pages.faults(page));
        assertFalse(written.contains("javascript:"));
        assertTrue(written.contains("{{ 7*7 }}"), "a template in a text is not run");
        String title = page.getElementsByTagName("title").item(0).getTextContent();
        assertEquals(
                "</style><script>alert(1)</script>\"'&<img src=x onerror=a>{{ 7*7 }}\uFFFD\uFFFD\uFFFD fin", title);
    }

    @Test
    void every_table_has_a_caption_and_heads_with_scope() {
        for (Element e : Pages.elements(Pages.read(page("Texte", Lang.FR)))) {
            if (e.getTagName().equals("th")) {
                assertFalse(e.getAttribute("scope").isEmpty());
            }
            if (e.getTagName().equals("table")) {
                assertEquals(1, e.getElementsByTagName("caption").getLength());
            }
        }
    }

    @Test
    void the_language_is_that_of_the_page_and_not_of_the_machine() {
        Locale before = Locale.getDefault();
        String french = page("Texte", Lang.FR);
        String english = page("Text", Lang.EN);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertEquals(french, page("Texte", Lang.FR));
            assertEquals(english, page("Text", Lang.EN));
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(french.contains("texte de droit") && french.contains("avant :"));
        assertTrue(english.contains("legal text") && english.contains("before:"));
    }

    @Test
    void a_template_that_lacks_something_is_a_failure_and_no_gap() {
        assertThrows(IllegalStateException.class, () -> HtmlPage.render("sections", Map.of("title", "x"), Lang.FR));
    }

    @Test
    void on_paper_a_page_with_a_wide_table_lies_across_as_a_whole() {
        DataTable wide = DataTable.of(
                "w", "Large", "wide", List.of(DataTable.Head.of("Id")), List.of(DataTable.Row.of(List.of(List.of()))));
        String page = HtmlPage.of(
                Frame.of(ID, "Titre", "", Lang.FR),
                List.of(new Section("un", "Un", List.of(), List.of(), List.of(wide))),
                Lang.FR);
        assertTrue(
                page.contains("body:has(main>section>.scroll.wide){page:across}"), "one orientation, no forced break");
        Element table = (Element) Pages.read(page).getElementsByTagName("table").item(0);
        Element scroll = (Element) table.getParentNode();
        assertEquals("scroll wide", scroll.getAttribute("class"));
        assertEquals("main", scroll.getParentNode().getParentNode().getNodeName());
    }
}
