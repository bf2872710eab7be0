package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Camunda DMN with the FEEL engine that it comes with; one evaluation a question. */
final class Camunda implements Rival {
    private record Asked(int no, DmnDecision decision, Map<String, Object> values) {}

    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        Map<String, DmnDecision> decisions = new HashMap<>();
        engine.parseDecisions(new ByteArrayInputStream(Dmn.xml(forms).getBytes(StandardCharsets.UTF_8)))
                .forEach(d -> decisions.put(d.getKey(), d));
        return new Asker() {
            @Override
            public Object prepare(Question[] questions) {
                Asked[] all = new Asked[questions.length];
                for (int i = 0; i < all.length; i++) {
                    Form form = forms.get(questions[i].getTable());
                    all[i] = new Asked(
                            questions[i].getNo(), decisions.get(Dmn.decision(form)), KieDmn.values(form, questions[i]));
                }
                return all;
            }

            @Override
            public void ask(Object prepared, Hits hits) {
                for (Asked one : (Asked[]) prepared) {
                    for (DmnDecisionRuleResult row : engine.evaluateDecisionTable(one.decision(), one.values())) {
                        hits.add(one.no(), row.getSingleEntry());
                    }
                }
            }
        };
    }
}
