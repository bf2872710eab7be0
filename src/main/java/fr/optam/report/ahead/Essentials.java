package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The three sentences that come first: the commitments, how far the practice is from them, the money. */
final class Essentials {
    private static final String COMMITMENT = "commitment.";
    private static final String EFFECTIVE = "EFFECTIVE";
    private static final List<String> PRIME_AND_COMPARISON = List.of("prime", "comparison");

    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    Essentials(Simulation simulation, Voice voice) {
        this.simulation = simulation;
        this.voice = voice;
        this.way = simulation.first();
    }

    /** The sentences. */
    List<String> sentences() {
        if (way.kind() == Way.Kind.WITHOUT) {
            return List.of(without());
        }
        List<String> all = new ArrayList<>(List.of(commitments(), new Distance(simulation, voice).sentence()));
        String money = money();
        if (!money.isEmpty()) {
            all.add(money);
        }
        return all;
    }

    private String without() {
        return simulation.facts().memberships().isEmpty()
                ? voice.say(
                        "Vos adhésions ne sont pas connues, et rien ne dit qu’une option vous est ouverte\u00A0: ajoutez memberships aux faits, ou choisissez une option avec --option.",
                        "Your memberships are not known, and nothing says that an option is open to you: add memberships to the facts, or choose an option with --option.")
                : voice.say(
                        "En " + simulation.year()
                                + ", vous n’auriez aucune option tarifaire\u00A0: aucun engagement, et rien à respecter.",
                        "In " + simulation.year()
                                + " you would be in no tariff option: no commitment, and nothing to respect.");
    }

    /** Large figures: value, what it is, tone. */
    List<List<String>> figures() {
        List<List<String>> all = new ArrayList<>();
        if (way.kind() == Way.Kind.WITHOUT) {
            return all;
        }
        for (Simulation.Rate rate : simulation.rates()) {
            Optional<Answer> answer = way.answer(COMMITMENT + rate.code());
            boolean most = rate.amount() == Amount.OVERRUNS;
            all.add(List.of(
                    voice.committed(answer),
                    voice.colon(most ? "au plus" : "au moins", most ? "at most" : "at least")
                            + voice.rateName(rate.code()),
                    isSet(answer) ? "" : "warn"));
        }
        way.limit("respect", Amount.OVERRUNS)
                .filter(limit -> limit.kind() == Limit.Kind.MOST)
                .ifPresent(limit -> {
                    BigDecimal left = new Distance(simulation, voice).left(limit);
                    boolean over = left.signum() < 0;
                    all.add(List.of(
                            voice.euros(left.abs()),
                            over
                                    ? voice.say("de dépassements en trop", "of overruns too many")
                                    : voice.say("de dépassements encore possibles", "of overruns still possible"),
                            over ? "bad" : "good"));
                });
        way.answer("prime").ifPresent(prime -> all.add(figure(prime)));
        return all;
    }

    private List<String> figure(Answer prime) {
        String tone =
                switch (prime.verdict()) {
                    case "DUE" -> "good";
                    case "NONE" -> "bad";
                    case "NOT_APPLICABLE" -> "";
                    default -> "warn";
                };
        if (prime.amount().isEmpty() && prime.value().isPresent()) {
            return List.of(
                    voice.of(prime.value().get(), prime.unit().orElse("")),
                    voice.say("de la prime, montant à examiner", "of the bonus, its amount to be examined"),
                    tone);
        }
        return List.of(
                prime.amount()
                        .map(amount -> voice.euros(new BigDecimal(amount)))
                        .orElse(voice.verdict(prime)),
                voice.question("prime"),
                tone);
    }

