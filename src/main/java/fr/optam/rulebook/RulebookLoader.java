package fr.optam.rulebook;

import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.drl.DrlFile;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a rulebook from its folders. Every mistake is collected; nothing is compiled before all is judged. */
public final class RulebookLoader {
    static final String CHANGES = RulebookFiles.RULES + "CHANGES.md";

    private final RulebookLocation where;
    private final boolean toRun;
    private final boolean keep;
    private final List<RulebookProblem> problems = new ArrayList<>();
    private final RulebookDigest digest = new RulebookDigest();
    private final SortedMap<String, PlainTable> lists = new TreeMap<>();
    private final SortedMap<String, RuleTable> tables = new TreeMap<>();
    private final List<DrlFile> drl = new ArrayList<>();
    private final Map<String, Sheet> sheets = new TreeMap<>();
    private final Spoilt spoilt = new Spoilt();
    private String changes = "";
    private String version = "";

    private RulebookLoader(RulebookLocation where, boolean toRun, boolean keep) {
        this.where = where;
        this.toRun = toRun;
        this.keep = keep;
    }

    /**
     * Reads and judges a rulebook.
     *
     * @throws RulebookInvalid with every mistake, each with its place
     */
    public static Rulebook load(RulebookLocation where) throws RulebookInvalid {
        return new RulebookLoader(where, false, false).load();
    }

    /**
     * The same for a rulebook that will decide: what was compiled before is made ready while the rest is judged.
     *
     * @throws RulebookInvalid with every mistake, each with its place
     */
    public static Rulebook loadToRun(RulebookLocation where) throws RulebookInvalid {
        return new RulebookLoader(where, true, false).load();
    }

    /**
     * The same, and one whose every byte was judged sound before by this build of the program is not judged again: it
     * decides the same, and has no {@link Rulebook#findings}.
     *
     * @throws RulebookInvalid with every mistake, each with its place
     */
    public static Rulebook loadToDecide(RulebookLocation where) throws RulebookInvalid {
        BasesAhead.rehearse();
        return new RulebookLoader(where, true, true).load();
    }

    private Rulebook load() throws RulebookInvalid {
        SortedMap<String, RulebookFiles.Entry> files = RulebookFiles.read(where, spoilt, problems);
        Optional<String> key = keep && problems.isEmpty() ? KnownTables.key(files) : Optional.empty();
        Optional<Rulebook> known = key.flatMap(k -> KnownRulebook.read(where, files, k));
        return known.isPresent() ? known.get() : judged(files, key);
    }

    private Rulebook judged(SortedMap<String, RulebookFiles.Entry> files, Optional<String> key) throws RulebookInvalid {
        ReadFiles read = ReadFiles.of(files, where.cache(), toRun);
        files.forEach((path, entry) -> file(path, entry, read));
        changes(files);
        Optional<BasesAhead> bases =
                toRun && isSound(problems) ? BasesAhead.of(read.texts().values(), tables.values()) : Optional.empty();
        FieldList.check(files.keySet(), problems);
        Dictionary dictionary = Dictionary.read(
                lists.getOrDefault(Dictionary.TABLE, new PlainTable(Dictionary.TABLE, "", List.of(), List.of())),
                problems);
        SortedMap<String, Rule> rules = judge(dictionary);
        List<RulebookProblem> sorted = FindingOrder.of(problems);
        if (!isSound(sorted)) {
            throw new RulebookInvalid(sorted);
        }
        KnownTables all = new KnownTables(digest.value(), lists, tables);
        key.ifPresent(k -> all.put(where.cache(), k));
        return rulebook(where, files, version, all, dictionary, drl, rules)
                .found(sorted)
                .ahead(bases);
    }

    static Rulebook rulebook(
            RulebookLocation where,
            SortedMap<String, RulebookFiles.Entry> files,
            String version,
            KnownTables tables,
            Dictionary dictionary,
            List<DrlFile> drl,
            SortedMap<String, Rule> rules) {
        List<String> overlays = where.recorded()
                .map(RulebookLocation.Recorded::overlays)
                .orElseGet(() -> where.overlays().stream()
                        .map(p -> String.valueOf(p.getFileName()))
                        .toList());
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        SortedMap<String, String> shown = new TreeMap<>();
        files.forEach((path, entry) -> {
            bytes.put(path, entry.content());
            if (!entry.shown().equals(path)) {
                shown.put(path, entry.shown());
            }
        });
        return new Rulebook(
                        new RulebookId(version, tables.digest(), overlays),
                        dictionary,
                        Words.read(tables.lists()),
                        tables.lists(),
                        tables.tables(),
                        drl,
                        rules,
                        bytes)
                .shown(shown);
    }

    private static boolean isSound(List<RulebookProblem> problems) {
        return problems.stream().noneMatch(each -> each.severity() == Severity.ERROR);
    }

