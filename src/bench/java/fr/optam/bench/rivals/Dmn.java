package fr.optam.bench.rivals;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as DMN 1.3 decision tables that collect the ids of all rows that apply. */
final class Dmn {
    static final String NAMESPACE = "urn:rivals";

    private Dmn() {}

    static String decision(Form form) {
        return "t" + form.number();
    }

    static String xml(List<Form> forms) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"rivals\" name=\"rivals\""
                + " namespace=\""
                + NAMESPACE + "\">\n");
        forms.stream().flatMap(f -> f.slots().values().stream()).distinct().forEach(slot -> xml.append(
                        "<inputData id=\"i")
                .append(slot.property())
                .append("\" name=\"")
                .append(slot.property())
                .append("\"><variable name=\"")
                .append(slot.property())
                .append(type(slot))
                .append("/></inputData>\n"));
        forms.forEach(f -> decision(f, xml));
        return xml.append("</definitions>\n").toString();
    }

    private static String type(Slot slot) {
        return switch (slot.kind()) {
            case CODE -> "\" typeRef=\"string\"";
            case NUMBER -> "\" typeRef=\"number\"";
            case LIST -> "\" typeRef=\"Any\"";
        };
    }

    private static void decision(Form form, StringBuilder xml) {
        String name = decision(form);
        xml.append("<decision id=\"")
                .append(name)
                .append("\" name=\"")
                .append(name)
                .append("\"><variable name=\"")
                .append(name)
                .append("\"/>\n");
        for (Slot slot : form.slots().values()) {
            xml.append("<informationRequirement id=\"")
                    .append(name)
                    .append(slot.property())
                    .append("\"><requiredInput href=\"#i")
                    .append(slot.property())
                    .append("\"/></informationRequirement>\n");
        }
        xml.append("<decisionTable id=\"").append(name).append("t\" hitPolicy=\"COLLECT\">\n");
        for (Slot slot : form.slots().values()) {
            xml.append("<input id=\"")
                    .append(name)
                    .append("c")
                    .append(slot.property())
                    .append("\"><inputExpression id=\"")
                    .append(name)
                    .append("e")
                    .append(slot.property());
            xml.append(slot.kind() == Slot.Kind.LIST ? "\"" : type(slot))
                    .append("><text>")
                    .append(slot.property())
                    .append("</text></inputExpression></input>\n");
        }
        xml.append("<output id=\"").append(name).append("o\" name=\"row\" typeRef=\"string\"/>\n");
        int number = 0;
        for (Form.Row row : form.rows()) {
            String id = name + "r" + number++;
            xml.append("<rule id=\"").append(id).append("\">");
            for (Slot slot : form.slots().values()) {
                xml.append("<inputEntry id=\"")
                        .append(id)
                        .append(slot.property())
                        .append("\"><text>")
                        .append(cell(slot, row.cells().get(slot)))
                        .append("</text></inputEntry>");
            }
            xml.append("<outputEntry id=\"")
                    .append(id)
                    .append("o\"><text>\"")
                    .append(row.id())
                    .append("\"</text></outputEntry></rule>\n");
        }
        xml.append("</decisionTable></decision>\n");
    }

    private static String cell(Slot slot, Slot.Cell cell) {
        if (cell == null) {
            return "-";
        }
        if (cell instanceof Slot.Range range) {
            return !range.hasTo()
                    ? "&gt;= " + range.from()
                    : !range.hasFrom() ? "&lt;= " + range.to() : "[" + range.from() + ".." + range.to() + "]";
        }
        List<String> quoted =
                ((Slot.Codes) cell).codes().stream().map(c -> '"' + c + '"').toList();
        return slot.kind() == Slot.Kind.LIST
                ? quoted.stream().map(c -> "list contains(?, " + c + ")").collect(Collectors.joining(" or "))
                : String.join(",", quoted);
    }
}
