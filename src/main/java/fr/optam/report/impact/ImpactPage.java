package fr.optam.report.impact;

import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.Population;
import fr.optam.compare.impact.Side;
import fr.optam.report.html.Frame;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;

/** What a change of rules does to a cohort, as one page of its own. */
public final class ImpactPage {
    private final Terms terms;
    private final Citations citations;
    private final Rulebook after;

    private ImpactPage(Impact impact, Rulebook before, Rulebook after, Lang lang) {
        this.terms = new Terms(impact, lang);
        this.citations = new Citations(before, after);
        this.after = after;
    }

    /**
     * The page: HTML that is XML too, which loads nothing and needs no script. Equal impacts give equal pages.
     *
     * @param impact what is told, small groups hidden already if the page is to be shared
     * @param before rulebook before, for the sources of rows that are gone
     * @param after rulebook after, for the sources of rows and for its words
     * @param cases whether practitioners are named, those with the greatest loss or gain: personal data
     * @param lang language of the page
     */
    public static String of(Impact impact, Rulebook before, Rulebook after, boolean cases, Lang lang) {
        return new ImpactPage(impact, before, after, lang).page(cases);
    }

    private String page(boolean cases) {
        List<Section> sections = new ArrayList<>();
        sections.add(new InShort(terms).section(cases));
        sections.addAll(new EditsPart(terms, citations).sections());
        if (!terms.impact().isEmpty() && !terms.impact().totals().hidden()) {
            sections.addAll(new QuestionsPart(terms).sections());
            sections.addAll(new GroupsPart(terms).sections());
            if (cases) {
                sections.addAll(new CasesPart(terms, after.words()).sections());
            }
        }
        sections.add(new MethodPart(terms, citations).section());
        return HtmlPage.of(frame(), sections, terms.lang());
    }

    private Frame frame() {
        Impact impact = terms.impact();
        Population population = impact.population();
        List<Frame.Fact> about = List.of(
                new Frame.Fact(terms.say("Avant", "Before"), side(impact.before())),
                new Frame.Fact(terms.say("Après", "After"), side(impact.after())),
                new Frame.Fact(terms.say("Cohorte", "Cohort"), List.of(Span.text(cohort(population)))),
                new Frame.Fact(terms.say("Année", "Year"), List.of(Span.text(String.valueOf(population.year())))));
        return new Frame(
                terms.say("Effet d’un changement de règles", "What a change of rules does"),
                List.of(Span.text(subtitle(population))),
                about,
                List.of(),
                List.of(
                        Span.text(name(impact.before()) + " "),
                        Span.code(impact.before().id().digest()),
                        Span.text(" → " + name(impact.after()) + " "),
                        Span.code(impact.after().id().digest())));
    }

    private String subtitle(Population population) {
        Impact impact = terms.impact();
        String words = terms.say(
                "Les mêmes faits, décidés avec les règles d’avant et avec celles d’après.",
                "The same facts, decided with the rules before and with those after.");
        if (impact.before().id().equals(impact.after().id())) {
            words += terms.say(" Les deux référentiels sont identiques.", " Both rulebooks are identical.");
        }
        return population.kind() == Population.Kind.SHIPPED
                ? words
                        + terms.say(
                                " Cohorte synthétique livrée avec le programme, car aucune autre n’a été donnée.",
                                " Synthetic cohort that ships with the program, because no other was given.")
                : words;
    }

    private String cohort(Population population) {
        String name = population.name().isEmpty() ? terms.say("livrée", "shipped") : population.name();
        return name + ", " + terms.practitioners(population.practitioners());
    }

    private String name(Side side) {
        return side.name().equals(".") ? terms.say("dossier de travail", "working folder") : side.name();
    }

    private List<Span> side(Side side) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.text(name(side) + terms.say("\u00A0: ", ": ") + side.id().version()));
        side.id().overlays().forEach(overlay -> spans.add(Span.text(" + " + overlay)));
        spans.add(Span.lineBreak());
        spans.add(Span.code(side.id().digest()));
        return spans;
    }
}
