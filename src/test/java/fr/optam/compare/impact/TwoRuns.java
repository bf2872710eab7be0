package fr.optam.compare.impact;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.scenario.ScenarioFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two plain runs held against each other by code that knows nothing of edits: what {@link Study} must agree with. */
final class TwoRuns {
    private static final int EVERY = 6;

    private TwoRuns() {}

    /** Some practitioner-years of the shipped scenarios, each with an id of its own, in the order of the ids. */
    static List<PractitionerYear> facts() {
        List<PractitionerYear> all = new ArrayList<>();
        List<PractitionerYear> scenarios = ScenarioFacts.all();
        for (int i = 0; i < scenarios.size(); i++) {
            PractitionerYear f = scenarios.get(i);
            if (i % EVERY != 0 && !isAnaesthetistWith(f, "T")) {
                continue;
            }
            Practitioner p = f.practitioner();
            Practitioner other = new Practitioner(
                    "P" + (10_000 + all.size()),
                    p.specialty(),
                    p.sector(),
                    p.sector2Titles(),
                    p.installedOn(),
                    p.department(),
                    p.region(),
                    p.profession(),
                    p.income());
            all.add(new PractitionerYear(
                    f.year(),
                    other,
                    f.request(),
                    f.memberships(),
                    f.activity(),
                    f.acts(),
                    f.tariffRises(),
                    f.events(),
                    f.paid(),
                    f.notes()));
        }
        return all;
    }

    private static boolean isAnaesthetistWith(PractitionerYear facts, String letter) {
        return facts.practitioner().specialty().filter("02"::equals).isPresent()
                && facts.acts().orElse(List.of()).stream()
                        .anyMatch(a -> a.modifiers().orElse("").contains(letter));
    }

    /** What is said to each question, by practitioner and question; every line of every act for itself. */
    static Map<String, Map<String, String>> said(Engine engine, List<PractitionerYear> facts) {
        Map<String, Map<String, String>> said = new TreeMap<>();
        for (Decision d : engine.decideAll(facts, Detail.RULES)) {
            Map<String, String> answers = new TreeMap<>();
            answers.put("outcome", d.outcome());
            for (Answer a : d.answers()) {
                answers.put(
                        a.question(),
                        String.join(
                                "|",
                                a.verdict(),
                                a.reason(),
                                a.value().orElse(""),
                                a.unit().orElse(""),
                                a.amount().orElse(""),
                                String.valueOf(a.details()),
                                String.valueOf(a.missing()),
                                a.confidence().name()));
            }
            said.put(d.practitioner(), answers);
        }
        return said;
    }

    /** Questions answered otherwise, as {@code practitioner question}. */
    static Set<String> changed(Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        Set<String> changed = new TreeSet<>();
        before.forEach((practitioner, answers) -> {
            Set<String> questions = new TreeSet<>(answers.keySet());
            questions.addAll(after.get(practitioner).keySet());
            for (String question : questions) {
                if (!String.valueOf(answers.get(question))
                        .equals(String.valueOf(after.get(practitioner).get(question)))) {
                    changed.add(practitioner + " " + question);
                }
            }
        });
        return changed;
    }

    /** By how much the amounts of a question change, over the answers that have one on both sides. */
    static BigDecimal amounts(
            String question, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        BigDecimal sum = BigDecimal.ZERO.setScale(2);
        for (Map.Entry<String, Map<String, String>> one : before.entrySet()) {
            for (Map.Entry<String, String> answer : one.getValue().entrySet()) {
                String now = after.get(one.getKey()).get(answer.getKey());
                if (answer.getKey().split(":")[0].equals(question) && now != null && !now.equals(answer.getValue())) {
                    String from = answer.getValue().split("\\|", -1)[4];
                    String to = now.split("\\|", -1)[4];
                    if (!from.isEmpty() && !to.isEmpty()) {
                        sum = sum.add(new BigDecimal(to)).subtract(new BigDecimal(from));
                    }
                }
            }
        }
        return sum;
    }

    /** The changed answers of cases, line by line, as {@code practitioner question}. */
    static Set<String> changed(List<Case> cases, List<PractitionerYear> facts) {
        Map<String, PractitionerYear> by = new TreeMap<>();
        facts.forEach(f -> by.put(f.practitioner().id(), f));
        Set<String> changed = new TreeSet<>();
        for (Case one : cases) {
            for (ChangedAnswer change : one.changes()) {
                for (String id : ids(change, by.get(one.practitioner()))) {
                    changed.add(one.practitioner() + " " + change.question() + id);
                }
            }
        }
        return changed;
    }

    private static List<String> ids(ChangedAnswer change, PractitionerYear facts) {
        if (change.act().isEmpty()) {
            return List.of("");
        }
        return facts.acts().orElseThrow().stream()
                .filter(a -> a.ids().get(0).equals(change.act()))
                .flatMap(a -> a.ids().stream())
                .map(id -> ":" + id + ":" + change.letter())
                .toList();
    }
}
