package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.decision.Firing;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Assumption;
import fr.optam.explain.ahead.Curve;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Practice;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import fr.optam.report.html.Lang;
import fr.optam.rulebook.Rulebook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is told of a simulation, chapter by chapter; the same on a terminal and on a page. */
final class Story {
    /** Id of the chapter that a terminal leaves out: a page and JSON have it. */
    static final String ANSWERS = "reponses";

    private static final String RESPECT = "respect";
    private static final String PRIME = "prime";

    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    Story(Simulation simulation, Rulebook rulebook, Lang lang) {
        this.simulation = simulation;
        this.voice = new Voice(rulebook, lang);
        this.way = simulation.first();
    }

    Voice voice() {
        return voice;
    }

    Simulation simulation() {
        return simulation;
    }

    List<Chapter> chapters() {
        boolean open =
                way.answer(RESPECT).stream().anyMatch(each -> each.verdict().equals("NOT_EVALUABLE"));
        Chapter none = new Chapter("", "", List.of(), List.of());
        return Stream.of(
                        commitments(),
                        open ? lacking() : none,
                        pace(),
                        practice(),
                        room(),
                        steps(),
                        options(),
                        stake(),
                        open ? none : lacking(),
                        answers(),
                        assumptions())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    List<String> essentials() {
        return new Essentials(simulation, voice).sentences();
    }

    private Chapter commitments() {
        return new Commitments(this).chapter();
    }

    /** What a way is called. */
    String name(Way each) {
        return switch (each.kind()) {
            case KEPT -> voice.option(each.option()) + voice.say(", taux signés", ", signed rates");
            case RENEWED ->
                voice.option(each.option())
                        + (simulation.way(Way.Kind.KEPT.name()).isPresent()
                                ? voice.say(", nouveaux taux", ", new rates")
                                : "");
            case JOINED ->
                voice.option(each.option())
                        + simulation.doors().stream()
                                .filter(door -> each.option()
                                                .filter(door.option()::equals)
                                                .isPresent()
                                        && !door.answer().verdict().equals("ELIGIBLE"))
                                .findFirst()
                                .map(door -> " (" + voice.verdict(door.answer()) + ")")
                                .orElse("");
            case WITHOUT -> voice.say("sans option", "no option");
        };
    }

    private Chapter practice() {
        Practice planned = simulation.planned();
        List<Line> rows = new ArrayList<>();
        boolean goesOn = simulation.base().equals(planned);
        rows.add(amounts(
                simulation.inProgress() && goesOn
                        ? voice.say("À la cadence actuelle", "At the present pace")
                        : voice.say("Prévu en ", "Planned in ") + simulation.year(),
                planned));
        simulation
                .practiceOf()
                .filter(of -> !goesOn)
                .ifPresent(of -> rows.add(amounts(
                        simulation.pace().isPresent()
                                        && of == simulation.facts().year()
                                ? voice.say("À la cadence de ", "At the pace of ") + of
                                : voice.say("Constaté en ", "Observed in ") + of,
                        simulation.base())));
        List<Line> answers = new ArrayList<>();
        if (way.kind() != Way.Kind.WITHOUT) {
            for (Simulation.Rate rate : simulation.rates()) {
                answers.add(answer(way.answer(RESPECT + "." + rate.code())));
            }
            answers.add(answer(way.answer(RESPECT)));
        }
        return new Chapter(
                "pratique",
                voice.say("La pratique prévue face aux engagements", "The practice planned against the commitments"),
                List.of(),
                Stream.of(
                                new Sheet(
                                        "pratique-table",
                                        voice.say("Montants de l’année", "Amounts of the year"),
                                        List.of(
                                                voice.say("Pratique", "Practice"),
                                                voice.say("Honoraires", "Fees"),
                                                voice.say("Dépassements", "Overruns"),
                                                voice.say("Taux", "Rate"),
                                                voice.say("À tarifs opposables", "At opposable tariffs"),
                                                voice.say("Part", "Share")),
                                        5,
                                        rows),
                                new Sheet(
                                        "respect-table",
                                        voice.say("Ce que disent les règles", "What the rules say"),
                                        List.of(
                                                "Question",
                                                voice.say("Réponse", "Answer"),
                                                voice.say("Explication", "Explanation")),
                                        0,
                                        answers))
                        .filter(sheet -> !sheet.rows().isEmpty())
                        .toList());
    }

    private Line amounts(String name, Practice practice) {
        return Line.of(
                name,
                practice.fees().map(voice::euros).orElse("?"),
                practice.overruns().map(voice::euros).orElse("?"),
                practice.overrunRate().map(voice::rate).orElse("–"),
                practice.opposable().map(voice::euros).orElse("?"),
                practice.opposableShare().map(voice::rate).orElse("–"));
    }

    private Line answer(Optional<Answer> answer) {
        return answer.map(each -> new Line(
                        tone(each),
                        List.of(
                                voice.question(each.question()),
                                each.value().isPresent() || each.amount().isPresent()
                                        ? voice.verdict(each) + " · " + voice.figure(each)
                                        : voice.verdict(each),
                                voice.say(each.sentence()))))
                .orElse(Line.of("", "", ""));
    }

    private static String tone(Answer answer) {
        return switch (answer.verdict()) {
            case "RESPECTED", "DUE" -> answer.question().equals("clawback") ? "bad" : "good";
            case "BREACHED" -> "bad";
            case "REVIEW", "NOT_EVALUABLE", "REDUCED", "WARNING", "PROCEDURE" -> "warn";
            default -> answer.question().equals(PRIME) && answer.verdict().equals("NONE") ? "bad" : "";
        };
    }

    private Chapter room() {
        List<Line> rows = new ArrayList<>();
        for (Way each : simulation.ways()) {
            for (Limit limit : each.limits()) {
                if (limit.at().isPresent() && limit.question().startsWith(RESPECT + ".")) {
                    rows.add(room(each, limit));
                }
            }
        }
        return new Chapter(
                "marges",
                voice.say("Jusqu’où aller", "How far you can go"),
                rows.isEmpty()
                        ? List.of()
                        : List.of(voice.say(
                                "Chaque limite a été vérifiée avec les règles elles-mêmes, au centime près, des deux côtés.",
                                "Each limit was checked with the rules themselves, to the cent, on both sides.")),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Sheet(
                                "marges-table",
                                voice.say("Distance à chaque engagement", "Distance to each commitment"),
                                List.of(
                                        voice.say("Situation", "Situation"),
                                        voice.say("Limite", "Limit"),
                                        voice.say("Montant", "Amount"),
                                        voice.say("Prévu", "Planned"),
                                        voice.say("Marge", "Room"),
                                        voice.say("Écart en points", "Difference in points")),
                                4,
                                rows)));
    }

