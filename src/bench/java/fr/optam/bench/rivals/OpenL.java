package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openl.rules.runtime.RulesEngineFactory;
import org.openl.rules.vm.SimpleRulesVM;
import org.openl.types.IOpenClass;
import org.openl.types.IOpenMethod;
import org.openl.vm.IRuntimeEnv;

/** OpenL Tablets: each table a Rules table of its workbook, which collects the ids of all rows that apply. */
final class OpenL implements Rival {
    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) throws Exception {
        Path file = Files.createTempFile("rivals", ".xlsx");
        try {
            try (XSSFWorkbook workbook = new XSSFWorkbook();
                    OutputStream out = Files.newOutputStream(file)) {
                imports(workbook.createSheet("Environment"));
                forms.forEach(f -> table(f, workbook.createSheet("t" + f.number())));
                workbook.write(out);
            }
            return asker(file, forms);
        } finally {
            Files.delete(file);
        }
    }

    @SuppressWarnings("unchecked")
    private static Asker asker(Path file, List<Form> forms) {
        RulesEngineFactory<?> factory = new RulesEngineFactory<>(file.toString());
        factory.setExecutionMode(true);
        if (factory.getCompiledOpenClass().hasErrors()) {
            throw new IllegalStateException(factory.getCompiledOpenClass()
                    .getAllMessages()
                    .iterator()
                    .next()
                    .getSummary());
        }
        IOpenClass rules = factory.getCompiledOpenClass().getOpenClass();
        IRuntimeEnv env = new SimpleRulesVM().getRuntimeEnv();
        Object instance = rules.newInstance(env);
        IOpenMethod[] tables = new IOpenMethod[forms.size()];
        for (IOpenMethod method : rules.getMethods()) {
            forms.stream()
                    .filter(f -> method.getName().equals("t" + f.number()))
                    .forEach(f -> tables[f.number()] = method);
        }
        return (prepared, hits) -> {
            for (Question question : (Question[]) prepared) {
                String[] rows = (String[]) tables[question.getTable()].invoke(instance, new Object[] {question}, env);
                if (rows != null) {
                    for (String row : rows) {
                        hits.add(question.getNo(), row);
                    }
                }
            }
        };
    }

    private static void imports(Sheet sheet) {
        sheet.createRow(1).createCell(1).setCellValue("Environment");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
        Row row = sheet.createRow(2);
        row.createCell(1).setCellValue("import");
        row.createCell(2).setCellValue(Question.class.getPackageName());
    }

    private static void table(Form form, Sheet sheet) {
        List<Slot> slots = new ArrayList<>(form.slots().values());
        sheet.createRow(1).createCell(1).setCellValue("Rules String[] t" + form.number() + "(Question q)");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, slots.size() + 1));
        Row kind = sheet.createRow(2);
        Row expression = sheet.createRow(3);
        Row parameter = sheet.createRow(4);
        Row title = sheet.createRow(5);
        for (int i = 0; i <= slots.size(); i++) {
            boolean last = i == slots.size();
            Slot slot = last ? null : slots.get(i);
            kind.createCell(i + 1).setCellValue(last ? "CRET1" : "C" + (i + 1));
            expression.createCell(i + 1).setCellValue(last ? "id" : expression(slot));
            parameter.createCell(i + 1).setCellValue(last ? "String id" : type(slot) + " " + slot.property() + "p");
            title.createCell(i + 1).setCellValue(last ? "id" : slot.property());
        }
        int at = 6;
        for (Form.Row row : form.rows()) {
            Row line = sheet.createRow(at++);
            for (int i = 0; i < slots.size(); i++) {
                Slot.Cell cell = row.cells().get(slots.get(i));
                if (cell != null) {
                    line.createCell(i + 1).setCellValue(text(cell));
                }
            }
            line.createCell(slots.size() + 1).setCellValue(row.id());
        }
    }

    private static String expression(Slot slot) {
        return slot.kind() == Slot.Kind.LIST
                ? "q.any" + (slot.index() + 1) + "(" + slot.property() + "p)"
                : "q." + slot.property();
    }

    private static String type(Slot slot) {
        return slot.kind() == Slot.Kind.NUMBER ? "IntRange" : "String[]";
    }

    private static String text(Slot.Cell cell) {
        if (cell instanceof Slot.Range range) {
            return !range.hasTo()
                    ? ">= " + range.from()
                    : !range.hasFrom() ? "<= " + range.to() : "[" + range.from() + " .. " + range.to() + "]";
        }
        return String.join(",", ((Slot.Codes) cell).codes());
    }
}
