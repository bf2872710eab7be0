package fr.optam.report;

import fr.optam.decision.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers of one letter with one verdict for one reason, of several acts.
 *
 * @param letter the letter
 * @param answers at least one
 */
record LetterGroup(String letter, List<Answer> answers) {

    /** The groups in the order of their first answer. */
    static List<LetterGroup> of(List<Answer> answers) {
        Map<List<String>, LetterGroup> groups = new LinkedHashMap<>();
        for (Answer answer : answers) {
            if (answer.question().startsWith(AccountWords.MODIFIER)) {
                String letter = answer.question().substring(answer.question().lastIndexOf(':') + 1);
                groups.computeIfAbsent(
                                List.of(letter, answer.verdict(), answer.reason()),
                                key -> new LetterGroup(letter, new ArrayList<>()))
                        .answers()
                        .add(answer);
            }
        }
        return List.copyOf(groups.values());
    }

    Answer first() {
        return answers.get(0);
    }

    List<String> acts() {
        return answers.stream()
                .map(answer -> answer.question()
                        .substring(
                                AccountWords.MODIFIER.length(),
                                answer.question().lastIndexOf(':')))
                .toList();
    }

    /** Sum of the amounts; empty if none has one. */
    Optional<String> amount() {
        return answers.stream()
                .flatMap(answer -> answer.amount().stream())
                .map(BigDecimal::new)
                .reduce(BigDecimal::add)
                .map(BigDecimal::toPlainString);
    }
}
