package fr.optam.compare.impact;

import fr.optam.compare.Edit;
import fr.optam.compare.impact.Breakdown.Dimension;
import fr.optam.compare.impact.EditEffect.Reach;
import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Makes what is told of what was added up, and holds the sums against each other. */
final class Telling {
    private final Totals totals;
    private final Labels labels;
    private final Stakes stakes;

    Telling(Totals totals, Labels labels, Stakes stakes) {
        this.totals = totals;
        this.labels = labels;
        this.stakes = stakes;
    }

    Impact impact(Side before, Side after, Population population, List<Edit> edits) {
        check();
        return new Impact(
                before,
                after,
                population,
                Shown.of(totals.all.ofPractitioners()),
                Shown.of(totals.unrecorded.ofAnswers()),
                effects(edits),
                questions(),
                transitions(),
                breakdowns(),
                causes(),
                findings(),
                Bins.of(totals.balances),
                List.copyOf(totals.largest),
                OptionalInt.empty(),
                List.of());
    }

    /** Every changed answer has one cause, and every euro one edit: the sums must agree. */
    private void check() {
        Figures all = totals.all.ofPractitioners();
        Figures caused = totals.causes.values().stream().map(Tally::ofAnswers).reduce(Figures.NONE, Figures::plus);
        long shared =
                totals.parts.stream().mapToLong(p -> p.ofAnswers().balance()).sum();
        long bySpecialty = totals.groups.get(Dimension.SPECIALTY).values().stream()
                .mapToLong(t -> t.ofPractitioners().balance())
                .sum();
        boolean agree = all.answers() == caused.answers()
                && all.lines() == caused.lines()
                && all.balance() == caused.balance()
                && all.balance() == shared
                && all.balance() == bySpecialty;
        if (!agree) {
            throw new IllegalStateException("causes: do not add up, " + all + ", by cause " + caused + ", by edit "
                    + shared + " cents. Maybe an edit acts where none was seen.");
        }
    }

    private List<EditEffect> effects(List<Edit> edits) {
        List<EditEffect> effects = new ArrayList<>();
        for (Edit edit : edits) {
            int i = edit.number();
            Figures part = totals.parts.get(i).ofAnswers();
            Figures undone = totals.undone.get(i).ofAnswers();
            Reach reach = totals.touchedBy[i] == 0
                    ? Reach.UNREACHED
                    : part.answers() == 0 && undone.answers() == 0 ? Reach.WITHOUT_EFFECT : Reach.EFFECT;
            effects.add(new EditEffect(view(edit), reach, totals.touchedBy[i], Shown.of(part), Shown.of(undone)));
        }
        return effects;
    }

    /** An edit as it is told. */
    static EditView view(Edit edit) {
        List<Edit> single = edit.parts().isEmpty() ? List.of(edit) : edit.parts();
        return new EditView(
                edit.number() + 1,
                edit.table(),
                edit.row(),
                edit.column(),
                edit.at(),
                edit.old(),
                edit.now(),
                new Sentence(
                        taken(single, " modifications prises ensemble\u00A0: ")
                                + single.stream()
                                        .map(e -> title(e, e.text().fr()))
                                        .collect(Collectors.joining(" ; ")),
                        taken(single, " edits taken together: ")
                                + single.stream()
                                        .map(e -> title(e, e.text().en()))
                                        .collect(Collectors.joining("; "))));
    }

    private static String taken(List<Edit> together, String words) {
        return together.size() < 2 ? "" : together.size() + words;
    }

    private static String title(Edit edit, String text) {
        return text.startsWith(edit.at()) ? text.substring(edit.at().length()).strip() : text;
    }

    private List<QuestionTotal> questions() {
        return totals.questions.keySet().stream()
                .sorted(Comparator.comparingInt(labels::order).thenComparing(Comparator.naturalOrder()))
                .map(this::question)
                .toList();
    }

    private QuestionTotal question(String question) {
        Totals.OfQuestion of = totals.questions.get(question);
        return new QuestionTotal(
                question,
                labels.question(question),
                stakes.of(question).stream().anyMatch(Stakes.Stake::counted),
                Shown.of(of.tally.ofAnswers()),
                of.before,
                of.after,
                of.unmeasured);
    }

    private List<Transition> transitions() {
        return totals.moves.entrySet().stream()
                .map(e -> new Transition(
                        e.getKey().question(),
                        e.getKey().from(),
                        labels.verdict(e.getKey().question(), e.getKey().from()),
                        e.getKey().to(),
                        labels.verdict(e.getKey().question(), e.getKey().to()),
                        Shown.of(e.getValue().ofAnswers())))
                .sorted(Comparator.comparingInt((Transition t) -> labels.order(t.question()))
                        .thenComparing(Transition::question)
                        .thenComparing(t -> t.shown().figures().orElseThrow().lines(), Comparator.reverseOrder())
                        .thenComparing(Transition::from)
                        .thenComparing(Transition::to))
                .toList();
    }

    private List<Breakdown> breakdowns() {
        return Arrays.stream(Dimension.values())
                .map(d -> new Breakdown(
                        d,
                        totals.groups.get(d).entrySet().stream()
                                .sorted(Comparator.comparing(e -> e.getKey().isEmpty()))
                                .map(e -> new Breakdown.Group(
                                        e.getKey(),
                                        labels.group(d, e.getKey()),
                                        Shown.of(e.getValue().ofPractitioners())))
                                .toList()))
                .toList();
    }

    private List<CauseTotal> causes() {
        return totals.causes.entrySet().stream()
                .map(e -> new CauseTotal(e.getKey(), Shown.of(e.getValue().ofAnswers())))
                .sorted(Comparator.comparing(
                                (CauseTotal c) ->
                                        c.shown().figures().orElseThrow().lines(),
                                Comparator.reverseOrder())
                        .thenComparing(CauseTotal::cause))
                .toList();
    }

    private List<FindingTotal> findings() {
        return totals.findings.entrySet().stream()
                .map(e -> new FindingTotal(e.getKey(), labels.finding(e.getKey()), e.getValue()[0], e.getValue()[1]))
                .toList();
    }
}
