package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.fact.Practitioner;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import fr.optam.report.html.Anchor;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Frame;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A simulation as one page for the physician: three sentences, then pictures and tables. */
public final class SimulationPage {
    private static final String TEMPLATE = "simulate";
    private static final int LONG = 60;

    private final Story story;
    private final Voice voice;
    private final Simulation simulation;

    private SimulationPage(Story story) {
        this.story = story;
        this.voice = story.voice();
        this.simulation = story.simulation();
    }

    /**
     * The page: HTML that is XML too, which loads nothing and needs no script. Equal simulations give equal pages.
     *
     * @param simulation what was simulated
     * @param rulebook that decided
     * @param lang language of the page
     */
    public static String of(Simulation simulation, Rulebook rulebook, Lang lang) {
        return new SimulationPage(new Story(simulation, rulebook, lang)).page();
    }

    private String page() {
        List<Section> sections = new ArrayList<>();
        Drawings drawings = new Drawings(story);
        for (Chapter chapter : story.chapters()) {
            Section section = section(chapter);
            sections.add(
                    switch (chapter.id()) {
                        case "engagements" -> section.with(drawings.commitments());
                        case "marches" -> section.with(drawings.curves());
                        case "cadence" -> section.with(drawings.pace());
                        default -> section;
                    });
        }
        List<Frame.Entry> entries = new ArrayList<>();
        entries.add(new Frame.Entry("#essentiel", voice.say("L’essentiel", "In short"), 1));
        sections.forEach(each -> entries.add(new Frame.Entry(Anchor.to(each.id()), each.title(), 1)));
        Frame frame = new Frame(
                voice.say("Votre année " + simulation.year(), "Your year " + simulation.year()),
                List.of(Span.text(person())),
                List.of(),
                List.of(),
                Frame.of(voice.rulebook().id(), "", "", voice.lang()).foot());
        Map<String, Object> model = frame.with(entries).model();
        model.put("sections", sections);
        model.put("essentials", story.essentials());
        model.put("tone", tone());
        model.put("figures", figures());
        return HtmlPage.render(TEMPLATE, model, voice.lang());
    }

    private String person() {
        Practitioner practitioner = simulation.facts().practitioner();
        List<String> words = new ArrayList<>();
        words.add(voice.say("Simulation pour le praticien ", "Simulation for practitioner ") + practitioner.id());
        practitioner.sector().ifPresent(sector -> words.add(voice.label("SECTOR", sector)));
        words.add(story.name(simulation.first()));
        return String.join(" · ", words);
    }

    private String tone() {
        return simulation
                .first()
                .answer("respect")
                .map(Answer::verdict)
                .map(verdict -> switch (verdict) {
                    case "RESPECTED" -> "good";
                    case "BREACHED" -> "bad";
                    default -> simulation.first().kind() == Way.Kind.WITHOUT ? "info" : "warn";
                })
                .orElse("info");
    }

    private List<Section.Figure> figures() {
        return new Essentials(simulation, voice)
                .figures().stream()
                        .map(each -> new Section.Figure(each.get(0), each.get(1), each.get(2)))
                        .toList();
    }

    private Section section(Chapter chapter) {
        return new Section(
                chapter.id(),
                chapter.title(),
                chapter.said().stream().map(each -> List.of(Span.text(each))).toList(),
                List.of(),
                List.of(),
                chapter.sheets().stream().map(this::table).toList());
    }

    private DataTable table(Sheet sheet) {
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < sheet.heads().size(); i++) {
            boolean figure = i >= sheet.heads().size() - sheet.figures();
            int place = i;
            boolean wide =
                    sheet.rows().stream().anyMatch(row -> row.cells().get(place).length() > LONG);
            heads.add(Head.of(sheet.heads().get(i), figure ? "number" : wide ? "long" : ""));
        }
        return DataTable.of(
                sheet.id(),
                sheet.caption(),
                sheet.id().equals(ChartSheet.ID) ? "plain" : "stack",
                heads,
                sheet.rows().stream().map(SimulationPage::row).toList());
    }

    private static Row row(Line line) {
        return new Row(
                "",
                line.tone(),
                line.cells().stream().map(cell -> List.of(Span.text(cell))).toList(),
                List.of());
    }
}
