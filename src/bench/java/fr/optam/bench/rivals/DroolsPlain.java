package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Drools as its guide shows it: DRL text, one rule a row, the stock compiler, one new session a decision. */
final class DroolsPlain implements Rival {
    private final boolean classic;

    /** @param classic whether DRL is compiled the old way, which needs drools-mvel; else to the executable model */
    DroolsPlain(boolean classic) {
        this.classic = classic;
    }

    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) {
        StringBuilder drl = new StringBuilder(
                "package rivals\nimport " + Question.class.getName() + "\nglobal " + Hits.class.getName() + " hits\n");
        forms.forEach(f -> f.rows().forEach(r -> rule(f, r, drl)));
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(services.newReleaseId("rivals", "rivals", "1." + System.nanoTime()));
        files.write("src/main/resources/rivals/rivals.drl", drl.toString());
        KieBuilder builder = services.newKieBuilder(files, Question.class.getClassLoader());
        if (classic) {
            builder.buildAll();
        } else {
            builder.buildAll(ExecutableModelProject.class);
        }
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(String.valueOf(
                    builder.getResults().getMessages(Message.Level.ERROR).get(0)));
        }
        KieBase base =
                services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        return (prepared, hits) -> {
            KieSession session = base.newKieSession();
            session.setGlobal("hits", hits);
            for (Question question : (Question[]) prepared) {
                session.insert(question);
            }
            session.fireAllRules();
            session.dispose();
        };
    }

    /** Codes before ranges: Drools is quicker so. */
    private static void rule(Form form, Form.Row row, StringBuilder drl) {
        drl.append("rule \"")
                .append(row.id())
                .append("\" when $q : Question(table == ")
                .append(form.number());
        row.cells().forEach((slot, cell) -> codes(slot, cell, drl));
        row.cells().forEach((slot, cell) -> range(slot, cell, drl));
        drl.append(") then hits.add($q.getNo(), \"").append(row.id()).append("\"); end\n");
    }

    private static void codes(Slot slot, Slot.Cell cell, StringBuilder drl) {
        if (!(cell instanceof Slot.Codes asked)) {
            return;
        }
        String name = slot.property();
        List<String> quoted = asked.codes().stream().map(c -> '"' + c + '"').toList();
        drl.append(", ");
        if (slot.kind() == Slot.Kind.LIST) {
            drl.append(quoted.stream().map(c -> name + " contains " + c).collect(Collectors.joining(" || ")));
        } else if (quoted.size() == 1) {
            drl.append(name).append(" == ").append(quoted.get(0));
        } else {
            drl.append(name).append(" in (").append(String.join(", ", quoted)).append(')');
        }
    }

    private static void range(Slot slot, Slot.Cell cell, StringBuilder drl) {
        if (cell instanceof Slot.Range range) {
            Map.of(" >= ", range.from(), " <= ", range.to()).forEach((sign, bound) -> {
                if (bound != Integer.MIN_VALUE && bound != Integer.MAX_VALUE) {
                    drl.append(", ").append(slot.property()).append(sign).append(bound);
                }
            });
        }
    }
}
