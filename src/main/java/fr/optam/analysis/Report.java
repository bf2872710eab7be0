package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts what was found of one rule table into words, with its cells. */
final class Report {
    static final int MOST = 100;

    private final Grid grid;
    private final List<TableFinding> findings;
    private final RowNames names;

    Report(Grid grid, List<TableFinding> findings) {
        this.grid = grid;
        this.findings = findings;
        this.names = new RowNames(grid);
    }

    Grid grid() {
        return grid;
    }

    private RuleTable table() {
        return grid.table();
    }

    /** Reports a region without row. */
    void gap(Box box, int[] point) {
        Region region = grid.region(box, point);
        Sentence where = RowNames.words(region);
        add(
                FindingKind.GAP,
                top(),
                List.of(),
                Optional.of(region),
                List.of(),
                new Sentence("aucune ligne pour\u00a0: " + where.fr(), "no row for: " + where.en()),
                new Sentence(
                        "Peut-être ajouter une ligne, ou déclarer le trou dans la feuille " + IntentSheet.NAME + ".",
                        "Maybe add a row, or declare the gap on the sheet " + IntentSheet.NAME + "."));
    }

    /** Reports a row that matches where a declaration says that none does. */
    void occupied(Intent intent, int row, Box box, int[] point) {
        Region region = grid.region(box, point);
        Sentence where = RowNames.words(region);
        add(
                FindingKind.INTENT,
                intent.place(),
                List.of(row),
                Optional.of(region),
                grid.matching(point),
                new Sentence(
                        "la déclaration " + intent.id() + " dit sans ligne une région où la ligne " + names.one(row)
                                + " s’applique\u00a0: " + where.fr(),
                        "declaration " + intent.id() + " says that no row matches where row " + names.one(row)
                                + " does: " + where.en()),
                new Sentence(
                        "Peut-être resserrer la déclaration ou la ligne.", "Maybe narrow the declaration or the row."));
    }

    /** Reports two rows that match the same. */
    void pair(boolean same, int a, int b, Box box, int[] point) {
        Region region = grid.region(box, point);
        Sentence where = RowNames.words(region);
        String rows = names.one(a) + " et " + names.one(b);
        String both = names.one(a) + " and " + names.one(b);
        Sentence message = same
                ? new Sentence(
                        "les lignes " + rows + " conviennent toutes deux et concluent de même pour\u00a0: "
                                + where.fr(),
                        "rows " + both + " both match and conclude the same for: " + where.en())
                : new Sentence(
                        "les lignes " + rows + " se contredisent (" + clash(a, b)
                                + ") et conviennent toutes deux pour\u00a0: " + where.fr(),
                        "rows " + both + " contradict each other (" + clash(a, b) + ") and both match: " + where.en());
        add(
                same ? FindingKind.DUPLICATE : FindingKind.CONFLICT,
                RowNames.place(grid.row(b)),
                List.of(a, b),
                Optional.of(region),
                grid.matching(point),
                message,
                new Sentence(
                        "Peut-être resserrer l’une des deux, ou déclarer le recouvrement dans la feuille "
                                + IntentSheet.NAME + ".",
                        "Maybe narrow one of them, or declare the overlap on the sheet " + IntentSheet.NAME + "."));
    }

    /** Reports a row that others cover. */
    void covered(FindingKind kind, int row, List<Integer> by, int[] point) {
        boolean same = kind == FindingKind.SUBSUMED;
        List<Integer> rows = new ArrayList<>(by);
        rows.add(row);
        rows.sort(Comparator.naturalOrder());
        String fr = by.size() == 1 ? "la ligne " + names.one(by.get(0)) : "les lignes " + names.all(by, " et ");
        String en = by.size() == 1 ? "row " + names.one(by.get(0)) : "rows " + names.all(by, " and ");
        Sentence message = same
                ? new Sentence(
                        "la ligne " + names.one(row) + " est tout entière dans " + fr + ", qui conclu"
                                + (by.size() == 1 ? "t" : "ent") + " de même\u00a0: elle n’apporte rien",
                        "row " + names.one(row) + " lies wholly within " + en + ", which conclude"
                                + (by.size() == 1 ? "s" : "") + " the same: it adds nothing")
                : new Sentence(
                        "la ligne " + names.one(row) + " est tout entière dans " + fr
                                + " et ne s’applique jamais seule\u00a0: " + clash(row, other(row, by)),
                        "row " + names.one(row) + " lies wholly within " + en + " and never applies alone: "
                                + clash(row, other(row, by)));
        add(
                kind,
                RowNames.place(grid.row(row)),
                rows,
                Optional.of(grid.region(grid.rows().get(row), point)),
                grid.matching(point),
                message,
                same
                        ? new Sentence("Peut-être la supprimer.", "Maybe delete it.")
                        : new Sentence(
                                "Peut-être exclure ce cas de l’autre ligne.",
                                "Maybe leave its case out of the other row."));
    }

    private int other(int row, List<Integer> by) {
        return by.stream()
                .filter(i -> !Conclusion.same(grid.row(row), grid.row(i)))
                .findFirst()
                .orElse(by.get(0));
    }

