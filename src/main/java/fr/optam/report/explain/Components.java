package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The components of an amount, each with its own figures. */
final class Components {
    private final Dossier dossier;
    private final Answer answer;
    private final Map<String, Map<String, String>> components = new TreeMap<>();

    Components(Dossier dossier, Answer answer) {
        this.dossier = dossier;
        this.answer = answer;
        if (answer.details().get("components") instanceof Map<?, ?> map) {
            map.forEach((name, figures) -> {
                Map<String, String> own = new TreeMap<>();
                if (figures instanceof Map<?, ?> several) {
                    several.forEach((key, value) -> own.put(String.valueOf(key), String.valueOf(value)));
                } else {
                    own.put("amount", String.valueOf(figures));
                }
                components.put(String.valueOf(name), own);
            });
        }
    }

    DataTable table() {
        List<String> columns = new ArrayList<>(List.of("verdict", "amount", "formula", "lastDayToClaim"));
        TreeSet<String> there = new TreeSet<>();
        components.values().forEach(own -> there.addAll(own.keySet()));
        columns.retainAll(there);
        List<Head> heads = new ArrayList<>(List.of(Head.of(dossier.say("Composante", "Component"))));
        columns.forEach(column -> heads.add(Head.of(head(column), column.equals("amount") ? "number" : "")));
        List<Row> rows = new ArrayList<>();
        components.forEach((name, own) -> {
            List<List<Span>> cells = new ArrayList<>(List.of(List.of(Span.text(dossier.label("COMPONENT", name)))));
            columns.forEach(column -> cells.add(cell(column, own.getOrDefault(column, ""))));
            rows.add(Row.of(cells));
        });
        return DataTable.of(
                "composantes-" + answer.question(),
                dossier.question(answer.question()) + dossier.say(", composante par composante", ", by component"),
                "stack",
                heads,
                rows);
    }

    private String head(String column) {
        return switch (column) {
            case "verdict" -> dossier.say("Réponse", "Answer");
            case "amount" -> dossier.say("Montant", "Amount");
            case "formula" -> dossier.say("Calcul", "Computation");
            default -> dossier.say("Dernier jour pour réclamer", "Last day to claim");
        };
    }

    private List<Span> cell(String column, String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        return switch (column) {
            case "verdict" ->
                List.of(Span.badge(dossier.verdict(answer.question(), value), dossier.tone(answer.question(), value)));
            case "amount" -> List.of(Span.text(dossier.figures().euros(value)));
            case "formula" -> List.of(dossier.french(value));
            default -> List.of(Span.text(Details.value(dossier, column, value)));
        };
    }
}
