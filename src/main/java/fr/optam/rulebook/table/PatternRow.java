package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.xlsx.Cell;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The row of a rule table that says which facts its rows read: one pattern, over all condition columns. */
final class PatternRow {
    private static final Pattern PATTERN = Pattern.compile("\\$f : (\\w+)");

    private final int row;
    private final Collection<Cell> cells;
    private final RuleTableProperties properties;
    private final SheetProblems problems;

    /**
     * Looks at the cells of a row.
     *
     * @param row number of the row, 0 if the sheet holds no table
     */
    PatternRow(int row, Collection<Cell> cells, RuleTableProperties properties, SheetProblems problems) {
        this.row = row;
        this.cells = cells;
        this.properties = properties;
        this.problems = problems;
    }

    /** Kind of fact named by the pattern; nothing if there is none, or none that exists. */
    Optional<Kind> kind() {
        Optional<Kind> kind = Optional.empty();
        List<String> labels = Arrays.stream(Kind.values()).map(Kind::label).toList();
        for (Cell cell : cells) {
            Matcher matcher = PATTERN.matcher(cell.text());
            Optional<Kind> named = matcher.matches() ? Kind.of(matcher.group(1)) : Optional.empty();
            if (kind.isPresent()) {
                problems.at(
                        cell,
                        "PATTERN_TWICE",
                        Advice.of(
                                "un second motif, qui croiserait chaque fait avec tous les autres",
                                "a second pattern would join every fact with every other",
                                "fusionner le motif au-dessus de toutes les colonnes de conditions, ligne " + cell.row()
                                        + ".",
                                "merge the pattern over all condition columns, row " + cell.row() + "."));
                break;
            }
            if (named.isEmpty()) {
                String meant = "$f : "
                        + Closest.to(cell.text().replaceAll(".*[: ]", ""), labels)
                                .orElse(labels.get(0));
                problems.at(
                        cell,
                        "PATTERN",
                        Advice.of(
                                "la ligne du motif contient «$f :» et une sorte de fait",
                                "the pattern row holds $f : and a kind of fact",
                                meant + " ; sortes de faits : " + String.join(", ", labels) + ".",
                                meant + "; kinds of facts: " + String.join(", ", labels) + "."));
            } else if (!properties.imports(named.get())) {
                problems.at(
                        cell,
                        "IMPORT",
                        Advice.of(
                                "la sorte de fait n’est pas importée",
                                "the kind of fact is not imported",
                                "fr.optam.fact.flat." + named.get().label() + " à la ligne Import.",
                                "fr.optam.fact.flat." + named.get().label() + " in the row Import."));
            }
            kind = named;
        }
        if (kind.isEmpty() && row > 0) {
            problems.at(
                    row,
                    2,
                    "PATTERN",
                    new Sentence("pas de motif au-dessus des conditions", "no pattern above the conditions"),
                    new Sentence("Peut-être $f : Letter.", "Maybe $f : Letter."));
        }
        return kind;
    }
}