    private Line room(Way each, Limit limit) {
        BigDecimal at = limit.at().orElseThrow();
        Practice planned = simulation.planned();
        BigDecimal here =
                switch (limit.amount()) {
                    case OVERRUNS -> planned.overruns().orElseThrow();
                    case OPPOSABLE -> planned.opposable().orElseThrow();
                    case EXTRA -> BigDecimal.ZERO.setScale(2);
                };
        BigDecimal room = limit.kind() == Limit.Kind.MOST ? at.subtract(here) : here.subtract(at);
        return new Line(
                room.signum() < 0 ? "bad" : "good",
                List.of(
                        name(each),
                        limit(limit),
                        voice.euros(at),
                        voice.euros(here),
                        voice.euros(room),
                        limit.amount() == Amount.EXTRA ? "–" : points(each, limit)));
    }

    private String points(Way each, Limit limit) {
        String code = limit.question().substring(RESPECT.length() + 1);
        Optional<BigDecimal> committed = number(each, "commitment." + code);
        Optional<BigDecimal> observed = number(each, "observed." + code);
        return committed.isPresent() && observed.isPresent()
                ? voice.points((limit.kind() == Limit.Kind.MOST
                                ? committed.get().subtract(observed.get())
                                : observed.get().subtract(committed.get()))
                        .movePointRight(2))
                : "–";
    }

