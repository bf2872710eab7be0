package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.formula.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes in DRL and formulas: one that no rule gives and no list has is a slip of the keys, and never matches. */
final class Codes {
    private static final Pattern READ = Pattern.compile("(?:is|among)\\(\\s*\"(\\w+)\"\\s*,\\s*\"([^\"]+)\"");
    private static final Pattern COMPARED = Pattern.compile("text\\(\\s*\"(\\w+)\"\\s*\\)\\s*==\\s*\"([^\"]+)\"");

    private final CodeDomains domains;
    private final Set<String> listed;
    private final RulePlaces places;
    private final Spoilt spoilt;
    private final List<RulebookProblem> problems;
    private final Map<String, Set<String>> given = new HashMap<>();
    private final Set<String> computed = new TreeSet<>(GivenFields.ALL);
    private final Map<String, Integer> uses = new HashMap<>();

    Codes(CodeDomains domains, RulePlaces places, Spoilt spoilt, List<RulebookProblem> problems) {
        this.domains = domains;
        this.listed = domains.all();
        this.places = places;
        this.spoilt = spoilt;
        this.problems = problems;
    }

    void check(Collection<Rule> rules) {
        rules.forEach(this::learn);
        rules.forEach(this::read);
        rules.forEach(this::written);
    }

    private void learn(Rule rule) {
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Set s && s.code().equals(RuleReader.UNREAD)) {
                computed.add(s.field());
            } else if (statement instanceof Statement.Set s) {
                given.computeIfAbsent(s.field(), f -> new TreeSet<>()).add(s.code());
                use(s.code());
            } else if (statement instanceof Statement.Let l) {
                computed.add(l.field());
            } else if (statement instanceof Statement.Answer a) {
                use(a.verdict());
                use(a.reason());
            }
            statement.computed().ifPresent(f -> f.vocabulary().texts().forEach(this::use));
        }
        rule.conditions().forEach(c -> reads(c).forEach(r -> codes(r).forEach(this::use)));
    }

    private void use(String code) {
        uses.merge(code, 1, Integer::sum);
    }

    private static List<String[]> reads(String condition) {
        List<String[]> reads = new java.util.ArrayList<>();
        for (Pattern pattern : List.of(READ, COMPARED)) {
            Matcher m = pattern.matcher(condition);
            while (m.find()) {
                reads.add(new String[] {m.group(1), m.group(2)});
            }
        }
        return reads;
    }

    private static List<String> codes(String[] read) {
        return List.of(read[1].split("\\s*[;,]\\s*"));
    }

    private void read(Rule rule) {
        rule.conditions().forEach(c -> reads(c).forEach(r -> codes(r).forEach(code -> never(rule, r[0], code))));
        rule.statements().forEach(s -> s.computed().ifPresent(f -> {
            for (Vocabulary.Compared each : f.vocabulary().compared()) {
                never(rule, each.field(), each.text());
            }
        }));
    }

    private void never(Rule rule, String field, String code) {
        Set<String> codes = given.getOrDefault(field, Set.of());
        boolean offered = domains.of(field).map(all -> all.contains(code)).orElse(false);
        if (codes.contains(code) || offered || code.isEmpty() || spoilt.mentions(field)) {
            return;
        }
        boolean closed = !computed.contains(field) && !codes.isEmpty();
        Optional<String> meant = closed ? Closest.to(code, codes) : alike(code);
        if (closed || meant.isPresent()) {
            String[] at = places.of(rule, code);
            String all = String.join(", ", codes);
            problems.add(RulebookProblem.error(
                    "CODE_NEVER",
                    at[0],
                    at[1],
                    new Sentence(
                            "règle " + rule.id() + " : rien ne donne au champ «" + field + "» le code «" + code + "»",
                            "rule " + rule.id() + ": nothing gives the field «" + field + "» the code «" + code + "»"),
                    new Sentence(
                            "Peut-être " + meant.orElse("l’un de " + all) + ".",
                            "Maybe " + meant.orElse("one of " + all) + ".")));
        }
    }

    /** Another code that this one resembles, if this one stands nowhere else. */
    private Optional<String> alike(String code) {
        if (listed.contains(code) || uses.getOrDefault(code, 0) > 1 || code.length() < 4) {
            return Optional.empty();
        }
        Set<String> others = new TreeSet<>(listed);
        others.addAll(uses.keySet());
        others.remove(code);
        return Closest.to(code, others).filter(o -> Closest.distance(o, code) <= 2);
    }

    private void written(Rule rule) {
        if (rule.at().contains(".drl.xlsx")) {
            return;
        }
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Set s) {
                alike(s.code()).ifPresent(meant -> {
                    String[] at = places.of(rule, s.code());
                    problems.add(new RulebookProblem(
                            "CODE_ALONE",
                            Severity.WARNING,
                            at[0],
                            at[1],
                            new Sentence(
                                    "règle " + rule.id() + " : le code «" + s.code() + "» n’est lu nulle part",
                                    "rule " + rule.id() + ": nobody reads the code «" + s.code() + "»"),
                            new Sentence("Peut-être " + meant + ".", "Maybe " + meant + ".")));
                });
            }
        }
    }
}
