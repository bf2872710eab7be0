package fr.optam.cli;

import fr.optam.compare.impact.Case;
import fr.optam.compare.impact.Gate;
import fr.optam.compare.impact.Impact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Limits that a change did not keep, with the practitioners that passed them: the first ones here, all in case files. */
final class ImpactGates {
    private static final int FIRST = 10;

    private final Impact impact;
    private final ImpactWords words;

    ImpactGates(Impact impact, boolean french) {
        this.impact = impact;
        this.words = new ImpactWords(french, false);
    }

    boolean passed() {
        return impact.gates().stream().allMatch(Gate::passed);
    }

    /** @param cases whether all cases were written to a file */
    List<String> lines(boolean cases) {
        List<String> lines = new ArrayList<>();
        List<Gate> failed = impact.gates().stream().filter(g -> !g.passed()).toList();
        for (Gate gate : failed) {
            String measured =
                    gate.name().startsWith("--max-loss") ? words.figures().euros(gate.measured()) : gate.measured();
            lines.add(words.say(
                    gate.name() + " " + gate.limit() + "\u00A0: limite dépassée, " + measured + ".",
                    gate.name() + " " + gate.limit() + ": limit passed, " + measured + "."));
        }
        if (!failed.isEmpty()) {
            boolean losses = failed.stream().allMatch(g -> g.name().startsWith("--max-loss"));
            List<Case> first = impact.largest().stream()
                    .filter(c -> !losses || c.balance() < 0)
                    .sorted(Comparator.comparingLong(Case::balance))
                    .limit(FIRST)
                    .toList();
            for (Case one : first) {
                lines.add("  " + one.practitioner() + "  "
                        + (one.balance() == 0 ? "" : words.euros(one.balance()) + "  ")
                        + one.changes().stream()
                                .map(c -> c.letter().isEmpty() ? c.question() : c.question() + " " + c.letter())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + "  "
                        + one.changes().stream()
                                .flatMap(c -> c.cause().edits().stream())
                                .distinct()
                                .sorted()
                                .map(n -> "E" + n)
                                .collect(Collectors.joining(" + ")));
            }
            long all = impact.totals().figures().orElseThrow().changed();
            if (first.size() < all && !cases) {
                lines.add(words.say(
                        "  Les " + words.number(all) + " cas sont écrits par --cases FICHIER.csv.",
                        "  --cases FILE.csv writes all " + words.number(all) + " cases."));
            }
        }
        return lines;
    }
}
