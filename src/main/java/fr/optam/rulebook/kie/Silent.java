package fr.optam.rulebook.kie;

import fr.optam.decision.Conclusions;
import fr.optam.fact.flat.Fact;

/**
 * The sink while Drools fires. What a rule states is constant and was read when it was judged, so the engine applies it
 * after the stage, in the order of ids; firing only says which rules apply to which facts.
 */
enum Silent implements Conclusions {
    /** The only one. */
    INSTANCE;

    @Override
    public void set(Fact fact, String field, String code) {}

    @Override
    public void let(Fact fact, String field, String formula) {}

    @Override
    public void answer(Fact fact, String question, String verdict, String reason) {}

    @Override
    public void value(Fact fact, String formula, String unit) {}

    @Override
    public void amount(Fact fact, String formula) {}

    @Override
    public void detail(Fact fact, String name, String formula) {}

    @Override
    public void detailOf(Fact fact, String question, String name, String formula) {}

    @Override
    public void missing(Fact fact, String fields) {}

    @Override
    public void finding(Fact fact, String code) {}

    @Override
    public void say(Fact fact, String sentence) {}

    @Override
    public void with(Fact fact, String word, String formula, String unit) {}

    @Override
    public void outcome(Fact fact, String code) {}
}
