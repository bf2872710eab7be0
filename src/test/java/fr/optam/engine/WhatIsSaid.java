package fr.optam.engine;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a decision says, but of what rulebook, where a rule stands, and in what words. */
public final class WhatIsSaid {
    private WhatIsSaid() {}

    /** As a text, equal for decisions that say the same. */
    public static String of(Decision d) {
        Map<String, Object> answers = new TreeMap<>();
        for (Answer a : d.answers()) {
            answers.put(
                    a.question(),
                    List.of(
                            a.verdict(),
                            a.reason(),
                            a.value(),
                            a.unit(),
                            a.amount(),
                            a.details(),
                            a.confidence(),
                            a.missing()));
        }
        return d.outcome()
                + d.confidence()
                + d.missing()
                + answers
                + d.problems().stream()
                        .map(p -> p.code() + p.acts() + p.amount() + p.rule())
                        .toList()
                + d.firings().stream().map(f -> f.rule()).toList();
    }
}
