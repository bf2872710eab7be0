package fr.optam.report.doc;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.Frame;
import fr.optam.report.html.Frame.Entry;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rulebook as one page that a person reads, files and prints. */
public final class DocPage {
    private DocPage() {}

    /**
     * The page in one language, or in several below each other.
     *
     * @param rulebook what it describes
     * @param variants overlays that it tells about
     * @param languages languages in their order, at least one; the first is that of the page
     */
    public static String of(Rulebook rulebook, List<Variant> variants, List<Lang> languages) {
        List<DocPart> parts = new ArrayList<>();
        for (Lang lang : languages) {
            parts.add(DocPart.of(rulebook, variants, lang, parts.isEmpty() ? "" : lang.tag() + "."));
        }
        Lang first = languages.get(0);
        List<Entry> nav = new ArrayList<>();
        parts.forEach(p -> nav.addAll(p.nav(parts.size() > 1)));
        Frame frame = Frame.of(
                        rulebook.id(),
                        first.say("Les règles des options tarifaires", "The rules of the tariff options"),
                        first.say(
                                "Description publique, complète et vérifiable de ce que le programme décide et de ce sur quoi il se fonde.",
                                "Public, complete and verifiable description of what the program decides and on what grounds."),
                        first)
                .with(nav);
        Map<String, Object> model = frame.model();
        model.put("parts", parts);
        return HtmlPage.render("doc", model, first);
    }

    /** A list or table with what is said of it. @param limits reservations @param columns what columns hold */
    public record Sheet(
            String place,
            String name,
            String file,
            String title,
            List<List<Span>> words,
            List<Named> columns,
            List<Span> limits,
            DataTable table) {}

    /** A name and what it means. */
    public record Named(String name, List<Span> text) {}
}
