package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What mutation testing found, as a person reads it in a terminal. */
public final class MutationText {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final int MOST = 6;
    private static final String ROW = "  %-58s %8s %8s %10s %11s %6s\n";

    private final boolean french;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    private MutationText(boolean french, boolean colour) {
        this.french = french;
        this.colour = colour;
    }

    /**
     * The survivors, each with its cell, and the count by workbook.
     *
     * @param failing scenarios that fail without any mutation
     * @param french language of sentences: French, else English
     * @param colour marks with ANSI colours
     */
    public static String of(List<Result> results, List<String> failing, boolean french, boolean colour) {
        MutationText text = new MutationText(french, colour);
        text.failing(failing);
        text.survivors(results.stream().filter(r -> r.fate() == Fate.SURVIVED).toList());
        text.equivalents(
                results.stream().filter(r -> r.fate() == Fate.EQUIVALENT).toList());
        text.table(results);
        return text.out.toString();
    }

    private void failing(List<String> failing) {
        if (!failing.isEmpty()) {
            line(
                    RED,
                    (french
                                    ? "Scénarios en échec sur le règlement tel quel, laissés de côté : "
                                    : "Scenarios that fail on the rulebook as it is, left aside: ")
                            + String.join(", ", failing));
        }
    }

    private void survivors(List<Result> survivors) {
        for (Result each : survivors) {
            Mutant mutant = each.mutant();
            line(RED, (french ? "SURVIT  " : "SURVIVES  ") + mutant.at());
            line(BOLD, "        " + say(change(mutant)));
            each.killer()
                    .ifPresentOrElse(
                            this::killer,
                            () -> line(
                                    DIM,
                                    "        " + say(each.why())
                                            + (french
                                                    ? " ; aucun scénario trouvé qui la tuerait"
                                                    : "; no scenario found that would kill it")));
        }
    }

    private void killer(Killer killer) {
        line(
                "",
                "        " + (french ? "la tuerait un scénario de plus : " : "one more scenario would kill it: ")
                        + killer.name());
        killer.difference().stream().limit(MOST).forEach(d -> line(DIM, "          " + say(d)));
    }

    /** What a mutation does, in words. */
    public static Sentence change(Mutant mutant) {
        Sentence what = mutant.operator().words();
        boolean row = mutant.operator() == Operator.ROW_DELETED;
        return new Sentence(
                mutant.row() + ", " + (row ? "" : "« " + mutant.header() + " », ") + what.fr()
                        + (row
                                ? ""
                                : " : " + mutant.before().fr() + " → "
                                        + mutant.after().fr()),
                mutant.row() + ", " + (row ? "" : "\"" + mutant.header() + "\", ") + what.en()
                        + (row
                                ? ""
                                : ": " + mutant.before().en() + " → "
                                        + mutant.after().en()));
    }

    private void equivalents(List<Result> equivalents) {
        Map<String, Integer> reasons = new java.util.TreeMap<>();
        equivalents.forEach(r -> reasons.merge(say(r.why()), 1, Integer::sum));
        reasons.forEach((why, count) ->
                line(DIM, (french ? "équivalentes (" : "equivalent (") + count + ")" + (french ? " : " : ": ") + why));
    }

    private void table(List<Result> results) {
        row(
                french
                        ? List.of("", "mutations", "tuées", "survivent", "équivalentes", "score")
                        : List.of("", "mutants", "killed", "survived", "equivalent", "score"));
        Tally.byFile(results).forEach(this::tally);
        Tally all = Tally.of(results);
        tally(french ? "ensemble" : "all", all);
        line(
                all.survived() == 0 ? GREEN : RED,
                french
                        ? all.survived() + (all.survived() < 2 ? " mutation survit" : " mutations survivent")
                        : all.survived() + (all.survived() == 1 ? " mutant survives" : " mutants survive"));
    }

    private void tally(String what, Tally tally) {
        List<String> cells = new ArrayList<>(List.of(what));
        for (int count : List.of(tally.mutants(), tally.killed(), tally.survived(), tally.equivalent())) {
            cells.add(String.valueOf(count));
        }
        cells.add(tally.percent() + (french ? " %" : "%"));
        row(cells);
    }

    private void row(List<String> cells) {
        out.append(String.format(Locale.ROOT, ROW, cells.toArray()));
    }

    private String say(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    private void line(String code, String text) {
        boolean marked = colour && !code.isEmpty();
        out.append(marked ? code : "").append(text).append(marked ? PLAIN : "").append('\n');
    }
}
