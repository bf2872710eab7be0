package fr.optam.report.html;

import fr.optam.decision.RulebookId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands around the content of every page.
 *
 * @param title name of the page
 * @param subtitle words below it; may be empty
 * @param about what identifies the page: rulebook, version, digest
 * @param nav table of contents; none if empty
 * @param foot last line
 */
public record Frame(String title, List<Span> subtitle, List<Fact> about, List<Entry> nav, List<Span> foot) {
    /** Copies the lists. */
    public Frame {
        subtitle = List.copyOf(subtitle);
        about = List.copyOf(about);
        nav = List.copyOf(nav);
        foot = List.copyOf(foot);
    }

    /** A name and its value. */
    public record Fact(String name, List<Span> value) {}

    /**
     * A line of the table of contents.
     *
     * @param to address in the page, {@code #sources}
     * @param text what it says
     * @param level 1, or 2 for a line below another
     */
    public record Entry(String to, String text, int level) {}

    /** The frame of a page about a rulebook. */
    public static Frame of(RulebookId rulebook, String title, String subtitle, Lang lang) {
        return new Frame(
                title,
                subtitle.isEmpty() ? List.of() : List.of(Span.text(subtitle)),
                about(rulebook, lang),
                List.of(),
                List.of(
                        Span.text(lang.say("Référentiel ", "Rulebook ") + rulebook.version() + ", "),
                        Span.code(rulebook.digest())));
    }

    /** What identifies a rulebook. */
    public static List<Fact> about(RulebookId rulebook, Lang lang) {
        List<Fact> about = new ArrayList<>();
        about.add(new Fact(lang.say("Référentiel", "Rulebook"), List.of(Span.text(rulebook.version()))));
        about.add(new Fact(
                lang.say("Variantes appliquées", "Overlays applied"),
                List.of(Span.text(
                        rulebook.overlays().isEmpty()
                                ? lang.say("aucune", "none")
                                : String.join(", ", rulebook.overlays())))));
        about.add(new Fact(lang.say("Empreinte", "Digest"), List.of(Span.code(rulebook.digest()))));
        return about;
    }

    /** The same with a table of contents. */
    public Frame with(List<Entry> entries) {
        return new Frame(title, subtitle, about, entries, foot);
    }

    /** What the layout takes; a template adds its own. */
    public Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", title);
        model.put("subtitle", subtitle);
        model.put("about", about);
        model.put("nav", nav);
        model.put("foot", foot);
        return model;
    }
}