    /** Every check that looks at more than one file. */
    private SortedMap<String, Rule> judge(Dictionary dictionary) {
        References references = new References(lists);
        RuleReader reader = new RuleReader(dictionary, new RuleTables(lists, tables, dictionary), references, problems);
        tables.values().forEach(reader::add);
        drl.forEach(reader::add);
        new Ids(lists, tables, changes).check(reader.rules(), problems);
        CitedRows cited = new CitedRows(sheets, lists.values(), tables.values());
        cited.each((file, citation, source, article) ->
                citation.sources().forEach(id -> references.source(id, file, source)));
        CodeDomains domains = new CodeDomains(sheets, lists.values(), tables.values());
        tables.values().forEach(table -> domains.check(table, problems));
        lists.values().forEach(list -> domains.check(list, problems));
        HeaderWords words = new HeaderWords(lists.values(), tables.values(), problems);
        tables.values().forEach(words::check);
        RulePlaces rulePlaces = new RulePlaces(drl, tables.values());
        Doubtful doubtful = new Doubtful(dictionary, references.sources(), problems);
        tables.values().forEach(doubtful::check);
        lists.values().forEach(doubtful::check);
        cited.each(doubtful::check);
        new Sense(dictionary, lists, tables, domains, rulePlaces, references, spoilt, problems)
                .check(reader.rules().values());
        return reader.rules();
    }

    /** Takes what a file says, in the order of paths. */
    private void file(String path, RulebookFiles.Entry entry, ReadFiles read) {
        if (read.workbooks().containsKey(path)) {
            workbook(path, entry, read.workbooks().get(path));
            return;
        }
        ReadText text = read.texts().get(path);
        problems.addAll(text.problems());
        if (path.endsWith(".md")) {
            changes = text.text().orElse("");
        } else {
            text.text().ifPresent(t -> digest.text(path, t));
            text.drl().ifPresent(drl::add);
            text.spoilt().ifPresent(spoilt::text);
        }
    }

    private void changes(SortedMap<String, RulebookFiles.Entry> files) {
        String path = CHANGES;
        version = version(changes);
        if (version.isEmpty() && problems.stream().noneMatch(p -> p.file().equals(path))) {
            boolean there = files.containsKey(path);
            problems.add(RulebookProblem.error(
                    "VERSION_MISSING",
                    path,
                    there ? "1" : "",
                    there
                            ? new Sentence(
                                    "aucun titre «## version» dans le journal des changements",
                                    "no heading «## version» in the changelog")
                            : new Sentence("le journal des changements manque", "the changelog is missing"),
                    new Sentence("Peut-être ## 2026.1.", "Maybe ## 2026.1.")));
        }
    }

    /** The version that a changelog begins with, empty if there is none. */
    static String version(String changes) {
        return changes.lines()
                .filter(l -> l.startsWith("## "))
                .map(l -> l.substring(3).strip().split(" ")[0])
                .findFirst()
                .orElse("");
    }

    private void workbook(String path, RulebookFiles.Entry entry, ReadWorkbook read) {
        String name = read.name();
        if (read.refused().isPresent()) {
            WorkbookRefused why = read.refused().get();
            spoilt.workbook(name);
            problems.add(RulebookProblem.error(why.code(), entry.shown(), why.place(), why.said(), why.hint()));
            return;
        }
        if (read.sheet().isEmpty()) {
            spoilt.workbook(name);
            problems.add(RulebookProblem.error(
                    "NOT_A_WORKBOOK",
                    entry.shown(),
                    "",
                    new Sentence("n’a aucune feuille", "has no sheet"),
                    new Sentence("Peut-être l’enregistrer de nouveau en .xlsx.", "Maybe save it anew as .xlsx.")));
            return;
        }
        digest.sheets(path, read.sheets());
        Sheet sheet = read.sheet().get();
        problems.addAll(read.ofFile());
        if (sheets.put(name, sheet) != null) {
            problems.add(RulebookProblem.error(
                    "TABLE_TWICE",
                    entry.shown(),
                    sheet.name() + "!A1",
                    new Sentence(
                            "un autre classeur contient déjà la table «" + name + "»",
                            "another workbook holds the table «" + name + "» already"),
                    new Sentence("Peut-être supprimer l’un des deux.", "Maybe delete one of them.")));
        }
        problems.addAll(read.ofTable());
        read.list().ifPresent(list -> {
            lists.put(name, list);
            spoilt.list(name, entry.shown(), sheet, problems);
        });
        read.table().ifPresent(table -> {
            tables.put(name, table);
            phase(path.split("/")[1], entry.shown(), sheet, table);
        });
        if (read.isRules() && read.table().isEmpty()) {
            spoilt.sheet(name, sheet);
        }
    }

    private void phase(String phase, String file, Sheet sheet, RuleTable table) {
        if (!table.stage().phase().equals(phase)) {
            int row = sheet.rows().entrySet().stream()
                    .filter(r -> sheet.text(r.getKey(), 1).equals("RuleSet"))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(1);
            problems.add(RulebookProblem.error(
                    "RULE_SET",
                    file,
                    sheet.name() + "!B" + row,
                    new Sentence(
                            "le RuleSet «" + table.stage().name() + "» n’est pas une étape de la phase du dossier",
                            "RuleSet «" + table.stage().name() + "» is no stage of the folder's phase"),
                    new Sentence("Peut-être " + phase + ".", "Maybe " + phase + ".")));
            spoilt.sheet(table.name(), sheet);
        }
    }
}