    private static Optional<BigDecimal> number(Way each, String question) {
        return each.answer(question).flatMap(Answer::value).map(BigDecimal::new);
    }

    private String limit(Limit limit) {
        return switch (limit.amount()) {
            case OVERRUNS -> voice.say("dépassements, au plus", "overruns, at most");
            case OPPOSABLE ->
                limit.kind() == Limit.Kind.LEAST
                        ? voice.say("honoraires à tarifs opposables, au moins", "fees at opposable tariffs, at least")
                        : voice.say("honoraires à tarifs opposables, au plus", "fees at opposable tariffs, at most");
            case EXTRA ->
                voice.say(
                        "honoraires de plus, tous à tarifs opposables, au moins",
                        "further fees, all at opposable tariffs, at least");
        };
    }

    private Chapter pace() {
        if (simulation.pace().isEmpty()) {
            return new Chapter("cadence", "", List.of(), List.of());
        }
        return new PaceChapter(this, simulation.pace().get()).chapter();
    }

    private Chapter options() {
        return new Options(this).chapter();
    }

    /** Verdict and figures of an answer. */
    String brief(Optional<Answer> answer) {
        return answer.map(each -> {
                    List<String> parts = new ArrayList<>(List.of(voice.verdict(each)));
                    if (each.question().equals(PRIME) && each.amount().isEmpty()) {
                        each.value()
                                .ifPresent(value ->
                                        parts.add(voice.of(value, each.unit().orElse(""))));
                    }
                    if (!each.verdict().startsWith("NOT_")) {
                        each.amount().ifPresent(amount -> parts.add(voice.euros(new BigDecimal(amount))));
                    }
                    return String.join(" · ", parts);
                })
                .orElse("–");
    }

