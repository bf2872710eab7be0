package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Firing;
import fr.optam.explain.Step;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The proof as a tree from the outcome down to facts and cells; steps that differ only in their act stand together. */
final class Proof {
    private static final String CELL = "@";
    private static final int VALUES = 6;
    private static final int SENTENCES = 3;
    private static final Pattern ACT = Pattern.compile("^acts\\.[^.]+\\.|\\[[^\\]:]+(?=[\\]:])");

    private final Dossier dossier;
    private final Paths paths;
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<Group> shown = new LinkedHashSet<>();

    /** Steps of one rule that read the same parameters. */
    private static final class Group {
        private final int number;
        private final List<Step> steps = new ArrayList<>();

        Group(int number) {
            this.number = number;
        }

        String anchor() {
            return "etape-" + number;
        }
    }

    private record Key(String rule, String at, Map<String, String> parameters) {}

    /**
     * A place in the tree.
     *
     * @param id its anchor; empty if it stands elsewhere
     * @param head what it is, in a line
     * @param lines what it read
     * @param below what it rests on
     */
    record Node(String id, List<Span> head, List<List<Span>> lines, List<Node> below) {}

    Proof(Dossier dossier) {
        this.dossier = dossier;
        this.paths = new Paths(dossier);
        Map<Key, Group> byKey = new LinkedHashMap<>();
        for (Step step : dossier.account().explanation().steps()) {
            Firing firing = step.firing();
            Group group = byKey.computeIfAbsent(
                    new Key(firing.rule(), firing.at(), firing.parameters()), key -> new Group(byKey.size() + 1));
            group.steps.add(step);
            groups.put(firing.id(), group);
        }
    }

    /** Anchor of the step that a firing belongs to. */
    String anchor(String firing) {
        return groups.containsKey(firing) ? groups.get(firing).anchor() : "";
    }

    /** The outcome, then each question. */
    List<Node> roots() {
        List<Node> roots = new ArrayList<>();
        roots.add(new Node(
                "",
                List.of(Span.strong(dossier.colon("Issue", "Outcome")
                        + dossier.label("OUTCOME", dossier.decision().outcome()))),
                List.of(List.of(Span.text(dossier.say(dossier.decision().outcomeSentence())))),
                nodes(dossier.account().explanation().outcome().proof())));
        for (Answer answer : dossier.answers()) {
            roots.add(root(dossier.question(answer.question()), answer, answer.proof()));
        }
        for (Letters.Group letters : new Letters(dossier).groups()) {
            roots.add(root(
                    dossier.label("QUESTION", "modifier") + "\u00A0" + letters.letter() + " ("
                            + dossier.figures().of(String.valueOf(letters.acts().size()), "acts") + ")",
                    letters.first(),
                    letters.first().proof()));
        }
        return roots;
    }

    private Node root(String name, Answer answer, List<String> proof) {
        List<Span> head = new ArrayList<>(List.of(
                Span.strong(name),
                Span.text(" "),
                Span.badge(
                        dossier.verdict(answer.question(), answer.verdict()),
                        dossier.tone(answer.question(), answer.verdict()))));
        dossier.figures(answer).forEach(figure -> head.add(Span.text(" " + figure)));
        return new Node("", head, List.of(List.of(Span.text(dossier.say(answer.sentence())))), nodes(proof));
    }

    private List<Node> nodes(List<String> firings) {
        Set<Group> some = new LinkedHashSet<>();
        firings.forEach(id -> {
            if (groups.containsKey(id)) {
                some.add(groups.get(id));
            }
        });
        return some.stream().map(this::node).toList();
    }

    private Node node(Group group) {
        Firing first = group.steps.get(0).firing();
        if (!shown.add(group)) {
            return new Node(
                    "",
                    List.of(
                            Span.codeLink(first.rule(), "#" + group.anchor()),
                            Span.soft(dossier.say(" (montrée ailleurs)", " (shown elsewhere)"))),
                    List.of(),
                    List.of());
        }
        Set<String> below = new LinkedHashSet<>();
        group.steps.forEach(step -> below.addAll(step.firing().because()));
        below.removeIf(id -> groups.get(id) == group);
        return new Node(group.anchor(), head(group), lines(group), nodes(List.copyOf(below)));
    }

