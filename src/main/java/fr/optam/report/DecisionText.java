package fr.optam.report;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import fr.optam.decision.Source;
import fr.optam.report.Lines.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A decision as a person reads it in a terminal: outcome, each answer with its reason, row and source, what is missing. */
public final class DecisionText {
    private static final String MODIFIER = "modifier:";
    private static final Set<String> OPEN = Set.of("REVIEW", "NOT_EVALUABLE");
    private static final Set<String> BAD = Set.of(
            "NOT_ELIGIBLE",
            "BREACHED",
            "NOT_PAYABLE",
            "IRREGULAR",
            "WARNING",
            "PROCEDURE",
            "EFFECTIVE",
            "BARRED",
            "NON_COMPLIANT",
            "clawback DUE",
            "prime NONE",
            "prime REDUCED");

    private final Decision decision;
    private final Page page;
    private final Lines out;
    private final Figures figures;
    private final Map<String, Firing> firings = new HashMap<>();
    private final Set<String> cited = new TreeSet<>();

    private DecisionText(Decision decision, Page page) {
        this.decision = decision;
        this.page = page;
        this.out = new Lines(page.width(), page.colour());
        this.figures = new Figures(page.french());
        decision.firings().forEach(firing -> firings.put(firing.id(), firing));
    }

    /** The page, each line ended. */
    public static String of(Decision decision, Page page) {
        return new DecisionText(decision, page).text();
    }

    private String text() {
        head();
        List<Answer> letters = new ArrayList<>();
        for (Answer answer : decision.answers()) {
            if (answer.question().startsWith(MODIFIER)) {
                letters.add(answer);
            } else {
                answer(answer, page.label("QUESTION", answer.question()));
            }
        }
        letters(letters);
        missing();
        problems();
        sources();
        return out.toString();
    }

