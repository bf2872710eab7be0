package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.book.Colour;
import fr.optam.rulebook.book.LegendLine;
import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A copy of a workbook on which each mutated cell shows what became of its mutants. */
public final class HeatMap {
    private static final int MOST = 12;

    private final boolean french;

    private HeatMap(boolean french) {
        this.french = french;
    }

    /**
     * Paints a copy.
     *
     * @param file bytes of the workbook; they are not changed
     * @param results results of its mutants
     * @param french language of comments: French, else English
     * @return bytes of the copy
     * @throws WorkbookRefused if the workbook can't be opened
     */
    public static byte[] of(byte[] file, List<Result> results, boolean french) throws WorkbookRefused {
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            new HeatMap(french).paint(copy, results);
            return copy.bytes();
        }
    }

    private void paint(WorkbookCopy copy, List<Result> results) {
        Map<List<String>, List<Result>> cells = new LinkedHashMap<>();
        for (Result result : results) {
            Mutant mutant = result.mutant();
            cells.computeIfAbsent(List.of(mutant.sheet(), mutant.cell()), c -> new ArrayList<>())
                    .add(result);
        }
        cells.forEach((cell, here) ->
                copy.paint(cell.get(0), cell.get(1), colour(here)).comment(cell.get(0), cell.get(1), comment(here)));
        copy.legend(WorkbookCopy.OWN_SHEET, legend(results));
    }

    private static Colour colour(List<Result> results) {
        if (results.stream().anyMatch(r -> r.fate() == Fate.SURVIVED)) {
            return Colour.SURVIVED;
        }
        return results.stream().anyMatch(r -> r.fate() == Fate.KILLED) ? Colour.KILLED : Colour.EQUIVALENT;
    }

    private String comment(List<Result> results) {
        List<String> lines = new ArrayList<>();
        for (Fate fate : List.of(Fate.SURVIVED, Fate.KILLED, Fate.EQUIVALENT)) {
            List<Result> some = results.stream().filter(r -> r.fate() == fate).toList();
            some.stream().limit(MOST).forEach(r -> lines.add(line(r)));
            if (some.size() > MOST) {
                lines.add("… + " + (some.size() - MOST));
            }
        }
        return String.join("\n", lines);
    }

    private String line(Result result) {
        Mutant mutant = result.mutant();
        String what = mutant.operator() == Operator.ROW_DELETED
                ? say(mutant.operator().words())
                : say(mutant.before()) + " → " + say(mutant.after());
        return switch (result.fate()) {
            case SURVIVED ->
                (french ? "SURVIT\u00a0: " : "SURVIVES: ")
                        + what
                        + result.killer()
                                .map(w -> (french ? "\n  la tuerait\u00a0: " : "\n  would be killed by: ")
                                        + say(w.title()))
                                .orElse("");
            case KILLED ->
                (french ? "tuée\u00a0: " : "killed: ")
                        + what
                        + " ("
                        + (result.by().isEmpty() ? say(result.why()) : result.by())
                        + ")";
            case EQUIVALENT ->
                (french ? "équivalente\u00a0: " : "equivalent: ") + what + " (" + say(result.why()) + ")";
        };
    }

    private List<LegendLine> legend(List<Result> results) {
        Tally tally = Tally.of(results);
        List<LegendLine> lines = new ArrayList<>();
        lines.add(LegendLine.of(
                french
                        ? "Copie écrite par «\u00a0optam test --mutate-workbooks\u00a0»\u00a0: " + tally.mutants()
                                + " mutations, " + tally.killed() + " tuées, " + tally.survived() + " survivent, "
                                + tally.equivalent() + " équivalentes. L’original n’est pas modifié."
                        : "Copy written by “optam test --mutate-workbooks”: " + tally.mutants() + " mutants, "
                                + tally.killed() + " killed, " + tally.survived() + " survive, " + tally.equivalent()
                                + " equivalent. The original is not changed."));
        lines.add(LegendLine.of(
                Colour.KILLED,
                french
                        ? "chaque mutation de la cellule fait échouer un scénario"
                        : "each mutation of the cell fails a scenario"));
        lines.add(LegendLine.of(
                Colour.SURVIVED,
                french
                        ? "une mutation de la cellule ne fait échouer aucun scénario"
                        : "a mutation of the cell fails no scenario"));
        lines.add(LegendLine.of(
                Colour.EQUIVALENT,
                french
                        ? "il est prouvé qu’aucune mutation de la cellule ne change une décision"
                        : "no mutation of the cell changes any decision, which is proven"));
        results.stream()
                .filter(r -> r.fate() == Fate.SURVIVED)
                .forEach(r -> lines.add(new LegendLine(
                        Colour.SURVIVED,
                        say(MutationText.change(r.mutant())),
                        r.mutant().sheet() + "!" + r.mutant().cell())));
        return lines;
    }

    private String say(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }
}
