package fr.optam.compare.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Hides what would tell of too few practitioners in anything that is shared.
 *
 * <p>A group is hidden if it is not empty and one of its numbers of practitioners, those who change, who gain or who lose, is
 * below the smallest group and not zero. Where the groups add up to a figure that is shown, what is hidden together must be
 * more than a small group too, else it could be reckoned from the rest: so further groups are hidden, the smallest first,
 * until it is, or until all are.
 */
public final class Suppression {
    /** Practitioners below which a group is hidden, where nothing else is said. */
    public static final int SMALLEST_GROUP = 11;

    private final int smallest;

    private Suppression(int smallest) {
        this.smallest = smallest;
    }

    /**
     * The same without what tells of fewer practitioners, and without any practitioner.
     *
     * @param impact whole
     * @param smallest practitioners of the smallest group that is told, at least 2
     */
    public static Impact of(Impact impact, int smallest) {
        return new Suppression(smallest).impact(impact);
    }

    /**
     * Which groups are hidden of those that add up to a figure that is shown.
     *
     * @param groups the groups
     * @param smallest practitioners of the smallest group that is told
     * @return places of the hidden ones
     */
    public static Set<Integer> hidden(List<Figures> groups, int smallest) {
        Suppression rule = new Suppression(smallest);
        Set<Integer> hidden = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            if (rule.small(groups.get(i))) {
                hidden.add(i);
            }
        }
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (!hidden.contains(i) && !groups.get(i).equals(Figures.NONE)) {
                others.add(i);
            }
        }
        others.sort(Comparator.comparingLong((Integer i) -> groups.get(i).practitioners())
                .thenComparing(Comparator.naturalOrder()));
        for (int next = 0; !hidden.isEmpty() && rule.tells(groups, hidden) && next < others.size(); next++) {
            hidden.add(others.get(next));
        }
        return hidden;
    }

    /** Whether figures tell of too few. */
    private boolean small(Figures figures) {
        return few(figures.practitioners())
                || few(figures.changed())
                || few(figures.gaining())
                || few(figures.losing())
                || few(figures.practitioners() - figures.changed());
    }

    private boolean few(long practitioners) {
        return practitioners > 0 && practitioners < smallest;
    }

    /** Whether the hidden groups could be told from the others: one alone, or too few practitioners in all of them. */
    private boolean tells(List<Figures> groups, Set<Integer> hidden) {
        Figures all = hidden.stream().map(groups::get).reduce(Figures.NONE, Figures::plus);
        boolean severalGroups = alive(groups, hidden, Figures::practitioners);
        boolean severalChanged = alive(groups, hidden, Figures::changed);
        return small(all)
                || !severalGroups
                || all.changed() > 0 && !severalChanged
                || all.gaining() > 0 && !alive(groups, hidden, Figures::gaining)
                || all.losing() > 0 && !alive(groups, hidden, Figures::losing);
    }

    /** Whether at least two of them have a figure. */
    private static boolean alive(List<Figures> groups, Set<Integer> hidden, ToLongFunction<Figures> figure) {
        return hidden.stream()
                        .filter(i -> figure.applyAsLong(groups.get(i)) > 0)
                        .count()
                > 1;
    }

    private Impact impact(Impact impact) {
        Figures all = impact.totals().figures().orElse(Figures.NONE);
        boolean nothing = small(all);
        Set<String> questions = new HashSet<>();
        Set<Integer> few =
                hidden(impact.questions().stream().map(q -> figures(q.shown())).toList(), smallest);
        for (int i = 0; i < impact.questions().size(); i++) {
            if (nothing || few.contains(i)) {
                questions.add(impact.questions().get(i).question());
            }
        }
        return new Impact(
                impact.before(),
                impact.after(),
                impact.population(),
                nothing ? Shown.HIDDEN : impact.totals(),
                nothing || small(figures(impact.unrecorded())) || fewBut(all, figures(impact.unrecorded()))
                        ? Shown.HIDDEN
                        : impact.unrecorded(),
                edits(impact.edits(), nothing),
                impact.questions().stream()
                        .map(q -> questions.contains(q.question()) ? hidden(q) : q)
                        .toList(),
                transitions(impact, questions, nothing),
                impact.breakdowns().stream().map(b -> breakdown(b, nothing)).toList(),
                causes(impact, nothing),
                impact.findings().stream().map(f -> finding(f, nothing)).toList(),
                bins(impact.balances(), nothing),
                List.of(),
                OptionalInt.of(smallest),
                impact.gates().stream().filter(g -> !nothing).toList());
    }

    private boolean fewBut(Figures all, Figures part) {
        return part.changed() > 0 && few(all.changed() - part.changed());
    }

    private static Figures figures(Shown shown) {
        return shown.figures().orElse(Figures.NONE);
    }

    /** The shares of all edits add up to the balance of all: they are groups of it. */
    private List<EditEffect> edits(List<EditEffect> effects, boolean nothing) {
        Set<Integer> hidden =
                hidden(effects.stream().map(e -> figures(e.part())).toList(), smallest);
        List<EditEffect> edits = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            EditEffect effect = effects.get(i);
            boolean few = nothing || few(effect.touched());
            edits.add(new EditEffect(
                    effect.edit(),
                    effect.reach(),
                    few ? -1 : effect.touched(),
                    few || hidden.contains(i) ? Shown.HIDDEN : effect.part(),
                    few || hidden.contains(i) || small(figures(effect.reverting()))
                            ? Shown.HIDDEN
                            : effect.reverting()));
        }
        return edits;
    }

    private static QuestionTotal hidden(QuestionTotal q) {
        return new QuestionTotal(q.question(), q.label(), q.counted(), Shown.HIDDEN, 0, 0, 0);
    }

    private List<Transition> transitions(Impact impact, Set<String> questions, boolean nothing) {
        Map<String, List<Transition>> by = new LinkedHashMap<>();
        impact.transitions().forEach(t -> by.computeIfAbsent(t.question(), q -> new ArrayList<>())
                .add(t));
        List<Transition> all = new ArrayList<>();
        by.forEach((question, some) -> {
            Set<Integer> hidden =
                    hidden(some.stream().map(t -> figures(t.shown())).toList(), smallest);
            for (int i = 0; i < some.size(); i++) {
                Transition t = some.get(i);
                boolean hide = nothing || questions.contains(question) || hidden.contains(i);
                all.add(
                        hide
                                ? new Transition(
                                        t.question(), t.from(), t.fromLabel(), t.to(), t.toLabel(), Shown.HIDDEN)
                                : t);
            }
        });
        return all;
    }

    private Breakdown breakdown(Breakdown breakdown, boolean nothing) {
        Set<Integer> hidden =
                hidden(breakdown.groups().stream().map(g -> figures(g.shown())).toList(), smallest);
        List<Breakdown.Group> groups = new ArrayList<>();
        for (int i = 0; i < breakdown.groups().size(); i++) {
            Breakdown.Group group = breakdown.groups().get(i);
            groups.add(
                    nothing || hidden.contains(i)
                            ? new Breakdown.Group(group.code(), group.label(), Shown.HIDDEN)
                            : group);
        }
        return new Breakdown(breakdown.dimension(), groups);
    }

    private List<CauseTotal> causes(Impact impact, boolean nothing) {
        Set<Integer> hidden =
                hidden(impact.causes().stream().map(c -> figures(c.shown())).toList(), smallest);
        List<CauseTotal> causes = new ArrayList<>();
        for (int i = 0; i < impact.causes().size(); i++) {
            CauseTotal cause = impact.causes().get(i);
            causes.add(nothing || hidden.contains(i) ? new CauseTotal(cause.cause(), Shown.HIDDEN) : cause);
        }
        return causes;
    }

    private FindingTotal finding(FindingTotal f, boolean nothing) {
        return new FindingTotal(
                f.code(),
                f.label(),
                nothing || few(f.gained()) ? -1 : f.gained(),
                nothing || few(f.lost()) ? -1 : f.lost());
    }

    /** Those who lose add up to a figure that is told, those who gain too; those between are what is left of all. */
    private List<Bin> bins(List<Bin> bins, boolean nothing) {
        List<Bin> shown = new ArrayList<>();
        for (int side = -1; side <= 1; side++) {
            int sign = side;
            List<Bin> some = bins.stream()
                    .filter(b -> Integer.signum(Long.signum(b.from()) + Long.signum(b.to())) == sign)
                    .toList();
            Set<Integer> hidden = sign == 0
                    ? Set.of()
                    : hidden(
                            some.stream()
                                    .map(b -> b.practitioners().orElse(0))
                                    .map(n -> new Figures(n, n, 0, 0, 0, 0, 0, 0))
                                    .toList(),
                            smallest);
            for (int i = 0; i < some.size(); i++) {
                Bin bin = some.get(i);
                shown.add(nothing || hidden.contains(i) ? new Bin(bin.from(), bin.to(), OptionalLong.empty()) : bin);
            }
        }
        return shown;
    }
}
