package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Practice;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the practice is from the commitments, in one or two sentences. */
final class Distance {
    private static final String RESPECT = "respect";

    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    Distance(Simulation simulation, Voice voice) {
        this.simulation = simulation;
        this.voice = voice;
        this.way = simulation.first();
    }

    /** What is left of overruns: beyond what is billed already, or planned. */
    BigDecimal left(Limit most) {
        Optional<BigDecimal> billed = simulation.inProgress()
                ? simulation.pace().orElseThrow().soFar().overruns()
                : simulation.planned().overruns();
        return most.at().orElseThrow().subtract(billed.orElse(BigDecimal.ZERO));
    }

    String sentence() {
        Answer respect = way.answer(RESPECT).orElseThrow();
        Optional<Limit> most = way.limit(RESPECT, Amount.OVERRUNS).filter(limit -> limit.kind() == Limit.Kind.MOST);
        if (respect.verdict().startsWith("NOT_")) {
            return practice()
                    + voice.say(
                            "rien ne dit encore si vous respecteriez vos engagements.",
                            "nothing says yet whether you would respect your commitments.")
                    + unmeasured();
        }
        if (respect.verdict().equals("RESPECTED")) {
            return practice()
                    + voice.say("vous respecteriez vos engagements.", "you would respect your commitments.")
                    + most.map(this::room).orElse("");
        }
        return practice()
                + voice.say("vous ne respecteriez pas vos engagements, de ", "you would miss your commitments by ")
                + voice.points(new BigDecimal(respect.value().orElse("0"))) + "."
                + most.map(this::tight).orElse("")
                + ways(most);
    }

    private String practice() {
        boolean goesOn = simulation.inProgress() && simulation.base().equals(simulation.planned());
        return voice.say(
                        goesOn ? "À la cadence actuelle" : "Avec la pratique prévue",
                        goesOn ? "At the present pace" : "With the practice planned")
                + rates()
                + ", ";
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

    /** Why there is no rate. */
    private String unmeasured() {
        return simulation.rates().stream()
                .flatMap(rate -> way.answer("observed." + rate.code()).stream())
                .filter(answer -> answer.verdict().equals("NOT_EVALUABLE"))
                .findFirst()
                .map(answer -> " " + voice.say(answer.sentence()))
                .orElse("");
    }

    private String room(Limit most) {
        BigDecimal left = left(most);
        return simulation.inProgress()
                ? voice.say(
                        " Il vous reste " + voice.euros(left)
                                + " de dépassements à facturer d’ici au 31 décembre\u00A0: un centime de plus, et vous ne les respectez plus.",
                        " You may still bill " + voice.euros(left)
                                + " of overruns until 31 December: one cent more and you no longer do.")
                : voice.say(
                        " Il vous reste " + voice.euros(left)
                                + " de dépassements à facturer de plus dans l’année\u00A0: un centime de plus, et vous ne les respectez plus.",
                        " You may bill " + voice.euros(left)
                                + " more of overruns in the year: one cent more and you no longer do.");
    }

    /** Of a year in progress that ends above the limit: what is left all the same, or what is too much already. */
    private String tight(Limit most) {
        if (!simulation.inProgress()) {
            return "";
        }
        BigDecimal left = left(most);
        return left.signum() < 0
                ? voice.say(
                        " Vous avez déjà facturé " + voice.euros(left.negate())
                                + " de dépassements de trop pour l’année.",
                        " You have already billed " + voice.euros(left.negate())
                                + " of overruns too many for the year.")
                : voice.say(
                        " Il ne vous reste que " + voice.euros(left)
                                + " de dépassements à facturer d’ici au 31 décembre.",
                        " You may bill only " + voice.euros(left) + " of overruns until 31 December.");
    }

    /** What it would take. */
    private String ways(Optional<Limit> most) {
        List<String> all = new ArrayList<>();
        Practice planned = simulation.planned();
        if (most.isPresent() && !simulation.inProgress()) {
            all.add(less(
                    planned.overruns().orElseThrow().subtract(most.get().at().orElseThrow())));
        } else if (most.isEmpty()) {
            way.limit(RESPECT, Amount.OPPOSABLE)
                    .filter(limit -> limit.kind() == Limit.Kind.LEAST)
                    .flatMap(Limit::at)
                    .ifPresentOrElse(
                            at -> all.add(more(at.subtract(planned.opposable().orElseThrow()))), () -> way.together()
                                    .ifPresent(both -> all.add(less(planned.overruns()
                                                    .orElseThrow()
                                                    .subtract(both.overruns().orElseThrow()))
                                            + voice.say(" et ", " and ")
                                            + more(both.opposable()
                                                    .orElseThrow()
                                                    .subtract(
                                                            planned.opposable().orElseThrow())))));
        }
        way.limit(RESPECT, Amount.EXTRA)
                .filter(limit -> limit.kind() == Limit.Kind.LEAST)
                .flatMap(Limit::at)
                .ifPresent(at -> all.add(voice.say(
                        voice.euros(at) + " d’honoraires en plus des "
                                + voice.euros(planned.fees().orElseThrow()) + " prévus, tous à tarifs opposables",
                        voice.euros(at) + " of fees beyond the "
                                + voice.euros(planned.fees().orElseThrow())
                                + " planned, all of them at opposable tariffs")));
        return all.isEmpty()
                ? ""
                : voice.say(" Il faudrait ", " It would take ") + String.join(voice.say("\u00A0; ou ", "; or "), all)
                        + ".";
    }

    private String less(BigDecimal amount) {
        return voice.say(voice.euros(amount) + " de dépassements de moins", voice.euros(amount) + " fewer of overruns");
    }

    private String more(BigDecimal amount) {
        return voice.say(
                voice.euros(amount) + " d’honoraires de plus à tarifs opposables parmi ceux qui sont prévus",
                voice.euros(amount) + " more of the fees planned at opposable tariffs");
    }
}
