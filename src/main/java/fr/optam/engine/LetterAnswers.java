package fr.optam.engine;

import fr.optam.decision.Answer;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each of several equal act lines its own answers, with its own id, or several acts one answer. */
final class LetterAnswers {
    /** Stands for the id of any act. */
    private static final String ANY = "";

    private LetterAnswers() {}

    /**
     * One answer for all acts of which a rule says the same.
     *
     * @param drafts drafts in order
     * @param answers their answers in the same order
     * @return answers in the order of the first of each
     */
    static List<Answer> folded(List<Utterance.Draft> drafts, List<Answer> answers) {
        Map<Answer, List<String>> acts = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            Fact fact = drafts.get(i).by.fact();
            Fact act = fact.kind() == Kind.LETTER ? fact.above() : fact;
            if (act.kind() != Kind.ACT) {
                acts.put(answer, List.of());
                continue;
            }
            Answer any = of(answer, act.key(), ANY);
            acts.computeIfAbsent(any, a -> new ArrayList<>(1)).add(act.key());
        }
        List<Answer> folded = new ArrayList<>(acts.size());
        acts.forEach((any, ids) -> {
            Answer first = ids.isEmpty() ? any : of(any, ANY, ids.get(0));
            folded.add(ids.isEmpty() ? any : first.about(List.copyOf(ids), first.question(), first.missing()));
        });
        return folded;
    }

    /** The same answer about another act. */
    private static Answer of(Answer answer, String act, String other) {
        return answer.about(
                List.of(),
                answer.question().replace(":" + act + ":", ":" + other + ":"),
                answer.missing().isEmpty()
                        ? List.of()
                        : answer.missing().stream()
                                .map(p -> p.replace("acts." + act + ".", "acts." + other + "."))
                                .toList());
    }

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
            all.add(of(answer, first, id));
        }
        return all;
    }
}
