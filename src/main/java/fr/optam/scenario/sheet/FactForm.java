package fr.optam.scenario.sheet;

import fr.optam.rulebook.xlsx.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a fact may hold, and how the text of a cell becomes it. */
final class FactForm {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern FRENCH_DAY = Pattern.compile("([0-3]?[0-9])[/.-]([01]?[0-9])[/.-]([12][0-9]{3})");
    private static final Pattern FRENCH_TIME = Pattern.compile("([0-9]{1,2}) ?[hH:] ?([0-9]{2})");

    private final Set<String> codes = new LinkedHashSet<>();
    private final List<Pattern> texts = new ArrayList<>();
    private boolean whole;
    private boolean number;
    private boolean yesNo;
    private boolean none;

    FactForm(FactSchema schema) {
        for (JsonNode form : schema.forms()) {
            form.path("enum").forEach(code -> codes.add(code.asString()));
            switch (form.path("type").asString("")) {
                case "string" -> texts.add(Pattern.compile(form.path("pattern").asString(".*")));
                case "integer" -> whole = true;
                case "number" -> number = true;
                case "boolean" -> yesNo = true;
                case "null" -> none = true;
                default -> {
                    // codes, and what else the schema says of them
                }
            }
        }
    }

    /**
     * The value of a cell.
     *
     * @throws Slipped if it does not fit
     */
    JsonNode value(Cell cell) throws Slipped {
        String text = cell.text();
        if (Words.none(text) && (none || fits(""))) {
            return none ? JSON.nullNode() : JSON.stringNode("");
        }
        if (yesNo && (Words.yes(text) || Words.no(text))) {
            return JSON.booleanNode(Words.yes(text));
        }
        if (whole && text.matches("-?[0-9]{1,12}")) {
            return JSON.numberNode(Long.parseLong(text));
        }
        if (!whole && !yesNo && fits(text)) {
            boolean figure = number && cell.kind() != Cell.Kind.TEXT;
            return figure ? JSON.numberNode(new BigDecimal(text)) : JSON.stringNode(text);
        }
        throw new Slipped(Slip.of(
                        "VALUE",
                        "",
                        "la valeur «\u00a0" + text + "\u00a0» ne convient pas, il faut " + wanted(true) + ".",
                        "value «" + text + "» does not fit, expected " + wanted(false) + ".")
                .maybe(meant(cell)));
    }

    private boolean fits(String text) {
        return codes.contains(text)
                || texts.stream().anyMatch(p -> p.matcher(text).find());
    }

    /** What was perhaps meant by a text that does not fit; empty if nothing comes to mind. */
    private String meant(Cell cell) {
        String bare = cell.text().replaceAll("[\\s\u00a0\u202f€]", "");
        List<String> tries = new ArrayList<>(List.of(
                bare,
                bare.replace(',', '.'),
                bare.toUpperCase(Locale.ROOT),
                "0" + bare,
                day(bare),
                time(bare),
                percent(bare),
                cents(bare)));
        tries.add(Near.to(bare, codes));
        return tries.stream()
                .filter(text -> !text.isEmpty() && (whole ? text.matches("-?[0-9]{1,12}") : fits(text)))
                .findFirst()
                .map(text -> cell.kind() == Cell.Kind.NUMBER && text.startsWith("0") && !number ? "'" + text : text)
                .orElse("");
    }

    private static String day(String text) {
        Matcher day = FRENCH_DAY.matcher(text);
        return day.matches()
                ? String.format(
                        Locale.ROOT,
                        "%s-%02d-%02d",
                        day.group(3),
                        Integer.parseInt(day.group(2)),
                        Integer.parseInt(day.group(1)))
                : text.matches("[0-9-]{10}T.*") ? text.substring(0, 10) : "";
    }

    private static String time(String text) {
        Matcher time = FRENCH_TIME.matcher(text);
        return time.matches()
                ? String.format(Locale.ROOT, "%02d:%s", Integer.parseInt(time.group(1)), time.group(2))
                : "";
    }

    private String percent(String text) {
        String digits = text.replace(',', '.');
        return number && digits.matches("[0-9]{1,3}(\\.[0-9]{1,2})?%")
                ? new BigDecimal(digits.substring(0, digits.length() - 1))
                        .movePointLeft(2)
                        .toPlainString()
                : "";
    }

    private String cents(String text) {
        return number && text.matches("-?[0-9]{1,12}\\.[0-9]{3,9}")
                ? new BigDecimal(text).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : "";
    }

    private String wanted(boolean french) {
        if (!codes.isEmpty()) {
            return (french ? "un de ces codes : " : "one of ") + String.join(", ", codes);
        }
        if (yesNo) {
            return french ? "OUI ou NON" : "OUI or NON";
        }
        if (whole) {
            return french ? "un nombre entier" : "a whole number";
        }
        if (number) {
            return french ? "un nombre tel que 6300.00 ou 0.4000" : "a number such as 6300.00 or 0.4000";
        }
        if (fits("2025-01-31")) {
            return french ? "une date telle que 2025-01-31" : "a date such as 2025-01-31";
        }
        if (fits("21:30")) {
            return french ? "une heure telle que 21:30" : "a time such as 21:30";
        }
        String form = texts.isEmpty() ? "?" : texts.get(0).pattern();
        return french ? "un texte de la forme " + form : "text of the form " + form;
    }
}
