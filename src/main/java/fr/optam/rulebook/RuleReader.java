package fr.optam.rulebook;

import fr.optam.decision.Confidence;
import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.drl.DrlFile;
import fr.optam.rulebook.drl.DrlRule;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.FormulaInvalid;
import fr.optam.rulebook.formula.Tables;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.DateAdvice;
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

    /** Stands for the value of a formula that could not be read. */
    static final String UNREAD = "UNREAD";

    private final Dictionary dictionary;
    private final Tables tables;
    private final References references;
    private final List<RulebookProblem> problems;
    private final SortedMap<String, Rule> rules = new TreeMap<>();

    RuleReader(Dictionary dictionary, Tables tables, References references, List<RulebookProblem> problems) {
        this.dictionary = dictionary;
        this.tables = tables;
        this.references = references;
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
        FieldUse use = new FieldUse(dictionary, references.fields(), table.file(), table.kind(), problems);
        table.conditions().forEach(c -> use.column(() -> snippet(table, c.number()), c));
        table.actions().forEach(a -> use.field(() -> snippet(table, a.number()), a.field()));
        for (RuleRow row : table.rows()) {
            String place = table.sheet() + "!" + row.at().substring(row.at().lastIndexOf('!') + 1);
            row.conditions().forEach(c -> use.cell(table.sheet(), c));
            add(RowRule.of(table, row, tables), table.file(), place);
        }
    }

    /** The folded cell that names a column's field. */
    private static String snippet(RuleTable table, int column) {
        int row = table.rows().isEmpty() ? 1 : table.rows().get(0).row() - 2;
        return table.sheet() + "!" + Cell.address(row, column);
    }

    private void add(Rule rule, String file, String place) {
        Rule other = rules.putIfAbsent(rule.id(), rule);
        if (other != null) {
            problems.add(RulebookProblem.error(
                    "ID_TWICE",
                    file,
                    place,
                    new Sentence(
                            "l’identifiant " + rule.id() + " existe déjà : " + other.at(),
                            "id " + rule.id() + " stands also at " + other.at()),
                    new Sentence(
                            "Peut-être un nouvel identifiant : ils ne resservent jamais.",
                            "Maybe a new id: ids are never reused.")));
        }
    }

    /** Reads one rule of a DRL file. */
    private final class OfDrl {
        private final DrlFile file;
        private final DrlRule rule;
        private final Kind kind;
        private final FieldUse use;

        OfDrl(DrlFile file, DrlRule rule) {
            this.file = file;
            this.rule = rule;
            this.kind = Kind.of(rule.kind()).orElseThrow();
            this.use = new FieldUse(dictionary, references.fields(), file.file(), kind, problems);
        }

        private String line(String words) {
            return String.valueOf(file.line(rule, words));
        }

        void add() {
            Set<String> reads = new TreeSet<>();
            for (String condition : rule.conditions()) {
                Matcher matcher = FIELD.matcher(condition);
                while (matcher.find()) {
                    String words = matcher.group();
                    use.accessor(() -> line(words), matcher.group(1), matcher.group(2));
                    reads.add(matcher.group(2));
                }
            }
            DrlSense.check(
                    rule,
                    (code, severity, words, said, hint) -> problems.add(
                            new RulebookProblem(code, severity, file.file(), line(words), said(said), hint)));
            List<Statement> statements = new ArrayList<>();
            for (List<String> call : rule.calls()) {
                try {
                    statements.add(statement(call));
                } catch (FormulaInvalid e) {
                    references.formula(call, e, file.file(), line(call.get(call.size() - 1)), said(e.said()), problems);
                    if (call.get(0).equals("let")) {
                        statements.add(new Statement.Set(call.get(1), UNREAD));
                    }
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
                    String.valueOf(rule.line()));
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
            Formula formula = Formula.read(text, tables);
            formula.fields()
                    .forEach(f ->
                            references.fields().use(f, () -> new Names.Use(file.file(), "", new Sentence("", ""))));
            return formula;
        }

        private String written(String field) {
            use.field(() -> line(field), field);
            return field;
        }

        private String template(String text) {
            Matcher matcher = WORD.matcher(text);
            while (matcher.find()) {
                use.field(() -> line(text), matcher.group(1));
            }
            return text;
        }

        private String unit(String unit) {
            if (Unit.of(unit).isEmpty()) {
                List<String> all = Arrays.stream(Unit.values()).map(Unit::name).toList();
                String list = String.join(", ", all);
                wrong(
                        "UNIT",
                        file.line(rule, "\"" + unit + "\""),
                        "l’unité «" + unit + "» n’existe pas",
                        "unit «" + unit + "» does not exist",
                        Closest.to(unit, all).orElse("l’une de " + list) + ".",
                        Closest.to(unit, all).orElse("one of " + list) + ".");
            }
            return unit;
        }

        private Sentence said(Sentence what) {
            return new Sentence("règle " + rule.id() + " : " + what.fr(), "rule " + rule.id() + ": " + what.en());
        }

        private void wrong(String code, int line, String fr, String en, String maybeFr, String maybeEn) {
            problems.add(RulebookProblem.error(
                    code,
                    file.file(),
                    String.valueOf(line),
                    said(new Sentence(fr, en)),
                    new Sentence("Peut-être " + maybeFr, "Maybe " + maybeEn)));
        }

        private Citation citation() {
            Map<String, String> metadata = rule.metadata();
            List<String> cited = Citation.ids(metadata.getOrDefault("source", ""));
            if (cited.isEmpty()) {
                wrong(
                        "UNCITED_RULE",
                        metadata.containsKey("source") ? file.line(rule, "@source") : rule.line(),
                        "sans @source",
                        "no @source",
                        "@source(\"L1\").",
                        "@source(\"L1\").");
            }
            cited.forEach(id -> references.source(id, file.file(), () -> line("@source")));
            String grade = metadata.getOrDefault("confidence", "");
            Optional<Confidence> confidence = Arrays.stream(Confidence.values())
                    .filter(c -> c.name().equals(grade))
                    .findFirst();
            if (confidence.isEmpty()) {
                List<String> all =
                        Arrays.stream(Confidence.values()).map(Confidence::name).toList();
                String list = String.join(", ", all);
                wrong(
                        "CONFIDENCE_UNKNOWN",
                        metadata.containsKey("confidence") ? file.line(rule, "@confidence") : rule.line(),
                        grade.isEmpty() ? "sans @confidence" : "@confidence «" + grade + "» inconnue",
                        grade.isEmpty() ? "no @confidence" : "@confidence «" + grade + "» is unknown",
                        Closest.to(grade, all).orElse("l’une de " + list) + ".",
                        Closest.to(grade, all).orElse("one of " + list) + ".");
            }
            Optional<LocalDate> from = day("from");
            Optional<LocalDate> to = day("to");
            if (!metadata.containsKey("from") || metadata.get("from").isEmpty()) {
                wrong(
                        "VALIDITY_MISSING",
                        rule.line(),
                        "sans @from, premier jour de validité",
                        "no @from with the first day of validity",
                        "@from(\"2017-01-01\").",
                        "@from(\"2017-01-01\").");
            } else if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                wrong(
                        "VALIDITY_ORDER",
                        file.line(rule, "@to"),
                        "la validité finit le " + to.get() + ", avant de commencer le " + from.get(),
                        "validity ends on " + to.get() + ", before it starts on " + from.get(),
                        "les deux jours sont-ils inversés.",
                        "the days are exchanged.");
            }
            return new Citation(
                    cited,
                    metadata.getOrDefault("article", ""),
                    confidence.orElse(Confidence.INFERRED),
                    from,
                    to,
                    metadata.getOrDefault("note", ""));
        }

        private Optional<LocalDate> day(String name) {
            String text = rule.metadata().getOrDefault(name, "");
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
            } catch (java.time.DateTimeException e) {
                String meant = DateAdvice.iso(text).orElse("2025-01-31");
                wrong(
                        "NOT_A_DATE",
                        file.line(rule, "@" + name),
                        "@" + name + " «" + text + "» n’est pas une date",
                        "@" + name + " «" + text + "» is no date",
                        meant + ".",
                        meant + ".");
                return Optional.empty();
            }
        }
    }
}