    /** Reports a row that nothing reaches. */
    void empty(int row) {
        add(
                FindingKind.EMPTY_ROW,
                RowNames.place(grid.row(row)),
                List.of(row),
                Optional.empty(),
                List.of(),
                new Sentence(
                        "aucun cas ne peut atteindre la ligne " + names.one(row)
                                + "\u00a0: ses conditions ne laissent aucune valeur des domaines",
                        "nothing can reach row " + names.one(row) + ": its conditions leave no value of the domains"),
                new Sentence(
                        "Peut-être des bornes échangées ou un code d’un autre champ.",
                        "Maybe exchanged bounds, or a code of another field."));
    }

    /** Reports rows that could be one. */
    void mergeable(List<Integer> rows, Axis axis) {
        add(
                FindingKind.MERGEABLE,
                RowNames.place(grid.row(rows.get(rows.size() - 1))),
                rows,
                Optional.empty(),
                List.of(),
                new Sentence(
                        "les lignes " + names.all(rows, " et ") + " ne diffèrent que par «\u00a0"
                                + axis.label().fr() + "\u00a0» et pourraient n’en faire qu’une",
                        "rows " + names.all(rows, " and ") + " differ by «"
                                + axis.label().en() + "» only and could be one"),
                new Sentence(
                        "Peut-être les réunir, ou dire dans la feuille " + IntentSheet.NAME
                                + " pourquoi elles restent séparées.",
                        "Maybe join them, or say on the sheet " + IntentSheet.NAME + " why they stay apart."));
    }

    /** Reports a field whose value changes nothing. */
    void idle(Axis axis) {
        int number = table().testing(axis.field()).get(0).number();
        add(
                FindingKind.COLUMN_IDLE,
                table().sheet() + "!" + Cell.address(header(), number),
                List.of(),
                Optional.empty(),
                List.of(),
                new Sentence(
                        "la condition «\u00a0" + axis.label().fr() + "\u00a0» ne change aucune conclusion de la table",
                        "the condition «" + axis.label().en() + "» changes no conclusion of the table"),
                new Sentence("Peut-être vider ou supprimer la colonne.", "Maybe empty or delete the column."));
    }

    /** Reports days that the periods of two rows share or leave out, though their field never holds one of them. */
    void offYearEnd(boolean shared, int a, int b, YearEnds.Days days, Axis axis) {
        boolean one = days.from().equals(days.to());
        String fr = one ? "le " + days.from() : "du " + days.from() + " au " + days.to();
        String en = one ? "on " + days.from() : "from " + days.from() + " to " + days.to();
        String rows = names.one(a) + " et " + names.one(b);
        String both = names.one(a) + " and " + names.one(b);
        add(
                FindingKind.OFF_YEAR_END,
                RowNames.place(grid.row(b)),
                List.of(a, b),
                Optional.empty(),
                List.of(),
                new Sentence(
                        (shared
                                        ? "les périodes des lignes " + rows + " se recouvrent " + fr
                                        : "les périodes des lignes " + rows + " laissent un trou " + fr)
                                + ", sans effet\u00a0: «\u00a0" + axis.label().fr()
                                + "\u00a0» est toujours un 31 décembre",
                        (shared
                                        ? "the periods of rows " + both + " overlap " + en
                                        : "the periods of rows " + both + " leave a hole " + en)
                                + ", without effect: «" + axis.label().en() + "» is always a 31 December"),
                new Sentence("Peut-être une date décalée.", "Maybe a date that is off."));
    }

    /** Says that findings of a kind were left out. */
    void more(FindingKind kind, String count) {
        add(
                kind,
                top(),
                List.of(),
                Optional.empty(),
                List.of(),
                new Sentence(
                        "jusqu’à " + count + " autres constats de ce genre ne sont pas détaillés",
                        "up to " + count + " more findings of this kind are left out"),
                new Sentence("", ""));
    }

    /** Says that a part of the analysis was given up. */
    void tooComplex(Sentence what) {
        add(
                FindingKind.TOO_COMPLEX,
                top(),
                List.of(),
                Optional.empty(),
                List.of(),
                new Sentence(
                        "table trop enchevêtrée pour une analyse complète\u00a0: " + what.fr(),
                        "table too entangled for a full analysis: " + what.en()),
                new Sentence("Peut-être la scinder.", "Maybe split it."));
    }

    void at(FindingKind kind, String place, Sentence message, Sentence hint) {
        add(kind, place, List.of(), Optional.empty(), List.of(), message, hint);
    }

    private void add(
            FindingKind kind,
            String place,
            List<Integer> rows,
            Optional<Region> region,
            List<String> matching,
            Sentence message,
            Sentence hint) {
        findings.add(new TableFinding(
                kind,
                table().name(),
                table().file(),
                place,
                rows.stream().map(i -> grid.row(i).id()).toList(),
                region.orElseGet(Region::everywhere),
                matching,
                message,
                hint));
    }

    private String top() {
        return table().sheet() + "!" + Cell.address(header(), 1);
    }

    /** Row of the headers: the one above the data. */
    int header() {
        return table().rows().isEmpty() ? 9 : table().rows().get(0).row() - 1;
    }

    /** The outcomes in which two rows differ, {@code Verdict REVIEW (F10), PASS (F12)}. */
    private String clash(int a, int b) {
        return IntStream.range(0, table().actions().size())
                .mapToObj(i -> Conclusion.clash(table().actions().get(i), grid.row(a), grid.row(b)))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" ; "));
    }
}