    private List<Span> head(Group group) {
        Step first = group.steps.get(0);
        List<Span> head = new ArrayList<>(List.of(Span.code(first.firing().rule())));
        if (group.steps.size() > 1) {
            head.add(Span.text(dossier.say("\u00A0× ", " × ") + group.steps.size()));
        }
        head.add(Span.text(" "));
        head.add(Span.confidence(first.confidence()));
        Set<String> sentences = new LinkedHashSet<>();
        group.steps.forEach(step -> sentences.add(dossier.say(step.firing().sentence())));
        sentences.remove("");
        sentences.stream().limit(SENTENCES).forEach(sentence -> head.add(Span.text(" " + sentence)));
        if (sentences.size() > SENTENCES) {
            int rest = sentences.size() - SENTENCES;
            head.add(Span.soft(dossier.say(" Et " + rest + " phrases semblables.", " And " + rest + " alike.")));
        }
        return head;
    }

    private List<List<Span>> lines(Group group) {
        Step first = group.steps.get(0);
        List<List<Span>> lines = new ArrayList<>();
        List<Span> where = new ArrayList<>(List.of(
                Span.code(first.firing().at()),
                Span.soft(", " + dossier.validity(first.from(), first.to()) + ". "),
                Span.soft(dossier.colon("Sources", "Sources")
                        + String.join(
                                ", ",
                                first.firing().sources().stream()
                                        .map(source -> source.id()
                                                + (source.article().isEmpty() ? "" : " (" + source.article() + ")"))
                                        .distinct()
                                        .toList()))));
        lines.add(where);
        Map<String, Set<String>> facts = new TreeMap<>();
        group.steps.forEach(step -> step.firing().facts().forEach((path, value) -> facts.computeIfAbsent(
                        pattern(path), key -> new LinkedHashSet<>())
                .add(paths.value(path, value))));
        if (!facts.isEmpty()) {
            lines.add(read(dossier.colon("Faits lus", "Facts read"), facts));
        }
        List<Span> parameters = parameters(first.firing());
        if (!parameters.isEmpty()) {
            lines.add(parameters);
        }
        return lines;
    }

    /** A path with {@code *} for its act. */
    static String pattern(String path) {
        return path.startsWith("acts.") || path.indexOf('[') > 0
                ? ACT.matcher(path).replaceAll(match -> match.group().startsWith("[") ? "[*" : "acts.*.")
                : path;
    }

    private List<Span> read(String name, Map<String, Set<String>> facts) {
        List<Span> spans = new ArrayList<>(List.of(Span.soft(name)));
        String between = "";
        for (var fact : facts.entrySet()) {
            spans.add(Span.text(between + paths.name(fact.getKey()) + " = "));
            List<String> some = fact.getValue().stream().limit(VALUES).toList();
            int rest = fact.getValue().size() - some.size();
            spans.add(Span.text(String.join(", ", some)
                    + (rest > 0
                            ? dossier.say(" et " + rest + " autres valeurs", " and " + rest + " more values")
                            : "")));
            between = dossier.say("\u00A0; ", "; ");
        }
        return spans;
    }

    private List<Span> parameters(Firing firing) {
        List<Span> spans = new ArrayList<>();
        firing.parameters().forEach((name, value) -> {
            if (!name.endsWith(CELL)) {
                spans.add(
                        spans.isEmpty()
                                ? Span.soft(dossier.colon("Paramètres", "Parameters"))
                                : Span.text(dossier.say("\u00A0; ", "; ")));
                spans.add(Span.text(name + " = " + value));
                String at = firing.parameters().get(name + CELL);
                if (at != null) {
                    spans.add(Span.text(" "));
                    spans.add(Span.code(at.substring(at.lastIndexOf('/') + 1)));
                }
            }
        });
        return spans;
    }
}
