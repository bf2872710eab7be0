package fr.optam.bench.rivals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was found of one engine, cell by cell, from the lines that its process tells. */
final class Results {
    private final Map<Cell, Meter.Figure> figures = new HashMap<>();
    private final Map<Cell, Double> built = new HashMap<>();
    private final Map<Cell, Checked> checked = new HashMap<>();
    private final Map<Cell, String> reasons = new HashMap<>();

    /**
     * Answers that were the same as the rows'.
     *
     * @param decisions how many were held against the rows
     * @param questions tables asked about facts in them
     * @param rows rows that applied
     * @param left questions left out of the workload
     */
    record Checked(int decisions, long questions, long rows, int left) {}

    void take(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "built" -> built.put(Cell.of(words[1]), Double.valueOf(words[2]));
            case "checked" -> {
                String[] n = words[2].split(" ");
                checked.put(
                        Cell.of(words[1]),
                        new Checked(
                                Integer.parseInt(n[0]),
                                Long.parseLong(n[1]),
                                Long.parseLong(n[2]),
                                Integer.parseInt(n[3])));
            }
            case "done" -> {
                String[] n = words[2].split(" ");
                figures.put(
                        Cell.of(words[1]),
                        new Meter.Figure(Double.parseDouble(n[0]), Double.parseDouble(n[1]), Integer.parseInt(n[2])));
            }
            case "failed" -> reasons.put(Cell.of(words[1]), words[2]);
            default -> {
                // that it is ready says nothing of a cell
            }
        }
    }

    void reason(Cell cell, String reason) {
        reasons.put(cell, reason);
    }

    boolean has(Cell cell) {
        return figures.containsKey(cell) || reasons.containsKey(cell);
    }

    Optional<Meter.Figure> figure(Cell cell) {
        return Optional.ofNullable(figures.get(cell));
    }

    Optional<Checked> checked(Cell cell) {
        return Optional.ofNullable(checked.get(cell));
    }

    /** Why there is no figure; empty if there is one. */
    String reason(Cell cell) {
        return reasons.getOrDefault(cell, "");
    }

    /** Seconds that building took; nothing if it was not built for this cell. */
    Optional<Double> built(Cell cell) {
        return Optional.ofNullable(built.get(cell)).filter(s -> s >= 0);
    }

    /** Whether an answer differed from the rows'. */
    boolean differs() {
        return reasons.values().stream().anyMatch(r -> r.contains("answers differ"));
    }
}
