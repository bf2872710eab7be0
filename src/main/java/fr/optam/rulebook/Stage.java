package fr.optam.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of the decision: a phase, and its place within the phase. Rules of one stage see what earlier stages concluded,
 * never what their own stage concludes.
 *
 * @param name agenda group, {@code eligibility} or {@code eligibility.choose}
 * @param phase phase, {@code eligibility}
 */
public record Stage(String name, String phase) implements Comparable<Stage> {
    private static final List<String> PHASES =
            List.of("derive", "eligibility", "commitment", "respect", "modifiers", "consequence", "decide");
    private static final List<String> STEPS = List.of(
            ".prepare",
            ".first",
            ".second",
            ".third",
            "",
            ".then",
            ".next",
            ".weigh",
            ".choose",
            ".total",
            ".answer",
            ".close");
    private static final List<Stage> ALL = all();
    private static final Map<String, Integer> PLACES = places();

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        ALL.forEach(s -> places.put(s.name, places.size()));
        return places;
    }

    private static List<Stage> all() {
        List<Stage> stages = new ArrayList<>();
        for (String phase : PHASES) {
            for (String step : STEPS) {
                stages.add(new Stage(phase + step, phase));
            }
        }
        return List.copyOf(stages);
    }

    /** Every stage, in the order in which they run. */
    public static List<Stage> inOrder() {
        return ALL;
    }

    /** Its place in the order in which stages run; the first is 0. */
    public int place() {
        return PLACES.getOrDefault(name, -1);
    }

    /** Phases in their order. */
    public static List<String> phases() {
        return PHASES;
    }

    /** The stage of an agenda group. */
    public static Optional<Stage> of(String name) {
        return ALL.stream().filter(s -> s.name.equals(name)).findFirst();
    }

    /** Written out: what the compiler would generate is slow to make when the program starts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Stage stage && name.equals(stage.name) && phase.equals(stage.phase);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Stage other) {
        return Integer.compare(place(), other.place());
    }
}
