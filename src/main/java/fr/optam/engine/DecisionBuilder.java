package fr.optam.engine;

import fr.optam.decision.Answer;
import fr.optam.decision.Confidence;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import fr.optam.fact.InputNote;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rulebook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the decision of what the rules said. */
final class DecisionBuilder {
    private static final Set<String> SAYS_NOTHING = Set.of("NOT_APPLICABLE", "NOT_EVALUABLE");

    private static final Comparator<Problem> BY_CODE = Comparator.comparing(Problem::code)
            .thenComparing(p -> joined(p.acts()))
            .thenComparing(Problem::rule)
            .thenComparing(p -> p.sentence().fr());

    private static final Sentence NOTHING_SAID = new Sentence("", "");

    /** The question whose answer counts letters. */
    private static final String MODIFIERS = "modifiers";

    private final Rulebook rulebook;
    private final Sentences sentences;
    private final ProofBuilder proof;
    private final boolean proven;
    private final Detail detail;

    DecisionBuilder(Rulebook rulebook, Sentences sentences, Cited cited, Detail detail) {
        this.rulebook = rulebook;
        this.sentences = sentences;
        this.proof = new ProofBuilder(sentences, cited, detail == Detail.FULL);
        this.detail = detail;
        this.proven = detail.proven();
    }

    Decision build(PractitionerYear facts, Said said) {
        said.settle();
        List<Utterance.Draft> drafts = said.answers();
        drafts.forEach(d -> d.order = rulebook.words().order(d.question));
        drafts.sort(Comparator.comparingInt(d -> d.order));
        if (proven) {
            List<Fired> roots = new ArrayList<>(detail == Detail.FULL ? said.fired() : said.detailed());
            drafts.forEach(d -> roots.add(d.by));
            said.findings().forEach(n -> roots.add(n.by));
            said.outcomeBy().ifPresent(roots::add);
            proof.number(facts, said.fired(), roots);
        }
        said.quiet()
                .forEach(d -> said.detail(
                        MODIFIERS,
                        "regular." + Texts.plain(d.by.fact().value("letter")),
                        BigDecimal.valueOf(d.by.fact().weight())));
        drafts.forEach(d -> d.details.putAll(said.detailsOf(d.question)));
        List<Answer> answers = detail.folded()
                ? LetterAnswers.folded(
                        drafts, drafts.stream().map(d -> answer(facts, d)).toList())
                : drafts.stream()
                        .flatMap(d -> LetterAnswers.each(facts, d, answer(facts, d)).stream())
                        .toList();
        Confidence weakest =
                said.quiet().stream().map(d -> d.by.confidence()).reduce(Confidence.LAW, Confidence::weaker);
        TreeSet<String> missing = new TreeSet<>();
        for (Answer answer : answers) {
            missing.addAll(answer.missing());
            weakest = SAYS_NOTHING.contains(answer.verdict()) ? weakest : weakest.weaker(answer.confidence());
        }
        String outcome = said.outcome();
        Sentence words = !proven
                ? NOTHING_SAID
                : said.outcomeBy()
                        .map(by -> sentences.reason("OUTCOME_" + outcome, by, Map.of()))
                        .orElse(new Sentence(outcome, outcome));
        return new Decision(
                facts.practitioner().id(),
                facts.year(),
                rulebook.id(),
                "",
                outcome,
                words,
                weakest,
                answers,
                proven ? proof.firings() : detail.whole() ? names(said) : List.of(),
                detail.folded() ? List.of() : List.copyOf(missing),
                detail.folded() ? folded(facts, said) : problems(facts, said));
    }

    private static List<Firing> names(Said said) {
        Map<String, Firing> names = new TreeMap<>();
        said.fired().stream()
                .map(Fired::rule)
                .forEach(r -> names.computeIfAbsent(
                        r.id(),
                        id -> new Firing(
                                "f" + (names.size() + 1),
                                id,
                                r.at(),
                                Map.of(),
                                Map.of(),
                                List.of(),
                                List.of(),
                                NOTHING_SAID)));
        return List.copyOf(names.values());
    }

