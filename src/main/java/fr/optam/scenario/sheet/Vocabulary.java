package fr.optam.scenario.sheet;

import fr.optam.decision.Confidence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.table.PlainRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The questions that a rulebook answers, and the codes that it answers with.
 *
 * @param questions names; {@code *} stands for what only the facts know, as an act's id; none if nothing is known
 * @param codes verdicts, reasons and whatever else it states as a code; none if nothing is known
 */
public record Vocabulary(Set<String> questions, Set<String> codes) {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    /** Copies the names. */
    public Vocabulary {
        questions = Set.copyOf(questions);
        codes = Set.copyOf(codes);
    }

    /** Any question is taken. */
    public static Vocabulary any() {
        return new Vocabulary(Set.of(), Set.of());
    }

    /** The questions that the rules of a rulebook answer, with the codes that its lists give for a field. */
    public static Vocabulary of(Rulebook rulebook) {
        Set<String> questions = new TreeSet<>();
        Set<String> codes = new TreeSet<>(codes("reason", rulebook));
        rulebook.rules().values().forEach(rule -> rule.statements().forEach(statement -> {
            if (statement instanceof Statement.Answer answer) {
                questions.addAll(spelt(answer.question(), rulebook));
                codes.add(answer.verdict());
                codes.add(answer.reason());
            } else if (statement instanceof Statement.Set set) {
                codes.add(set.code());
            } else if (statement instanceof Statement.Outcome outcome) {
                codes.add(outcome.code());
            }
        }));
        Arrays.stream(Confidence.values()).map(Confidence::name).forEach(codes::add);
        return new Vocabulary(questions, codes);
    }

    private static List<String> spelt(String template, Rulebook rulebook) {
        Matcher field = FIELD.matcher(template);
        if (!field.find()) {
            return List.of(template);
        }
        List<String> spelt = new ArrayList<>();
        for (String code : codes(field.group(1), rulebook)) {
            spelt.addAll(
                    spelt(template.substring(0, field.start()) + code + template.substring(field.end()), rulebook));
        }
        return spelt;
    }

    private static Set<String> codes(String field, Rulebook rulebook) {
        Set<String> codes = new LinkedHashSet<>();
        rulebook.lists().values().forEach(list -> {
            for (PlainRow row : list.rows()) {
                if (row.values().get(field) instanceof String code && code.matches("\\w+")) {
                    codes.add(code);
                }
            }
        });
        return codes.isEmpty() ? Set.of("*") : codes;
    }

    /** Whether a question is one of them. */
    boolean knows(String question) {
        return questions.isEmpty() || questions.stream().anyMatch(name -> fits(name, question));
    }

    /** The code that a slip of the pen was meant to be; empty text for a code that is known, or like none. */
    String meant(String code) {
        return codes.contains(code) ? "" : Near.to(code, codes);
    }

    private static boolean fits(String name, String question) {
        return name.equals(question)
                || name.contains("*") && question.matches(Pattern.quote(name).replace("*", "\\E.+\\Q"));
    }
}
