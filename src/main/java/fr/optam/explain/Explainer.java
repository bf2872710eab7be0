package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Source;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains what the engine decides of one practitioner-year. */
public final class Explainer {
    private static final Pattern FACT = Pattern.compile("(.*?)(\\[.*])?");
    private static final String CELL = "@";

    private final Engine engine;
    private final Rulebook rulebook;
    private final Relevance relevance;
    private final Map<String, PlainRow> listed = new HashMap<>();

    /** @param engine with the rulebook that decided */
    public Explainer(Engine engine) {
        this.engine = engine;
        this.rulebook = engine.rulebook();
        this.relevance = new Relevance(rulebook);
        rulebook.lists().values().forEach(list -> list.rows().forEach(row -> listed.put(line(row.at()), row)));
    }

    /** File, sheet and row of a cell. */
    private static String line(String at) {
        int cell = at.lastIndexOf('!') + 1;
        return at.substring(0, cell) + at.substring(cell).replaceAll("[A-Z]", "");
    }

    /** Decides and explains. */
    public Explanation explain(PractitionerYear facts) {
        WhyNot watch = new WhyNot(rulebook);
        Decision decision = engine.observe(facts, watch);
        List<NotApplied> notApplied = watch.found();
        Map<String, Firing> firings = new LinkedHashMap<>();
        decision.firings().forEach(firing -> firings.put(firing.id(), firing));
        return new Explanation(
                decision,
                decision.firings().stream().map(this::step).toList(),
                facts(decision),
                parameters(decision),
                notApplied,
                decision.answers().stream()
                        .map(answer -> why(answer, firings, notApplied))
                        .toList());
    }

    private Step step(Firing firing) {
        Rule rule = rulebook.rules().get(firing.rule());
        return new Step(
                firing,
                rule.citation().confidence(),
                rule.citation().from(),
                rule.citation().to(),
                rule.citation().note());
    }

    private Why why(Answer answer, Map<String, Firing> firings, List<NotApplied> notApplied) {
        Set<String> steps = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(answer.proof());
        while (!open.isEmpty()) {
            String id = open.poll();
            if (firings.containsKey(id) && steps.add(id)) {
                open.addAll(firings.get(id).because());
            }
        }
        SortedSet<String> rules = relevance.of(answer.question());
        String subject = subject(answer.question());
        List<Integer> silent = new ArrayList<>();
        for (int i = 0; i < notApplied.size(); i++) {
            NotApplied each = notApplied.get(i);
            if (rules.contains(each.rule()) && concerns(each, subject)) {
                silent.add(i);
            }
        }
        return new Why(answer, List.copyOf(steps), silent);
    }

    /** What a question is about, {@code a1:K} of {@code modifier:a1:K}; empty if it is about the practitioner-year. */
    private static String subject(String question) {
        int colon = question.indexOf(':');
        return colon < 0 ? "" : question.substring(colon + 1);
    }

    /** Whether a rule was asked about the subject of a question, or about something that is of no one act. */
    private static boolean concerns(NotApplied each, String subject) {
        if (subject.isEmpty()) {
            return true;
        }
        String act = subject.substring(0, subject.lastIndexOf(':') < 0 ? subject.length() : subject.lastIndexOf(':'));
        String letter = subject.substring(subject.lastIndexOf(':') + 1);
        return each.facts().stream().anyMatch(fact -> {
            if (!fact.startsWith("acts.")) {
                return true;
            }
            String[] parts = fact.split("\\.");
            return parts[1].equals(act) && (parts.length < 4 || parts[parts.length - 1].equals(letter));
        });
    }

    private List<FactRead> facts(Decision decision) {
        Map<String, List<String>> readBy = new LinkedHashMap<>();
        Map<String, String> values = new HashMap<>();
        decision.firings().forEach(firing -> firing.facts().forEach((path, value) -> {
            readBy.computeIfAbsent(path, each -> new ArrayList<>()).add(firing.id());
            values.put(path, value);
        }));
        return readBy.entrySet().stream()
                .map(entry -> fact(entry.getKey(), values.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private FactRead fact(String path, String value, List<String> readBy) {
        Matcher name = FACT.matcher(path);
        String plain = name.matches() ? name.group(1) : path;
        String last = plain.substring(plain.lastIndexOf('.') + 1);
        Optional<Field> field = rulebook.dictionary().field(last);
        return new FactRead(
                path,
                value,
                field.map(Field::fr).orElse(""),
                field.map(Field::en).orElse(""),
                field.map(known -> known.unit().name()).orElse(""),
                path.indexOf('.') > 0,
                List.copyOf(readBy));
    }

    private List<ParameterRead> parameters(Decision decision) {
        Map<List<String>, Set<String>> readBy = new LinkedHashMap<>();
        for (Firing firing : decision.firings()) {
            firing.parameters().forEach((name, value) -> {
                if (!name.endsWith(CELL)) {
                    String at = firing.parameters().getOrDefault(name + CELL, firing.at());
                    readBy.computeIfAbsent(List.of(name, value, at), each -> new LinkedHashSet<>())
                            .add(firing.id());
                }
            });
        }
        return readBy.entrySet().stream()
                .map(entry -> parameter(entry.getKey(), List.copyOf(entry.getValue()), decision))
                .toList();
    }

    private ParameterRead parameter(List<String> read, List<String> readBy, Decision decision) {
        String at = read.get(2);
        PlainRow row = listed.get(line(at));
        if (row != null) {
            return new ParameterRead(
                    read.get(0),
                    read.get(1),
                    at,
                    row.id(),
                    row.citation().from(),
                    row.citation().to(),
                    row.citation().cited(),
                    readBy);
        }
        Firing firing = decision.firings().stream()
                .filter(each -> each.id().equals(readBy.get(0)))
                .findFirst()
                .orElseThrow();
        Rule rule = rulebook.rules().get(firing.rule());
        List<Source> sources = rule.citation().cited();
        return new ParameterRead(
                read.get(0),
                read.get(1),
                at,
                rule.id(),
                rule.citation().from(),
                rule.citation().to(),
                sources,
                readBy);
    }
}
