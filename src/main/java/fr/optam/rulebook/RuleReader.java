package fr.optam.rulebook;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.drl.DrlFile;
import fr.optam.rulebook.drl.DrlRule;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.FormulaInvalid;
import fr.optam.rulebook.formula.Tables;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes rules of judged DRL and of rows, and checks every name that they use. */
final class RuleReader {
    private static final Pattern FIELD = Pattern.compile("([a-zA-Z]+)\\(\\s*\"([A-Za-z0-9_]+)\"");
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    private final Dictionary dictionary;
    private final Tables tables;
    private final Set<String> sources;
    private final List<RulebookProblem> problems;
    private final SortedMap<String, Rule> rules = new TreeMap<>();

    RuleReader(Dictionary dictionary, Tables tables, Set<String> sources, List<RulebookProblem> problems) {
        this.dictionary = dictionary;
        this.tables = tables;
        this.sources = sources;
        this.problems = problems;
    }

    SortedMap<String, Rule> rules() {
        return rules;
    }

    void add(DrlFile file) {
        for (DrlRule rule : file.rules()) {
            new OfDrl(file, rule).add();
        }
    }

    void add(RuleTable table) {
        FieldUse use = new FieldUse(dictionary, table.file(), table.kind(), problems);
        table.conditions().forEach(c -> use.column(header(table, c.number()), c));
        table.actions().forEach(a -> use.field(header(table, a.number()), a.field()));
        for (RuleRow row : table.rows()) {
            String place = table.sheet() + "!" + row.at().substring(row.at().lastIndexOf('!') + 1);
            row.conditions().forEach(c -> use.cell(table.sheet(), c));
            add(RowRule.of(table, row, tables), table.file(), place);
        }
    }

    private static String header(RuleTable table, int column) {
        int row = table.rows().isEmpty() ? 1 : table.rows().get(0).row() - 1;
        return table.sheet() + "!" + Cell.address(row, column);
    }

    private void add(Rule rule, String file, String place) {
        for (String source : rule.citation().sources()) {
            if (!sources.contains(source)) {
                problems.add(RulebookProblem.error(
                        "SOURCE_UNKNOWN",
                        file,
                        place,
                        "source «" + source + "» is not in the registry of sources",
                        "Maybe add it to reference/sources.xlsx."));
            }
        }
        Rule other = rules.put(rule.id(), rule);
        if (other != null) {
            problems.add(RulebookProblem.error(
                    "ID_TWICE",
                    file,
                    place,
                    "id " + rule.id() + " stands also at " + other.at(),
                    "Ids are never reused."));
        }
    }

    /** Reads one rule of a DRL file. */
    private final class OfDrl {
        private final DrlFile file;
        private final DrlRule rule;
        private final Kind kind;
        private final String place;
        private final FieldUse use;

        OfDrl(DrlFile file, DrlRule rule) {
            this.file = file;
            this.rule = rule;
            this.kind = Kind.of(rule.kind()).orElseThrow();
            this.place = String.valueOf(rule.line());
            this.use = new FieldUse(dictionary, file.file(), kind, problems);
        }

        void add() {
            Set<String> reads = new TreeSet<>();
            for (String condition : rule.conditions()) {
                Matcher matcher = FIELD.matcher(condition);
                while (matcher.find()) {
                    use.accessor(place, matcher.group(1), matcher.group(2));
                    reads.add(matcher.group(2));
                }
            }
            List<Statement> statements = new ArrayList<>();
            for (List<String> call : rule.calls()) {
                try {
                    statements.add(statement(call));
                } catch (FormulaInvalid e) {
                    wrong("FORMULA", e.getMessage(), "Maybe a name is misspelt.");
                }
            }
            RuleReader.this.add(
                    new Rule(
                            rule.id(),
                            file.file() + "!" + rule.line(),
                            Stage.of(rule.stage()).orElseThrow(),
                            kind,
                            citation(),
                            reads,
                            rule.conditions(),
                            statements),
                    file.file(),
                    place);
        }

        private Statement statement(List<String> call) throws FormulaInvalid {
            String first = call.get(1);
            return switch (call.get(0)) {
                case "set" -> new Statement.Set(written(first), call.get(2));
                case "let" -> new Statement.Let(written(first), formula(call.get(2)));
                case "answer" -> new Statement.Answer(template(first), template(call.get(2)), template(call.get(3)));
                case "value" -> new Statement.Value(formula(first), call.get(2));
                case "amount" -> new Statement.Amount(formula(first));
                case "detail" -> new Statement.Detail(template(first), formula(call.get(2)));
                case "detailOf" -> new Statement.DetailOf(first, template(call.get(2)), formula(call.get(3)));
                case "missing" ->
                    new Statement.Missing(Arrays.stream(first.split(","))
                            .map(String::strip)
                            .map(this::written)
                            .toList());
                case "finding" -> new Statement.Finding(template(first));
                case "say" -> new Statement.Say(first);
                case "with" -> new Statement.With(first, formula(call.get(2)), unit(call.get(3)));
                case "outcome" -> new Statement.Outcome(first);
                default -> throw new IllegalStateException(call.get(0));
            };
        }

        private Formula formula(String text) throws FormulaInvalid {
            return Formula.read(text, tables);
        }

        private String written(String field) {
            use.field(place, field);
            return field;
        }

        private String template(String text) {
            Matcher matcher = WORD.matcher(text);
            while (matcher.find()) {
                written(matcher.group(1));
            }
            return text;
        }

        private String unit(String unit) {
            if (Unit.of(unit).isEmpty()) {
                wrong(
                        "UNIT",
                        "unit «" + unit + "» does not exist",
                        "Maybe one of " + Arrays.toString(Unit.values()) + ".");
            }
            return unit;
        }

        private void wrong(String code, String message, String hint) {
            problems.add(RulebookProblem.error(code, file.file(), place, "rule " + rule.id() + ": " + message, hint));
        }

        private Citation citation() {
            Map<String, String> metadata = rule.metadata();
            List<String> cited = Citation.ids(metadata.getOrDefault("source", ""));
            if (cited.isEmpty()) {
                wrong("UNCITED_RULE", "no @source", "Maybe @source(\"L1\").");
            }
            String grade = metadata.getOrDefault("confidence", "");
            Optional<Confidence> confidence = Arrays.stream(Confidence.values())
                    .filter(c -> c.name().equals(grade))
                    .findFirst();
            if (confidence.isEmpty()) {
                wrong(
                        "CONFIDENCE_UNKNOWN",
                        "no @confidence",
                        "Maybe one of " + Arrays.toString(Confidence.values()) + ".");
            }
            Optional<LocalDate> from = day("from");
            if (from.isEmpty()) {
                wrong("VALIDITY_MISSING", "no @from with the first day of validity", "Maybe @from(\"2017-01-01\").");
            }
            return new Citation(
                    cited,
                    metadata.getOrDefault("article", ""),
                    confidence.orElse(Confidence.INFERRED),
                    from,
                    day("to"),
                    metadata.getOrDefault("note", ""));
        }

        private Optional<LocalDate> day(String name) {
            String text = rule.metadata().getOrDefault(name, "");
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
            } catch (java.time.DateTimeException e) {
                wrong("NOT_A_DATE", "@" + name + " «" + text + "» is no date", "Maybe in the form 2025-01-31.");
                return Optional.empty();
            }
        }
    }
}
