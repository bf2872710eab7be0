package fr.optam.explain;

import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.Citation;
import java.util.ArrayList;
import java.util.List;

/** Explains what the engine decides of one practitioner-year. */
public final class Explainer {
    private final Engine engine;
    private final Rulebook rulebook;
    private final Relevance relevance;
    private final CrossCheck second;
    private final FactsRead facts;
    private final ParametersRead parameters;

    /** @param engine with the rulebook that decided */
    public Explainer(Engine engine) {
        this.engine = engine;
        this.rulebook = engine.rulebook();
        this.relevance = new Relevance(rulebook);
        this.second = new CrossCheck(engine);
        this.facts = new FactsRead(rulebook.dictionary(), relevance);
        this.parameters = new ParametersRead(rulebook);
    }

    /** Decides and explains; every table is judged a second time without the rule engine. */
    public Explanation explain(PractitionerYear year) {
        WhyNot watch = new WhyNot(rulebook);
        List<Sentence> disagreements = new ArrayList<>();
        Decision decision = engine.observe(year, second.beside(watch, disagreements));
        List<WhyNot.Entry> found = watch.found();
        List<NotAsked> notAsked = watch.notAsked();
        Whys whys = new Whys(relevance, year, decision, found, notAsked);
        return new Explanation(
                decision,
                decision.firings().stream().map(this::step).toList(),
                facts.of(decision, year),
                parameters.of(decision),
                found.stream().map(Explainer::notApplied).toList(),
                decision.answers().stream().map(whys::of).toList(),
                watch.asked(),
                notAsked,
                whys.outcome(decision),
                List.copyOf(disagreements));
    }

    private static NotApplied notApplied(WhyNot.Entry entry) {
        return new NotApplied(
                entry.rule(),
                entry.at(),
                entry.table(),
                entry.subjects().stream().map(Subject::name).toList(),
                entry.failed());
    }

    private Step step(Firing firing) {
        Citation citation = rulebook.rules().get(firing.rule()).citation();
        return new Step(firing, citation.confidence(), citation.from(), citation.to(), citation.note());
    }
}
