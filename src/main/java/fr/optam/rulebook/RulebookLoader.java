package fr.optam.rulebook;

import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.book.WorkbookReader;
import fr.optam.rulebook.drl.DrlFile;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.PlainTableReader;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.table.RuleTableReader;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a rulebook from its folders. Every mistake is collected; nothing is compiled before all is judged. */
public final class RulebookLoader {
    private final RulebookLocation where;
    private final List<RulebookProblem> problems = new ArrayList<>();
    private final RulebookDigest digest = new RulebookDigest();
    private final SortedMap<String, PlainTable> lists = new TreeMap<>();
    private final SortedMap<String, RuleTable> tables = new TreeMap<>();
    private final List<DrlFile> drl = new ArrayList<>();
    private String version = "";

    private RulebookLoader(RulebookLocation where) {
        this.where = where;
    }

    /**
     * Reads and judges a rulebook.
     *
     * @throws RulebookInvalid with every mistake, each with its place
     */
    public static Rulebook load(RulebookLocation where) throws RulebookInvalid {
        return new RulebookLoader(where).load();
    }

    private Rulebook load() throws RulebookInvalid {
        SortedMap<String, RulebookFiles.Entry> files = RulebookFiles.read(where, problems);
        files.forEach(this::file);
        Dictionary dictionary = Dictionary.read(
                lists.getOrDefault(Dictionary.TABLE, new PlainTable(Dictionary.TABLE, "", List.of(), List.of())),
                problems);
        RuleReader reader = new RuleReader(dictionary, new RuleTables(lists, tables, dictionary), sources(), problems);
        checkIds();
        CodeSpelling spelling = new CodeSpelling(lists.values());
        tables.values().forEach(table -> spelling.check(table, problems));
        if (usable()) {
            tables.values().forEach(reader::add);
            drl.forEach(reader::add);
        }
        if (!usable()) {
            throw new RulebookInvalid(problems);
        }
        List<String> overlays = where.overlays().stream()
                .map(p -> String.valueOf(p.getFileName()))
                .toList();
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, entry) -> bytes.put(path, entry.content()));
        return new Rulebook(
                        new RulebookId(version, digest.value(), overlays),
                        dictionary,
                        Words.read(lists),
                        lists,
                        tables,
                        drl,
                        reader.rules(),
                        bytes)
                .found(problems);
    }

    /** Whether nothing that was found keeps the rulebook from being used. */
    private boolean usable() {
        return problems.stream().noneMatch(each -> each.severity() == Severity.ERROR);
    }

    private void file(String path, RulebookFiles.Entry entry) {
        if (WorkbookReader.end(path).isPresent()) {
            workbook(path, entry);
        } else {
            text(entry).ifPresent(text -> {
                if (path.endsWith(".md")) {
                    version = text.lines()
                            .filter(l -> l.startsWith("## "))
                            .map(l -> l.substring(3).strip().split(" ")[0])
                            .findFirst()
                            .orElse("");
                } else {
                    digest.text(path, text);
                    drl.add(DrlFile.read(entry.shown(), path.split("/")[1], text, where.cache(), problems));
                }
            });
        }
    }

    private Optional<String> text(RulebookFiles.Entry entry) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(entry.content()))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(
                    RulebookProblem.error("NOT_UTF8", entry.shown(), "", "is not UTF-8", "Maybe save it as UTF-8."));
            return Optional.empty();
        }
    }

    private void workbook(String path, RulebookFiles.Entry entry) {
        List<Sheet> sheets;
        try {
            sheets = WorkbookReader.read(path, entry.content());
        } catch (WorkbookRefused e) {
            problems.add(RulebookProblem.error(e.code(), entry.shown(), e.place(), e.said(), e.hint()));
            return;
        }
        if (sheets.isEmpty()) {
            problems.add(RulebookProblem.error(
                    "NOT_A_WORKBOOK", entry.shown(), "", "has no sheet", "Maybe save it anew as .xlsx."));
            return;
        }
        digest.sheets(path, sheets);
        checkSheets(entry.shown(), sheets);
        String bare = path.substring(
                0, path.length() - WorkbookReader.end(path).orElseThrow().length());
        boolean rules = bare.endsWith(RulebookFiles.DRL);
        String name =
                bare.substring(RulebookFiles.TABLES.length(), bare.length() - (rules ? RulebookFiles.DRL.length() : 0));
        if (lists.containsKey(name) || tables.containsKey(name)) {
            problems.add(RulebookProblem.error(
                    "TABLE_TWICE",
                    entry.shown(),
                    sheets.get(0).name() + "!A1",
                    new Sentence(
                            "un autre classeur contient déjà la table «" + name + "»",
                            "another workbook holds the table «" + name + "» already"),
                    new Sentence("Peut-être supprimer l’un des deux.", "Maybe delete one of them.")));
        }
        if (rules) {
            RuleTableReader.read(name, entry.shown(), sheets.get(0), problems).ifPresent(t -> {
                if (!t.stage().phase().equals(path.split("/")[1])) {
                    problems.add(RulebookProblem.error(
                            "RULE_SET",
                            entry.shown(),
                            sheets.get(0).name() + "!B1",
                            "RuleSet " + t.stage().name() + " is no stage of the folder's phase",
                            "Maybe " + path.split("/")[1] + "."));
                }
                tables.put(name, t);
            });
        } else {
            lists.put(name, PlainTableReader.read(name, entry.shown(), sheets.get(0), problems));
        }
    }

    private void checkSheets(String file, List<Sheet> sheets) {
        for (Sheet sheet : sheets.subList(1, sheets.size())) {
            boolean prose =
                    sheet.name().equals("Notes") || rules(file) && sheet.name().equals("Voulus");
            Optional<Cell> table = sheet.rows().values().stream()
                    .flatMap(row -> row.values().stream())
                    .filter(cell -> cell.text().startsWith("RuleTable"))
                    .findFirst();
            if (table.isPresent() || !prose && sheet.lastRow() > 0) {
                problems.add(RulebookProblem.error(
                        "SECOND_TABLE",
                        file,
                        sheet.name() + "!" + table.map(Cell::address).orElse("A1"),
                        new Sentence(
                                "seule la première feuille est lue ; les autres ne peuvent s’appeler que Notes et Voulus",
                                "only the first sheet is read; others may be called Notes and Voulus"),
                        new Sentence(
                                "Peut-être en faire un classeur à part.", "Maybe move it to a workbook of its own.")));
            }
        }
    }

    private static boolean rules(String file) {
        return WorkbookReader.end(file)
                .map(end -> file.endsWith(RulebookFiles.DRL + end))
                .orElse(false);
    }

    private Set<String> sources() {
        Set<String> ids = new HashSet<>();
        PlainTable table = lists.get("reference/sources");
        if (table != null) {
            table.rows().forEach(r -> ids.add(String.valueOf(r.values().get("sourceId"))));
        }
        return ids;
    }

    private void checkIds() {
        Set<String> sources = sources();
        SortedMap<String, String> seen = new TreeMap<>();
        tables.values().forEach(table -> table.rows().forEach(row -> seen.put(row.id(), row.at())));
        lists.values().forEach(list -> list.rows().forEach(row -> {
            String other = seen.put(row.id(), row.at());
            String[] at = row.at().split("!", 2);
            if (other != null && !other.startsWith(at[0] + "!")) {
                problems.add(RulebookProblem.error(
                        "ID_TWICE",
                        at[0],
                        at[1],
                        "id " + row.id() + " stands also at " + other,
                        "Ids are never reused."));
            }
            for (String source : row.citation().sources()) {
                if (!sources.contains(source)) {
                    problems.add(RulebookProblem.error(
                            "SOURCE_UNKNOWN",
                            at[0],
                            at[1],
                            "source «" + source + "» is not in the registry of sources",
                            "Maybe add it to reference/sources.xlsx."));
                }
            }
        }));
    }
}
