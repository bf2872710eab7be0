package fr.optam.report;

import fr.optam.decision.Firing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rows and cells that a firing rests on, nearest first: what an analyst opens to see why. */
final class Cells {
    private static final int DEPTH = 4;
    private static final int MOST = 6;
    private static final Pattern ROW = Pattern.compile("\\.drl\\.(xlsx|xls|csv)!");
    private static final String FIGURE = "[+-]?[0-9]+([.][0-9]+)?";

    private final Map<String, Firing> firings;

    /** @param firings firings of the decision by id */
    Cells(Map<String, Firing> firings) {
        this.firings = firings;
    }

    private record Step(Firing firing, int depth) {}

    /** Rows of rule tables, and figures looked up in lists, each with its cell. */
    List<String> below(Firing root) {
        Set<String> cells = new LinkedHashSet<>();
        Map<String, String> figures = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>(Set.of(root.id()));
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(root, 0)));
        while (!open.isEmpty()) {
            Step step = open.poll();
            Firing firing = step.firing();
            if (step.depth() > 0 && ROW.matcher(firing.at()).find()) {
                cells.add("· " + firing.rule() + ", " + firing.at());
            }
            figures(firing, figures);
            if (step.depth() < DEPTH) {
                firing.because().stream()
                        .filter(seen::add)
                        .map(firings::get)
                        .filter(f -> f != null)
                        .forEach(f -> open.add(new Step(f, step.depth() + 1)));
            }
        }
        cells.addAll(figures.values());
        return new ArrayList<>(cells).subList(0, Math.min(MOST, cells.size()));
    }

    /** One line a cell, whatever names its value goes by on the way. */
    private static void figures(Firing firing, Map<String, String> figures) {
        firing.parameters().forEach((name, value) -> {
            String at = firing.parameters().get(name + "@");
            if (at != null && !at.contains(", ") && value.matches(FIGURE)) {
                figures.putIfAbsent(at, "· " + name + " = " + value + ", " + at);
            }
        });
    }
}
