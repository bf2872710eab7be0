package fr.optam.engine;

import fr.optam.decision.Answer;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import java.util.ArrayList;
import java.util.List;

/** Gives each of several equal act lines its own answers, with its own id. */
final class LetterAnswers {
    private LetterAnswers() {}

    static List<Answer> each(PractitionerYear facts, Utterance.Draft draft, Answer answer) {
        Fact fact = draft.by.fact();
        Fact act = fact.kind() == Kind.LETTER ? fact.above() : fact;
        if (act.kind() != Kind.ACT || act.weight() == 1) {
            return List.of(answer);
        }
        String first = act.key();
        List<String> ids = facts.acts().orElse(List.of()).get(act.place()).ids();
        List<Answer> all = new ArrayList<>();
        for (String id : ids) {
            all.add(new Answer(
                    answer.question().replace(":" + first + ":", ":" + id + ":"),
                    answer.verdict(),
                    answer.reason(),
                    answer.value(),
                    answer.unit(),
                    answer.amount(),
                    answer.confidence(),
                    answer.proof(),
                    answer.details(),
                    answer.missing().stream()
                            .map(p -> p.replace("acts." + first + ".", "acts." + id + "."))
                            .toList(),
                    answer.sentence()));
        }
        return all;
    }
}