    private Answer answer(PractitionerYear facts, Utterance.Draft draft) {
        Map<String, Fired.Word> words = proven ? words(facts, draft) : Map.of();
        return new Answer(
                draft.question,
                draft.verdict,
                draft.reason,
                shown(draft.value, draft.unit),
                draft.value == null || draft.value instanceof Unknown || draft.unit.isEmpty()
                        ? Optional.empty()
                        : Optional.of(draft.unit),
                shown(draft.amount, "EUR"),
                draft.by.confidence(),
                proven
                        ? List.of(proof.id(draft.by))
                        : detail.folded() ? List.of(draft.by.rule().id()) : List.of(),
                details(draft.details),
                List.copyOf(draft.missing),
                proven ? sentences.reason(draft.reason, draft.by, words) : NOTHING_SAID);
    }

    private static Map<String, Fired.Word> words(PractitionerYear facts, Utterance.Draft draft) {
        Map<String, Fired.Word> words = new HashMap<>(Stretch.words(facts, draft.by.fact()));
        words.put("path", new Fired.Word(String.join(", ", draft.missing), "TEXT"));
        if (draft.amount != null) {
            words.put("amount", new Fired.Word(draft.amount, "EUR"));
        }
        return words;
    }

    private static Optional<String> shown(Object value, String unit) {
        return value == null || value instanceof Unknown ? Optional.empty() : Optional.of(Texts.inUnit(value, unit));
    }

    /** Names with dots become nested maps. */
    private static Map<String, Object> details(Map<String, Object> flat) {
        if (flat.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> nested = new TreeMap<>();
        flat.forEach((name, value) -> {
            Map<String, Object> level = nested;
            int from = 0;
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
                level = child(level, name.substring(from, dot));
                from = dot + 1;
            }
            level.put(name.substring(from), value instanceof Unknown ? "unknown" : Texts.plain(value));
        });
        return nested;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> level, String name) {
        return (Map<String, Object>) level.computeIfAbsent(name, n -> new TreeMap<String, Object>());
    }

    private List<Problem> problems(PractitionerYear facts, Said said) {
        List<Problem> problems = new ArrayList<>();
        for (InputNote note : facts.notes()) {
            Map<String, String> values = new HashMap<>(note.values());
            values.putIfAbsent("act", String.join(", ", note.acts()));
            problems.add(new Problem(
                    note.code(),
                    note.acts(),
                    Optional.empty(),
                    "",
                    Sentences.with(rulebook.words().finding(note.code()), values)));
        }
        for (Utterance.Note note : said.findings()) {
            Map<String, Fired.Word> words = new HashMap<>(Stretch.words(facts, note.by.fact()));
            if (note.amount != null) {
                words.put("amount", new Fired.Word(note.amount, "EUR"));
            }
            problems.add(new Problem(
                    note.code,
                    acts(facts, note.by.fact()),
                    shown(note.amount, "EUR"),
                    note.by.rule().id(),
                    detail == Detail.RULES ? NOTHING_SAID : sentences.finding(note.code, note.by, words)));
        }
        problems.sort(BY_CODE);
        return problems.stream().distinct().toList();
    }

    /** Findings of one rule about several acts are one, without the amount of each. */
    private List<Problem> folded(PractitionerYear facts, Said said) {
        Map<Problem, Set<String>> acts = new TreeMap<>(BY_CODE);
        for (InputNote note : facts.notes()) {
            acts.put(
                    new Problem(note.code(), note.acts(), Optional.empty(), "", NOTHING_SAID), Set.copyOf(note.acts()));
        }
        for (Utterance.Note note : said.findings()) {
            List<String> about = acts(facts, note.by.fact());
            Problem any = new Problem(
                    note.code,
                    List.of(),
                    about.isEmpty() ? shown(note.amount, "EUR") : Optional.empty(),
                    note.by.rule().id(),
                    NOTHING_SAID);
            acts.computeIfAbsent(any, p -> new LinkedHashSet<>()).addAll(about);
        }
        List<Problem> folded = new ArrayList<>(acts.size());
        acts.forEach(
                (problem, ids) -> folded.add(problem.rule().isEmpty() ? problem : problem.about(List.copyOf(ids))));
        return folded;
    }

    private static String joined(List<String> acts) {
        return acts.size() == 1 ? acts.get(0) : String.join(",", acts);
    }

    private List<String> acts(PractitionerYear facts, Fact fact) {
        Fact act = fact;
        while (act != null && act.kind() != Kind.ACT) {
            act = act.above();
        }
        if (act != null && detail.folded()) {
            return List.of(act.key());
        }
        return act == null
                ? List.of()
                : facts.acts().orElse(List.of()).get(act.place()).ids();
    }
}
