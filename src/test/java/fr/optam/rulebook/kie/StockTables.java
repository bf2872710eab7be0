package fr.optam.rulebook.kie;

import fr.optam.decision.Conclusions;
import fr.optam.fact.flat.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** Workbooks as they are, compiled by Drools' spreadsheet compiler to DRL and that to the executable model. */
final class StockTables {
    private final KieBase base;
    private final Map<Path, Set<String>> rules;

    private StockTables(KieBase base, Map<Path, Set<String>> rules) {
        this.base = base;
        this.rules = rules;
    }

    static StockTables compile(List<Path> workbooks) throws IOException {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId release = services.newReleaseId("fr.optam.stock", "s" + workbooks.hashCode(), "1");
        files.generateAndWritePomXML(release);
        Map<Path, Set<String>> rules = new TreeMap<>();
        for (Path path : workbooks) {
            String drl;
            try (InputStream in = Files.newInputStream(path)) {
                drl = new SpreadsheetCompiler().compile(in, InputType.XLS);
            }
            Set<String> names = new TreeSet<>();
            drl.lines().filter(l -> l.startsWith("rule \"")).forEach(l -> names.add(l.substring(6, l.length() - 1)));
            rules.put(path, names);
            files.write("src/main/resources/stock/t" + rules.size() + ".drl", drl);
        }
        KieBuilder builder = services.newKieBuilder(files);
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors.toString());
        }
        return new StockTables(services.newKieContainer(release).getKieBase(), rules);
    }

    /** Rows of data that POI sees below the header of a shipped table. */
    static int rowsOf(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Sheet sheet = workbook.getSheetAt(0);
            int header = 0;
            for (Row row : sheet) {
                if (row.getCell(0) != null
                        && row.getCell(0).getStringCellValue().equals("Id")) {
                    header = row.getRowNum();
                }
            }
            int rows = 0;
            for (int i = header + 1; i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                rows += row != null
                                && row.getCell(0) != null
                                && !row.getCell(0).getStringCellValue().isEmpty()
                        ? 1
                        : 0;
            }
            return rows;
        }
    }

    Set<String> rulesOf(Path path) {
        return rules.get(path);
    }

    /** Runs one workbook's rules over facts. */
    void run(Path path, List<Fact> facts, Firings fired, Firings stated) {
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("out", sink(stated));
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    List<Object> objects = new ArrayList<>(event.getMatch().getObjects());
                    fired.add(event.getMatch().getRule().getName(), (Fact) objects.get(objects.size() - 1));
                }
            });
            facts.forEach(session::insert);
            session.fireAllRules(match -> rulesOf(path).contains(match.getRule().getName()));
        } finally {
            session.dispose();
        }
    }

    private static Conclusions sink(Firings stated) {
        return (Conclusions) Proxy.newProxyInstance(
                Conclusions.class.getClassLoader(), new Class<?>[] {Conclusions.class}, (p, method, args) -> {
                    stated.add(method.getName() + " " + args[1] + " " + args[2], (Fact) args[0]);
                    return null;
                });
    }
}
