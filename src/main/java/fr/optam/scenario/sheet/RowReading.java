package fr.optam.scenario.sheet;

import fr.optam.rulebook.xlsx.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one row into given facts and expected answers. */
final class RowReading {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,119}";
    private static final String CODE = "[A-Z][A-Z0-9_]*";
    private static final List<String> CODES = List.of("verdict", "reason", "confidence");

    private final String sheet;
    private final String place;
    private final SortedMap<Integer, SheetColumn> columns;
    private final Bases bases;
    private final Vocabulary vocabulary;
    private final ObjectNode given = JSON.objectNode();
    private final ObjectNode expected = JSON.objectNode();

    RowReading(
            String sheet, String place, SortedMap<Integer, SheetColumn> columns, Bases bases, Vocabulary vocabulary) {
        this.sheet = sheet;
        this.place = place;
        this.columns = columns;
        this.bases = bases;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads the cells.
     *
     * @param id cell of the id; null if it is blank
     * @param slips what is wrong already; gets more
     */
    SheetRow read(Cell id, SortedMap<Integer, Cell> cells, List<Slip> slips) {
        String name = id == null ? "" : id.text().strip();
        if (!name.matches(ID)) {
            slips.add(Slip.of(
                    "ID",
                    place,
                    "l’identifiant «\u00a0" + name + "\u00a0» ne convient pas : lettres, chiffres, point, tiret.",
                    "id «" + name + "» does not fit: letters, digits, point, hyphen."));
        }
        for (int pass = 0; pass < 3; pass++) {
            for (Map.Entry<Integer, Cell> cell : cells.entrySet()) {
                SheetColumn column = columns.get(cell.getKey());
                if (pass(column) == pass) {
                    try {
                        put(column, cell.getValue());
                    } catch (Slipped e) {
                        slips.add(e.slip().at(sheet + "!" + cell.getValue().address()));
                    }
                }
            }
        }
        if (!given.has("schema")) {
            given.put("schema", FactSchema.name());
        }
        return new SheetRow(name, place, given, expected, slips);
    }

    /** The base comes first, then the year, on which entries of lists may rest. */
    private static int pass(SheetColumn column) {
        if (column instanceof SheetColumn.Head) {
            return 0;
        }
        return column instanceof SheetColumn.Fact fact && fact.path().isYear() ? 1 : 2;
    }

    private void put(SheetColumn column, Cell cell) throws Slipped {
        if (column instanceof SheetColumn.Head head) {
            head(head.name(), cell.text().strip());
        } else if (column instanceof SheetColumn.Fact fact) {
            fact.path().put(given, fact(fact.path(), cell));
        } else if (column instanceof SheetColumn.Outcome) {
            expected.put("outcome", code(cell));
        } else if (column instanceof SheetColumn.Names names) {
            texts(names.name(), cell.text());
        } else if (column instanceof SheetColumn.Answered answered) {
            answer(answered.path(), cell);
        }
    }

    private void head(String name, String text) throws Slipped {
        switch (name) {
            case "title" -> expected.put("title", text);
            case "overlays" -> texts("overlays", text);
            case "base" -> given.setAll(base(text));
            default -> {
                // the id is read already
            }
        }
    }

    private ObjectNode base(String name) throws Slipped {
        return bases.named(name)
                .orElseThrow(() -> new Slipped(Slip.of(
                                "BASE_MISSING",
                                "",
                                "pas de base «\u00a0" + name + "\u00a0».",
                                "no base «" + name + "».")
                        .maybe(Near.to(name, bases.names()))));
    }

    private JsonNode fact(FactPath path, Cell cell) throws Slipped {
        String text = cell.text().strip();
        if (Words.unknown(text)) {
            return null;
        }
        if (!path.isWhole()) {
            return new FactForm(path.leaf()).value(cell);
        }
        if (Words.none(text)) {
            return path.leaf().isList() ? JSON.arrayNode() : null;
        }
        if (path.leaf().isObject() && text.matches("[A-Za-z0-9_-]+")) {
            return base(text);
        }
        try {
            JsonNode node = bases.flow(text);
            if (path.leaf().isList() ? node.isArray() : node.isObject()) {
                return node;
            }
        } catch (IllegalArgumentException e) {
            throw new Slipped(Slip.of(
                    "VALUE",
                    "",
                    "«\u00a0" + text + "\u00a0» ne se lit pas : " + e.getMessage() + ".",
                    "«" + text + "» cannot be read: " + e.getMessage() + "."));
        }
        String example = path.leaf().isList() ? "[…]" : "{ … }";
        throw new Slipped(Slip.of(
                "VALUE",
                "",
                "la valeur «\u00a0" + text + "\u00a0» ne convient pas, il faut " + example + " ou AUCUN.",
                "value «" + text + "» does not fit, expected " + example + " or AUCUN."));
    }

    private void texts(String name, String text) {
        ArrayNode list = expected.putArray(name);
        Arrays.stream(text.split("[;,\\n]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(list::add);
    }

    private String code(Cell cell) throws Slipped {
        String text = cell.text().strip();
        if (!text.matches(CODE)) {
            throw new Slipped(
                    Slip.of("VALUE", "", "«\u00a0" + text + "\u00a0» n’est pas un code.", "«" + text + "» is no code.")
                            .maybe(
                                    text.toUpperCase(java.util.Locale.ROOT).matches(CODE)
                                            ? text.toUpperCase(java.util.Locale.ROOT)
                                            : ""));
        }
        String meant = vocabulary.meant(text);
        if (!meant.isEmpty()) {
            throw new Slipped(Slip.of(
                            "CODE_UNKNOWN",
                            "",
                            "code inconnu «\u00a0" + text + "\u00a0».",
                            "unknown code «" + text + "».")
                    .maybe(meant));
        }
        return text;
    }

    private void answer(AnswerPath path, Cell cell) throws Slipped {
        boolean none = Words.none(cell.text());
        if (none && path.key().equals("verdict")) {
            expected.withArray("absentAnswers").add(path.question());
            return;
        }
        ObjectNode answers = child(expected, "answers");
        ObjectNode at = child(answers, path.question());
        String[] keys = path.key().split("\\.");
        for (int i = 0; i < keys.length - 1; i++) {
            at = child(at, keys[i]);
        }
        String last = keys[keys.length - 1];
        if (last.equals("missing")) {
            ArrayNode list = at.putArray(last);
            Arrays.stream(cell.text().split("[;,\\n]")).map(String::strip).forEach(list::add);
        } else if (none) {
            at.putNull(last);
        } else {
            at.put(last, CODES.contains(path.key()) ? code(cell) : cell.text().strip());
        }
    }

    private static ObjectNode child(ObjectNode map, String name) {
        return map.get(name) instanceof ObjectNode there ? there : map.putObject(name);
    }
}