    private String commitments() {
        List<String> parts = new ArrayList<>();
        Set<String> open = new LinkedHashSet<>();
        for (Simulation.Rate rate : simulation.rates()) {
            Optional<Answer> after = way.answer(COMMITMENT + rate.code());
            Optional<BigDecimal> now = rate(now(rate.code()));
            Optional<BigDecimal> next = rate(after);
            String name = voice.rateName(rate.code());
            if (!isSet(after)) {
                after.ifPresent(answer -> open.add(voice.say(answer.sentence())));
                next.ifPresent(value -> parts.add(name + ", " + voice.committed(after)));
            } else if (now.isPresent() && now.get().compareTo(next.orElseThrow()) != 0) {
                parts.add(name
                        + voice.say(" qui passe de ", " going from ")
                        + voice.rate(now.get())
                        + voice.say(" à ", " to ")
                        + voice.rate(next.get()));
            } else {
                parts.add(name + ", " + voice.rate(next.orElseThrow()));
            }
        }
        List<String> all = new ArrayList<>();
        all.add(voice.colon("Vos engagements en " + simulation.year(), "Your commitments in " + simulation.year())
                + (parts.isEmpty()
                        ? voice.say("ils ne peuvent pas encore être fixés", "they cannot be set yet")
                        : String.join(voice.say("\u00A0; ", "; "), parts))
                + ".");
        all.addAll(renewed());
        all.addAll(open);
        return String.join(" ", all);
    }

    /** What the rates of the year would be for one whose signed rates are in force. */
    private Set<String> renewed() {
        Set<String> said = new LinkedHashSet<>();
        Optional<Way> other = way.kind() == Way.Kind.KEPT ? simulation.way(Way.Kind.RENEWED.name()) : Optional.empty();
        if (other.isEmpty()) {
            return said;
        }
        List<String> rates = new ArrayList<>();
        for (Simulation.Rate rate : simulation.rates()) {
            Optional<Answer> answer = other.get().answer(COMMITMENT + rate.code());
            if (isSet(answer)) {
                rates.add(voice.rate(rate(answer).orElseThrow()));
            } else {
                answer.ifPresent(each -> said.add(
                        voice.say("Au renouvellement, rien n’est encore fixé. ", "At the renewal nothing is set yet. ")
                                + voice.say(each.sentence())));
            }
        }
        if (said.isEmpty()) {
            said.add(voice.say(
                    "Au renouvellement, ce serait " + String.join(" et ", rates) + ".",
                    "At the renewal it would be " + String.join(" and ", rates) + "."));
        }
        return said;
    }

    private static boolean isSet(Optional<Answer> answer) {
        return answer.filter(
                        each -> each.verdict().equals("SET") && each.value().isPresent())
                .isPresent();
    }

    private static Optional<BigDecimal> rate(Optional<Answer> answer) {
        return answer.flatMap(Answer::value).map(BigDecimal::new);
    }

    private Optional<Answer> now(String code) {
        return simulation.now().answers().stream()
                .filter(each -> each.question().equals(COMMITMENT + code))
                .findFirst();
    }

    private String money() {
        if (way.answer("respect").stream().anyMatch(each -> each.verdict().equals("NOT_EVALUABLE"))) {
            return voice.say(
                    "La prime et ce qui est en jeu en dépendent\u00A0: «\u00A0Ce qui manque pour répondre\u00A0» dit quels faits ajouter.",
                    "The bonus and what is at stake depend on it: “What is missing for an answer” says which facts to add.");
        }
        List<String> parts = new ArrayList<>();
        for (String question : PRIME_AND_COMPARISON) {
            way.answer(question)
                    .filter(answer ->
                            question.equals("prime") || answer.amount().isPresent())
                    .ifPresent(answer -> parts.add(
                            answer.verdict().equals("NOT_EVALUABLE")
                                    ? voice.colon(voice.question(question), voice.question(question))
                                            + Voice.lower(voice.say(answer.sentence()))
                                    : voice.say(answer.sentence())));
        }
        way.answer("termination")
                .filter(answer -> answer.verdict().equals(EFFECTIVE))
                .ifPresent(answer -> parts.add(voice.say(answer.sentence())));
        return String.join(" ", parts);
    }
}