    private Chapter stake() {
        List<Line> rows = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        if (way.kind() != Way.Kind.WITHOUT) {
            for (String question : List.of(PRIME, "termination", "clawback")) {
                way.answer(question).ifPresent(answer -> rows.add(answer(Optional.of(answer))));
            }
            way.answer("clawback").ifPresent(answer -> {
                Optional.ofNullable(answer.details().get("atStake"))
                        .ifPresent(sum -> rows.add(Line.of(
                                Voice.capital(voice.label("DETAIL", "atStake")),
                                voice.of(String.valueOf(sum), "EUR"),
                                "")));
                if (answer.details().get("components") instanceof Map<?, ?> components) {
                    components.forEach((code, value) -> component(rows, String.valueOf(code), value));
                }
            });
        }
        return new Chapter(
                "enjeu",
                voice.say("Ce qui est en jeu", "What is at stake"),
                List.copyOf(said),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Sheet(
                                "enjeu-table",
                                voice.say("Prime, procédure, récupération", "Bonus, procedure, recovery"),
                                List.of(
                                        "Question",
                                        voice.say("Réponse", "Answer"),
                                        voice.say("Explication", "Explanation")),
                                0,
                                rows)));
    }

    private void component(List<Line> rows, String code, Object value) {
        if (value instanceof Map<?, ?> one) {
            Object amount = one.get("amount");
            String reason = one.get("reason") == null
                    ? ""
                    : voice.say(voice.rulebook().words().reason(String.valueOf(one.get("reason"))));
            rows.add(Line.of(
                    voice.colon("Dont", "Of which") + Voice.lower(voice.label("COMPONENT", code)),
                    voice.verdict("clawback", String.valueOf(one.get("verdict")))
                            + (amount == null ? "" : " · " + voice.of(String.valueOf(amount), "EUR")),
                    reason.contains("{") ? "" : reason));
        }
    }

    private Chapter steps() {
        List<Sheet> sheets = new ArrayList<>();
        for (Curve curve : way.curves()) {
            List<Line> rows = new ArrayList<>();
            for (Curve.Turn turn : curve.turns()) {
                rows.add(
                        Line.of(voice.euros(turn.last()), ratio(turn.last()), said(turn.before()), said(turn.after())));
            }
            if (!rows.isEmpty()) {
                sheets.add(new Sheet(
                        curve.amount() == Amount.OVERRUNS ? "marches-depassements" : "marches-opposables",
                        curve.amount() == Amount.OVERRUNS
                                ? voice.say(
                                        "Les marches au centime, quand les dépassements montent et que tout le reste est comme prévu",
                                        "The steps to the cent as overruns go up, all else as planned")
                                : voice.say(
                                        "Les marches au centime, quand les honoraires à tarifs opposables montent et que tout le reste est comme prévu",
                                        "The steps to the cent as fees at opposable tariffs go up, all else as planned"),
                        List.of(
                                voice.say("Jusqu’à", "Up to"),
                                voice.say("Soit", "That is"),
                                voice.say("Jusque-là", "Until there"),
                                voice.say("Un centime de plus", "One cent more")),
                        0,
                        rows));
            }
        }
        return new Chapter(
                "marches",
                voice.say(
                        "Ce que vos dépassements et votre part opposable changent",
                        "What your overruns and your opposable share change"),
                List.of(),
                sheets);
    }

    private String ratio(BigDecimal amount) {
        BigDecimal fees = simulation.planned().fees().orElseThrow();
        return voice.rate(amount.divide(fees, 6, RoundingMode.HALF_UP));
    }

    private String said(List<Answer> answers) {
        return String.join(
                "\u00A0; ",
                answers.stream()
                        .map(each -> Voice.lower(voice.question(each.question()))
                                + voice.colon("", "")
                                + brief(Optional.of(each)))
                        .toList());
    }

    private Chapter lacking() {
        return new Lacking(this).chapter();
    }

    /** Every answer for the year, with what it cites. */
    private Chapter answers() {
        Map<String, Firing> firings = new HashMap<>();
        way.decision().firings().forEach(each -> firings.put(each.id(), each));
        List<Line> rows = new ArrayList<>();
        way.decision().answers().stream()
                .filter(each -> each.question().indexOf(':') < 0)
                .forEach(each -> {
                    Set<String> cited = new LinkedHashSet<>();
                    each.proof().stream()
                            .map(firings::get)
                            .filter(Objects::nonNull)
                            .flatMap(firing -> firing.sources().stream())
                            .forEach(source -> cited.add(voice.source(source.id())));
                    rows.add(Line.of(
                            voice.question(each.question()),
                            brief(Optional.of(each)),
                            voice.say(each.sentence()),
                            voice.confidence(each.confidence().name()),
                            String.join("\u00A0; ", cited)));
                });
        return new Chapter(
                ANSWERS,
                voice.say("Toutes les réponses, et d’où elles viennent", "All answers, and where they come from"),
                List.of(),
                List.of(new Sheet(
                        "reponses-table",
                        voice.say(
                                        "Réponses pour " + simulation.year() + ", ",
                                        "Answers for " + simulation.year() + ", ")
                                + name(way),
                        List.of(
                                "Question",
                                voice.say("Réponse", "Answer"),
                                voice.say("Explication", "Explanation"),
                                voice.say("Confiance", "Confidence"),
                                "Sources"),
                        0,
                        rows)));
    }

    private Chapter assumptions() {
        List<Line> rows = new ArrayList<>();
        for (Assumption each : simulation.assumptions()) {
            rows.add(Line.of(
                    voice.said(each),
                    each.change().orElse("–"),
                    voice.confidence(each.confidence().name()),
                    each.row()));
        }
        return new Chapter(
                "hypotheses",
                voice.say("Ce qui est supposé", "What is supposed"),
                List.of(),
                List.of(new Sheet(
                        "hypotheses-table",
                        voice.say("Hypothèses de la simulation", "Assumptions of the simulation"),
                        List.of(
                                voice.say("Hypothèse", "Assumption"),
                                voice.say("Se change par", "Changed by"),
                                voice.say("Confiance", "Confidence"),
                                voice.say("Ligne", "Row")),
                        0,
                        rows)));
    }
}
