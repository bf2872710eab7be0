package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN: a decision table a table, one evaluation a question. */
final class KieDmn implements Rival {
    private record Asked(int no, String decision, Map<String, Object> values) {}

    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(Dmn.xml(forms)));
        resource.setSourcePath("rivals.dmn");
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().get(0).getText());
        }
        return new Asker() {
            @Override
            public Object prepare(Question[] questions) {
                Asked[] all = new Asked[questions.length];
                for (int i = 0; i < all.length; i++) {
                    Form form = forms.get(questions[i].getTable());
                    all[i] = new Asked(questions[i].getNo(), Dmn.decision(form), values(form, questions[i]));
                }
                return all;
            }

            @Override
            public void ask(Object prepared, Hits hits) {
                for (Asked one : (Asked[]) prepared) {
                    DMNContext context = runtime.newContext();
                    one.values().forEach(context::set);
                    DMNResult result = runtime.evaluateByName(model, context, one.decision());
                    if (result.hasErrors()) {
                        throw new IllegalStateException(
                                result.getMessages().get(0).getText());
                    }
                    Object rows = result.getDecisionResultByName(one.decision()).getResult();
                    if (rows instanceof Collection<?> several) {
                        several.forEach(r -> hits.add(one.no(), (String) r));
                    } else if (rows != null) {
                        hits.add(one.no(), (String) rows);
                    }
                }
            }
        };
    }

    static Map<String, Object> values(Form form, Question question) {
        Map<String, Object> values = new HashMap<>();
        form.slots().values().forEach(slot -> values.put(slot.property(), slot.of(question)));
        return values;
    }
}
