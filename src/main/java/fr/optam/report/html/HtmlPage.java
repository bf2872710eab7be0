package fr.optam.report.html;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pages for a browser and for paper: one file each, which loads nothing and needs no script. Templates lie beside the
 * program, all text of a model is escaped, and equal models give equal bytes.
 */
public final class HtmlPage {
    private static final String FOLDER = "fr/optam/report";
    private static final PebbleEngine ENGINE = engine();

    private HtmlPage() {}

    /**
     * Fills in a template.
     *
     * @param template name without ending, {@code doc}
     * @param model what the template names; see its first comment
     * @return the page, HTML that is XML too
     * @throws IllegalStateException if the template names what the model does not hold
     */
    public static String render(String template, Map<String, Object> model, Lang lang) {
        StringWriter page = new StringWriter();
        try {
            ENGINE.getTemplate(template + ".peb").evaluate(page, model, lang.locale());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException("page " + template + ": " + e.getMessage(), e);
        }
        return page.toString();
    }

    /** Makes a template ready, so that {@link #render} need not; nothing else changes. */
    public static void ready(String template) {
        ENGINE.getTemplate(template + ".peb");
    }

    /** A page of sections in their order; the table of contents names them if there are several. */
    public static String of(Frame frame, List<Section> sections, Lang lang) {
        List<Frame.Entry> entries = sections.stream()
                .map(s -> new Frame.Entry(Anchor.to(s.id()), s.title(), 1))
                .toList();
        Map<String, Object> model = (sections.size() > 1 ? frame.with(entries) : frame).model();
        model.put("sections", sections);
        model.put("drawn", sections.stream().anyMatch(s -> !s.pictures().isEmpty()));
        return render("sections", model, lang);
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(HtmlPage.class.getClassLoader());
        loader.setPrefix(FOLDER);
        return new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .addEscapingStrategy("page", SafeText::of)
                .defaultEscapingStrategy("page")
                .defaultLocale(Locale.ROOT)
                .extension(new PageWords())
                .build();
    }
}
