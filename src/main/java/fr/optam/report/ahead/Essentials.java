package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The three sentences that come first: the commitments, how far the practice is from them, the money. */
final class Essentials {
    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    Essentials(Simulation simulation, Voice voice) {
        this.simulation = simulation;
        this.voice = voice;
        this.way = simulation.first();
    }

    List<String> sentences() {
        List<String> all = new ArrayList<>();
        all.add(commitments());
        all.add(distance());
        all.add(money());
        return all;
    }

    /** Large figures: value, what it is, tone. */
    List<List<String>> figures() {
        List<List<String>> all = new ArrayList<>();
        if (way.kind() == Way.Kind.WITHOUT) {
            return all;
        }
        for (Simulation.Rate rate : simulation.rates()) {
            Optional<Answer> answer = way.answer("commitment." + rate.code());
            all.add(List.of(
                    voice.committed(answer),
                    voice.say(
                            (rate.amount() == Amount.OVERRUNS ? "au plus" : "au moins") + "\u00A0: "
                                    + voice.rateName(rate.code()),
                            (rate.amount() == Amount.OVERRUNS ? "at most" : "at least") + ": "
                                    + voice.rateName(rate.code())),
                    isSet(answer) ? "" : "warn"));
        }
        way.limit("respect", Amount.OVERRUNS)
                .filter(limit -> limit.kind() == Limit.Kind.MOST)
                .ifPresent(limit -> {
                    BigDecimal left = left(limit);
                    all.add(List.of(
                            voice.euros(left.abs()),
                            left.signum() < 0
                                    ? voice.say("de dépassements en trop", "of overruns too many")
                                    : voice.say("de dépassements encore possibles", "of overruns still possible"),
                            left.signum() < 0 ? "bad" : "good"));
                });
        way.answer("prime")
                .ifPresent(prime -> all.add(List.of(
                        prime.amount()
                                .map(amount -> voice.euros(new BigDecimal(amount)))
                                .orElse(voice.verdict(prime)),
                        voice.question("prime"),
                        switch (prime.verdict()) {
                            case "DUE" -> "good";
                            case "NONE" -> "bad";
                            case "NOT_APPLICABLE" -> "";
                            default -> "warn";
                        })));
        return all;
    }