    private void head() {
        String outcome = page.label("OUTCOME", decision.outcome()).toUpperCase(java.util.Locale.ROOT);
        out.spread(
                page.say("Praticien ", "Practitioner ")
                        + decision.practitioner()
                        + page.say(", année ", ", year ")
                        + decision.year(),
                Mark.BOLD,
                outcome,
                mark("", decision.outcome()));
        out.wrapped(2, Mark.NONE, in(decision.outcomeSentence()));
        String overlays = decision.rulebook().overlays().isEmpty()
                ? ""
                : " + " + String.join(" + ", decision.rulebook().overlays());
        out.wrapped(
                2,
                Mark.DIM,
                page.say("Confiance\u00A0: ", "Confidence: ")
                        + confidence(decision.confidence().name())
                        + page.say(". Référentiel ", ". Rulebook ")
                        + decision.rulebook().version() + overlays + ", "
                        + shortened(decision.rulebook().digest()) + ".");
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(digest.length(), "sha256:".length() + 12));
    }

    private void answer(Answer answer, String question) {
        out.gap();
        String word = page.verdict(answer.question(), answer.verdict());
        String value =
                answer.value().map(v -> figures.of(v, answer.unit().orElse(""))).orElse("");
        String amount = answer.amount().map(figures::euros).orElse("");
        String right = String.join(
                " · ",
                java.util.stream.Stream.of(word, value, amount)
                        .filter(s -> !s.isEmpty())
                        .toList());
        out.spread(question, Mark.BOLD, right, mark(answer.question(), answer.verdict()));
        out.wrapped(2, Mark.NONE, in(answer.sentence()));
        if (!answer.missing().isEmpty()) {
            out.wrapped(
                    "  ",
                    Mark.YELLOW,
                    page.say("Il manque\u00A0: ", "Missing: ") + String.join(", ", answer.missing()));
        }
        details(answer.details());
        proof(answer);
    }

    private void details(Map<String, Object> details) {
        List<String> flat = new ArrayList<>();
        flatten("", details, flat);
        if (!flat.isEmpty()) {
            out.wrapped("  ", Mark.DIM, String.join(" · ", flat));
        }
    }

    private void flatten(String path, Object value, List<String> flat) {
        if (value instanceof Map<?, ?> map) {
            new TreeMap<>(map)
                    .forEach((key, item) -> flatten(path.isEmpty() ? key.toString() : path + "." + key, item, flat));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> flatten(path, item, flat));
        } else {
            String text = value.toString();
            flat.add(path.replace(' ', '\u00A0') + "\u00A0"
                    + (path.endsWith("formula") ? text.replace(' ', '\u00A0') : text));
        }
    }

    private void proof(Answer answer) {
        for (String id : answer.proof()) {
            Firing firing = firings.get(id);
            if (firing != null) {
                out.wrapped("  → ", Mark.DIM, firing.rule() + ", " + firing.at());
                out.wrapped(
                        "    ",
                        Mark.DIM,
                        cited(firing.sources()) + " ("
                                + confidence(answer.confidence().name()) + ")");
                new Cells(firings).below(firing).forEach(cell -> out.wrapped("    ", Mark.DIM, cell));
            }
        }
    }

    private String cited(List<Source> sources) {
        List<String> texts = new ArrayList<>();
        String article = "";
        for (Source source : sources) {
            cited.add(source.id());
            texts.add(source.id());
            article = source.article();
        }
        return page.say("Sources\u00A0: ", "Sources: ")
                + String.join(", ", texts)
                + (article.isEmpty() ? "" : ", " + article);
    }

    private void letters(List<Answer> letters) {
        for (Answer answer : letters) {
            String[] parts = answer.question().split(":");
            String letter = parts[parts.length - 1];
            String act = answer.question()
                    .substring(MODIFIER.length(), answer.question().length() - letter.length() - 1);
            answer(answer, page.label("QUESTION", "modifier") + " " + letter + page.say(", acte ", ", act ") + act);
        }
    }

    private void missing() {
        if (!decision.missing().isEmpty()) {
            out.gap().line(out.marked(Mark.BOLD, page.say("Ce qui manque", "What is missing")));
            decision.missing().forEach(path -> out.wrapped("  - ", Mark.NONE, path));
        }
    }

    private void problems() {
        if (decision.problems().isEmpty()) {
            return;
        }
        out.gap().line(out.marked(Mark.BOLD, page.say("Constats", "Findings")));
        for (Problem problem : decision.problems()) {
            String amount =
                    problem.amount().map(a -> " (" + figures.euros(a) + ")").orElse("");
            String acts = problem.acts().isEmpty()
                    ? ""
                    : page.say(" Actes\u00A0: ", " Acts: ") + String.join(", ", problem.acts()) + ".";
            out.wrapped("  - ", Mark.YELLOW, in(problem.sentence()) + amount + acts);
            out.wrapped("    ", Mark.DIM, problem.code() + (problem.rule().isEmpty() ? "" : ", " + problem.rule()));
        }
    }

    private void sources() {
        if (cited.stream().anyMatch(page.sources()::containsKey)) {
            out.gap().line(out.marked(Mark.BOLD, page.say("Sources citées", "Sources cited")));
            for (String id : cited) {
                out.wrapped(
                        String.format(java.util.Locale.ROOT, "  %-4s ", id),
                        Mark.DIM,
                        page.sources().getOrDefault(id, ""));
            }
        }
    }

    private String confidence(String code) {
        return page.label("CONFIDENCE", code);
    }

    private Mark mark(String question, String verdict) {
        String kind = question.split("[.:]", 2)[0] + " " + verdict;
        if (OPEN.contains(verdict)) {
            return Mark.YELLOW;
        }
        if (BAD.contains(verdict) || BAD.contains(kind)) {
            return Mark.RED;
        }
        return verdict.startsWith("NOT_A") ? Mark.NONE : Mark.GREEN;
    }

    private String in(Sentence sentence) {
        return page.say(sentence.fr(), sentence.en());
    }
}
