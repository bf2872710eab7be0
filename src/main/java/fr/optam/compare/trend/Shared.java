package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A long table without what would tell of too few practitioners.
 *
 * <p>Hidden are counts of some but too few, shares whose part or rest is such a count, and figures made of too few. Where
 * what is hidden would follow from a total and the rest, more is hidden: of the verdicts that add up to the members, and of the
 * groups that add up to all, never one alone, and never fewer practitioners than the least.
 *
 * @param shown figures that may be shared, in their order
 * @param hidden keys of the others
 * @param smallest practitioners below which a figure is hidden; 0 hides nothing
 */
public record Shared(List<Figure> shown, Set<Key> hidden, int smallest) {
    /** Copies. */
    public Shared {
        shown = List.copyOf(shown);
        hidden = Set.copyOf(hidden);
    }

    private static final String WHOLE = "practitioners";
    private static final List<String> PARTS = List.of("members", "mayJoin");
    private static final List<String> STEPS = List.of("joined", "left");

    /** Which figure. */
    public record Key(String measure, Group group, int year) {
        static Key of(Figure figure) {
            return new Key(figure.measure(), figure.group(), figure.year());
        }
    }

    /** Figures among which one follows from the others. */
    private record Family(String name, Group group, int year) {}

    /** The table with nothing hidden. */
    public static Shared whole(List<Figure> figures) {
        return new Shared(figures, Set.of(), 0);
    }

    /**
     * The table with small groups hidden.
     *
     * @param smallest practitioners of the smallest group that is shown
     */
    public static Shared of(List<Figure> figures, int smallest) {
        Map<Key, Figure> all = new HashMap<>();
        figures.forEach(f -> all.put(Key.of(f), f));
        Set<Key> hidden = new HashSet<>();
        figures.stream().filter(f -> small(f, smallest)).forEach(f -> hidden.add(Key.of(f)));
        for (int before = -1; before != hidden.size(); ) {
            before = hidden.size();
            differences(all, hidden, smallest);
            verdicts(figures, hidden, smallest);
            groups(figures, hidden, smallest);
            shares(figures, all, hidden);
        }
        return new Shared(
                figures.stream().filter(f -> !hidden.contains(Key.of(f))).toList(), hidden, smallest);
    }

    private static boolean small(Figure figure, int smallest) {
        long value = figure.value().setScale(0, RoundingMode.HALF_UP).longValue();
        return switch (figure.unit()) {
            case "practitioners", "findings" -> some(value, smallest);
            case "share" -> {
                long part = figure.value()
                        .multiply(BigDecimal.valueOf(figure.of()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue();
                yield figure.of() < smallest || some(part, smallest) || some(figure.of() - part, smallest);
            }
            default -> figure.of() < smallest;
        };
    }

    private static boolean some(long count, int smallest) {
        return count > 0 && count < smallest;
    }

    /** How many practitioners are behind a figure. */
    private static long behind(Figure figure) {
        return figure.unit().equals("practitioners") || figure.unit().equals("findings")
                ? figure.value().longValue()
                : figure.of();
    }

    /** Who is no member is all less the members; who joined is the members more than before, and who left. */
    private static void differences(Map<Key, Figure> all, Set<Key> hidden, int smallest) {
        for (Figure each : all.values()) {
            if (PARTS.contains(each.measure())) {
                Figure whole = all.get(new Key(WHOLE, each.group(), each.year()));
                if (whole != null && some(whole.value().subtract(each.value()).longValue(), smallest)) {
                    hidden.add(Key.of(each));
                }
            }
            if (STEPS.contains(each.measure()) && hidden.contains(Key.of(each))) {
                STEPS.stream()
                        .map(name -> new Key(name, each.group(), each.year()))
                        .filter(all::containsKey)
                        .forEach(hidden::add);
            }
        }
    }

    /** Counts of the verdicts of one question add up to its practitioners. */
    private static void verdicts(List<Figure> figures, Set<Key> hidden, int smallest) {
        Map<Family, List<Figure>> families = new HashMap<>();
        for (Figure each : figures) {
            int cut = each.measure().lastIndexOf('.');
            if (cut > 0 && each.unit().equals("practitioners")) {
                families.computeIfAbsent(
                                new Family(each.measure().substring(0, cut), each.group(), each.year()),
                                f -> new ArrayList<>())
                        .add(each);
            }
        }
        families.values().forEach(family -> more(family, hidden, smallest));
    }

    /** Groups of one kind add up to all. */
    private static void groups(List<Figure> figures, Set<Key> hidden, int smallest) {
        Map<Family, List<Figure>> families = new HashMap<>();
        for (Figure each : figures) {
            if (each.group().by() != Group.By.ALL) {
                families.computeIfAbsent(
                                new Family(
                                        each.measure(), new Group(each.group().by(), ""), each.year()),
                                f -> new ArrayList<>())
                        .add(each);
            }
        }
        families.values().forEach(family -> more(family, hidden, smallest));
    }

    /**
     * Which of some counts may not be shown beside their total: those of some but too few, and the next smallest until two are
     * hidden that stand for enough.
     *
     * @param counts counts that add up to a figure that is known
     * @param smallest practitioners below which a count is hidden; 0 hides nothing
     * @return places of the counts that are hidden
     */
    public static Set<Integer> hidden(List<Long> counts, int smallest) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparing(counts::get));
        Set<Integer> hidden = new HashSet<>();
        long behind = 0;
        for (int at : order) {
            boolean more = !hidden.isEmpty() && (hidden.size() < 2 || behind < smallest);
            if (counts.get(at) >= smallest && !more) {
                break;
            }
            hidden.add(at);
            behind += counts.get(at);
        }
        return hidden;
    }

    private static void more(List<Figure> family, Set<Key> hidden, int smallest) {
        List<Figure> left = new ArrayList<>();
        long behind = 0;
        int count = 0;
        for (Figure each : family) {
            if (hidden.contains(Key.of(each))) {
                behind += behind(each);
                count++;
            } else if (behind(each) > 0) {
                left.add(each);
            }
        }
        left.sort(Comparator.comparingLong(Shared::behind)
                .thenComparing(Figure::measure)
                .thenComparing(Figure::group));
        for (int i = 0; count > 0 && i < left.size() && (count < 2 || behind < smallest); i++) {
            hidden.add(Key.of(left.get(i)));
            behind += behind(left.get(i));
            count++;
        }
    }

    /** A share gives its part away: where the part is hidden, so is the share. */
    private static void shares(List<Figure> figures, Map<Key, Figure> all, Set<Key> hidden) {
        Map<String, List<String>> parts = new TreeMap<>();
        parts.put("memberShare", List.of("members", "mayJoin"));
        parts.put("memberShareOfAll", List.of("members", "practitioners"));
        for (Figure each : figures) {
            if (!each.unit().equals("share")) {
                continue;
            }
            String question = each.measure().substring(0, each.measure().length() - "Share".length());
            List<String> made = parts.getOrDefault(
                    each.measure(), List.of(question + "." + Verdict.RESPECTED, question + "." + Verdict.BREACHED));
            boolean given = made.stream()
                    .map(name -> new Key(name, each.group(), each.year()))
                    .anyMatch(key -> all.containsKey(key) && hidden.contains(key));
            if (given || !each.measure().endsWith("Share") && !parts.containsKey(each.measure())) {
                hidden.add(Key.of(each));
            }
        }
    }
}