    private String commitments() {
        int year = simulation.year();
        if (way.kind() == Way.Kind.WITHOUT) {
            return voice.say(
                    "En " + year + ", vous n’auriez aucune option tarifaire, donc aucun engagement.",
                    "In " + year + " you would be in no tariff option, so without commitment.");
        }
        List<String> parts = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Simulation.Rate rate : simulation.rates()) {
            Optional<Answer> after = way.answer("commitment." + rate.code());
            Optional<BigDecimal> now = rate(now(rate.code()));
            Optional<BigDecimal> next = rate(after).filter(r -> isSet(after));
            String name = voice.rateName(rate.code());
            if (next.isEmpty()) {
                after.ifPresent(answer -> open.add(voice.say(answer.sentence())));
            } else if (now.isPresent() && now.get().compareTo(next.get()) != 0) {
                parts.add(name
                        + voice.say(" de ", " from ")
                        + voice.rate(now.get())
                        + voice.say(" à ", " to ")
                        + voice.rate(next.get()));
            } else {
                parts.add(name + voice.say(", ", ", ") + voice.rate(next.get()));
            }
        }
        String head = voice.say("Vos engagements en " + year, "Your commitments in " + year)
                + voice.colon("", "")
                + (parts.isEmpty()
                        ? voice.say("ils ne peuvent pas encore être fixés", "they cannot be set yet")
                        : String.join(voice.say("\u00A0; ", "; "), parts))
                + ".";
        String renewed = renewed();
        head += renewed.isEmpty() ? "" : " " + renewed;
        return open.isEmpty()
                ? head
                : head + " " + String.join(" ", open.stream().distinct().toList());
    }

    /** What the rates of the year would be for one whose signed rates are in force. */
    private String renewed() {
        Optional<Way> other = way.kind() == Way.Kind.KEPT ? simulation.way(Way.Kind.RENEWED.name()) : Optional.empty();
        List<String> rates = new ArrayList<>();
        other.ifPresent(each -> simulation.rates().forEach(rate -> rate(each.answer("commitment." + rate.code()))
                .ifPresent(value -> rates.add(voice.rate(value)))));
        return rates.isEmpty()
                ? ""
                : voice.say(
                        "Au renouvellement, ce serait " + String.join(" et ", rates) + ".",
                        "At the renewal it would be " + String.join(" and ", rates) + ".");
    }

    private static boolean isSet(Optional<Answer> answer) {
        return answer.filter(each -> each.verdict().equals("SET")).isPresent();
    }

    private static Optional<BigDecimal> rate(Optional<Answer> answer) {
        return answer.flatMap(Answer::value).map(BigDecimal::new);
    }

    private Optional<Answer> now(String code) {
        return simulation.now().answers().stream()
                .filter(each -> each.question().equals("commitment." + code))
                .findFirst();
    }

    private String distance() {
        Optional<Answer> respect = way.answer("respect");
        if (way.kind() == Way.Kind.WITHOUT || respect.isEmpty()) {
            return voice.say(
                    "Sans engagement, il n’y a rien à respecter.", "Without commitment there is nothing to respect.");
        }
        String practice = practice();
        Optional<Limit> most = way.limit("respect", Amount.OVERRUNS).filter(l -> l.kind() == Limit.Kind.MOST);
        boolean kept =
                most.isPresent() && most.get().best().equals(respect.get().verdict());
        if (kept) {
            BigDecimal left = left(most.get());
            return practice
                    + voice.say(
                            "vous respecteriez vos engagements. Il vous reste ",
                            "you would respect your commitments. You may still bill ")
                    + voice.euros(left)
                    + voice.say(
                            " de dépassements à facturer" + room()
                                    + "\u00A0: un centime de plus, et vous ne les respectez plus.",
                            " of overruns" + room() + ": one cent more and you no longer do.");
        }
        if (most.isPresent()) {
            BigDecimal over = simulation
                    .planned()
                    .overruns()
                    .orElseThrow()
                    .subtract(most.get().at().orElseThrow());
            return practice
                    + voice.say("vous ne respecteriez pas vos engagements, de ", "you would miss your commitments by ")
                    + voice.points(new BigDecimal(respect.get().value().orElse("0")))
                    + voice.say(
                            ". Il faudrait facturer " + voice.euros(over) + " de dépassements de moins",
                            ". It would take " + voice.euros(over) + " fewer overruns")
                    + extra()
                    + ".";
        }
        if (respect.get().verdict().startsWith("NOT_")) {
            return practice
                    + voice.say(
                            "rien ne dit encore si vous respecteriez vos engagements.",
                            "nothing says yet whether you would respect your commitments.");
        }
        return practice + Voice.lower(voice.say(respect.get().sentence())) + extraAlone();
    }

    private String practice() {
        String rates = rates();
        return simulation.pace().isPresent()
                ? voice.say("À la cadence actuelle", "At the present pace") + rates + voice.say(", ", ", ")
                : voice.say("Avec la pratique prévue", "With the practice planned") + rates + voice.say(", ", ", ");
    }

    private String rates() {
        List<String> parts = new ArrayList<>();
        simulation
                .planned()
                .overrunRate()
                .ifPresent(rate -> parts.add(voice.rate(rate) + voice.say(" de dépassements", " of overruns")));
        simulation
                .planned()
                .opposableShare()
                .ifPresent(rate ->
                        parts.add(voice.rate(rate) + voice.say(" à tarifs opposables", " at opposable tariffs")));
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private String room() {
        return simulation.pace().isPresent()
                ? voice.say(" d’ici au 31 décembre", " until 31 December")
                : voice.say(" de plus dans l’année", " more in the year");
    }

    /** What is left of overruns: beyond what is billed already, or planned. */
    BigDecimal left(Limit most) {
        BigDecimal billed = simulation.pace().isPresent()
                ? simulation.pace().get().soFar().overruns().orElse(BigDecimal.ZERO)
                : simulation.planned().overruns().orElse(BigDecimal.ZERO);
        return most.at().orElseThrow().subtract(billed);
    }

    private String extra() {
        return way.limit("respect", Amount.EXTRA)
                .filter(limit -> limit.kind() == Limit.Kind.LEAST)
                .flatMap(Limit::at)
                .map(at -> voice.say(
                        ", ou " + voice.euros(at) + " d’honoraires de plus, tous aux tarifs opposables",
                        ", or " + voice.euros(at) + " more fees, all of them at opposable tariffs"))
                .orElse("");
    }

    private String extraAlone() {
        return way.limit("respect", Amount.EXTRA)
                .filter(limit -> limit.kind() == Limit.Kind.LEAST)
                .flatMap(Limit::at)
                .map(at -> voice.say(
                        " Il faudrait " + voice.euros(at) + " d’honoraires de plus, tous aux tarifs opposables.",
                        " It would take " + voice.euros(at) + " more fees, all of them at opposable tariffs."))
                .orElse("");
    }

    private String money() {
        List<String> parts = new ArrayList<>();
        if (way.answer("respect")
                .filter(each -> each.verdict().equals("NOT_EVALUABLE"))
                .isPresent()) {
            return voice.say(
                    "La prime et ce qui est en jeu en dépendent\u00A0: «\u00A0Ce qui manque pour répondre\u00A0» dit quels faits ajouter.",
                    "The bonus and what is at stake depend on it: “What is missing for an answer” says which facts to add.");
        }
        if (way.kind() != Way.Kind.WITHOUT) {
            way.answer("prime").ifPresent(prime -> parts.add(voice.say(prime.sentence())));
        }
        way.answer("comparison")
                .filter(answer -> answer.amount().isPresent())
                .ifPresent(answer -> parts.add(voice.say(answer.sentence())));
        return String.join(" ", parts);
    }
}
