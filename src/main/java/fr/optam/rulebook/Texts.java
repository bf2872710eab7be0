package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether every reason, finding and verdict has its words, in both languages and with the same figures in them. */
final class Texts {
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)(?:\\|[^|{}]*\\|[^|{}]*)?}");
    private static final String REASONS = "reference/motifs";
    private static final String FINDINGS = "reference/constats";
    private static final String LABELS = "reference/libelles";

    private final SortedMap<String, PlainTable> lists;
    private final RulePlaces places;
    private final Spoilt spoilt;
    private final List<RulebookProblem> problems;
    private final Names reasons;
    private final Names findings;
    private final Names labels;

    Texts(SortedMap<String, PlainTable> lists, RulePlaces places, Spoilt spoilt, List<RulebookProblem> problems) {
        this.lists = lists;
        this.places = places;
        this.spoilt = spoilt;
        this.problems = problems;
        this.reasons = names("REASON_UNKNOWN", REASONS, "reason", "le motif", "reason");
        this.findings = names("FINDING_UNKNOWN", FINDINGS, "finding", "le constat", "finding");
        this.labels = names("LABEL_UNKNOWN", LABELS, "code", "le libellé", "label");
    }

    private Names names(String code, String list, String column, String fr, String en) {
        Names names = new Names(code, Severity.WARNING, RulebookFiles.TABLES + list + ".xlsx", new Sentence(fr, en));
        PlainTable table = lists.get(list);
        if (table != null) {
            table.rows().forEach(row -> {
                Object name = row.values().get(column);
                if (name != null) {
                    names.define(String.valueOf(name), row.at(column).split("!", 2)[1]);
                }
            });
        }
        return names;
    }

    void check(Collection<Rule> rules) {
        Set<String> carriers = carriers(rules);
        for (Rule rule : rules) {
            for (Statement statement : rule.statements()) {
                use(rule, statement, carriers);
            }
        }
        report(reasons, REASONS);
        report(findings, FINDINGS);
        report(labels, LABELS);
        for (String list : List.of(REASONS, FINDINGS, LABELS)) {
            if (lists.containsKey(list)) {
                lists.get(list).rows().forEach(row -> words(lists.get(list), row));
            }
        }
    }

    private void report(Names names, String list) {
        if (!spoilt.lists().contains(list) && lists.containsKey(list)) {
            names.check(spoilt.words(), problems);
        }
    }

    /** Fields whose code becomes the reason of an answer. */
    private static Set<String> carriers(Collection<Rule> rules) {
        Set<String> carriers = new TreeSet<>();
        for (Rule rule : rules) {
            for (Statement statement : rule.statements()) {
                if (statement instanceof Statement.Answer a && a.reason().matches("\\{\\w+}")) {
                    carriers.add(a.reason().substring(1, a.reason().length() - 1));
                }
            }
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Rule rule : rules) {
                for (Statement statement : rule.statements()) {
                    if (statement instanceof Statement.Let l
                            && carriers.contains(l.field())
                            && l.formula().text().matches("\\w+")) {
                        grown |= carriers.add(l.formula().text());
                    }
                }
            }
        }
        return carriers;
    }

    private void use(Rule rule, Statement statement, Set<String> carriers) {
        if (statement instanceof Statement.Answer a) {
            plain(a.reason(), rule, reasons, "le motif", "reason");
            plain(a.verdict(), rule, labels, "le verdict", "verdict");
        } else if (statement instanceof Statement.Set s && carriers.contains(s.field())) {
            plain(s.code(), rule, reasons, "le motif", "reason");
        } else if (statement instanceof Statement.Value v) {
            plain(v.unit(), rule, labels, "l’unité", "unit");
        } else if (statement instanceof Statement.Say s) {
            plain(s.reason(), rule, reasons, "le motif", "reason");
        } else if (statement instanceof Statement.Outcome o) {
            plain(o.code(), rule, labels, "l’issue", "outcome");
        } else if (statement instanceof Statement.Finding f && !reasons.defines(f.code())) {
            plain(f.code(), rule, findings, "le constat", "finding");
        }
    }

    private void plain(String code, Rule rule, Names names, String fr, String en) {
        if (code.indexOf('{') < 0 && !code.isEmpty() && !code.equals(RuleReader.UNREAD) && !toldOf(rule, code)) {
            names.use(code, () -> {
                String[] at = places.of(rule, code);
                return new Names.Use(
                        at[0],
                        at[1],
                        new Sentence(fr + " «" + code + "» n’a pas de texte", en + " «" + code + "» has no words"));
            });
        }
    }

    /** Whether the code is wrong in its own cell, and told there. */
    private boolean toldOf(Rule rule, String code) {
        return problems.stream()
                .anyMatch(p -> p.code().equals("CODE_UNKNOWN")
                        && rule.at().startsWith(p.file() + "!")
                        && p.message().en().contains("«" + code + "»"));
    }

    /** Whether the French text names words that no other text does, so that it is the one at fault. */
    private boolean strange(Set<String> words) {
        return words.stream()
                .allMatch(word -> lists.values().stream()
                                .flatMap(list -> list.rows().stream())
                                .flatMap(row -> Stream.of("fr", "en").map(row.values()::get))
                                .filter(text ->
                                        text != null && String.valueOf(text).contains("{" + word + "}"))
                                .count()
                        <= 1);
    }

    private void words(PlainTable list, PlainRow row) {
        String fr = String.valueOf(row.values().getOrDefault("fr", ""));
        String en = String.valueOf(row.values().getOrDefault("en", ""));
        for (String language : List.of("fr", "en")) {
            String text = language.equals("fr") ? fr : en;
            if (text.isBlank() && list.column(language).isPresent()) {
                wrong(
                        list,
                        row,
                        language,
                        "TEXT_MISSING",
                        new Sentence("pas de texte", "no words"),
                        new Sentence("Peut-être a-t-il été effacé.", "Maybe it was deleted."));
                return;
            }
            if (hasLoneBrace(text)) {
                wrong(
                        list,
                        row,
                        language,
                        "TEXT_WORDS",
                        new Sentence("une accolade seule dans «" + text + "»", "a lone brace in «" + text + "»"),
                        new Sentence("Peut-être {year}, sans espace.", "Maybe {year}, without spaces."));
                return;
            }
        }
        Set<String> french = in(fr);
        Set<String> english = in(en);
        if (!french.equals(english) && list.column("en").isPresent()) {
            Set<String> more = new TreeSet<>(french);
            more.removeAll(english);
            Set<String> less = new TreeSet<>(english);
            less.removeAll(french);
            wrong(
                    list,
                    row,
                    !more.isEmpty() && !less.isEmpty() && strange(more) ? "fr" : "en",
                    "TEXT_WORDS",
                    new Sentence(
                            "les mots entre accolades diffèrent : français " + french + ", anglais " + english,
                            "the words in braces differ: French " + french + ", English " + english),
                    new Sentence(
                            "Peut-être " + (more.isEmpty() ? less : more)
                                    + " : mal écrit, de trop, ou oublié dans l’autre langue.",
                            "Maybe " + (more.isEmpty() ? less : more)
                                    + ": misspelt, too many, or forgotten in the other language."));
        }
    }

    private static boolean hasLoneBrace(String text) {
        String rest = WORD.matcher(text).replaceAll("");
        return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
    }

    private static Set<String> in(String text) {
        Set<String> words = new TreeSet<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            words.add(m.group(1));
        }
        return words;
    }

    private void wrong(PlainTable list, PlainRow row, String column, String code, Sentence said, Sentence hint) {
        String header = list.column(column).map(Column::header).orElse(column);
        problems.add(RulebookProblem.error(
                code,
                list.file(),
                row.at(column).split("!", 2)[1],
                new Sentence("colonne «" + header + "» : " + said.fr(), "column «" + header + "»: " + said.en()),
                hint));
    }
}
