package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Proves that no facts whatever can tell a mutant from the rulebook as it is. */
final class Equivalence {
    private static final Sentence ORDER = new Sentence(
            "l’ordre des lignes est sans effet : toutes celles qui s’appliquent sont retenues, dans l’ordre de leurs"
                    + " identifiants",
            "the order of rows has no effect: all that apply are taken, in the order of their ids");
    private static final Sentence UNREAD =
            new Sentence("aucune règle ne lit cette colonne", "no rule reads this column");

    private Equivalence() {}

    /** Why a change has no effect in any of the rulebooks that hold it; nothing if that is not proven. */
    static Optional<Sentence> of(Mutant mutant, Iterable<Rulebook> rulebooks) {
        if (mutant.change() instanceof Change.OfOrder) {
            return Optional.of(ORDER);
        }
        if (mutant.change() instanceof Change.OfList list && list.after().isPresent()) {
            for (Rulebook rulebook : rulebooks) {
                Set<String> read = MutantSource.read(rulebook);
                if (changed(list.before(), list.after().get()).stream()
                        .anyMatch(c -> read.contains(list.list().name() + "!" + c))) {
                    return Optional.empty();
                }
            }
            return Optional.of(UNREAD);
        }
        return Optional.empty();
    }

    private static Set<String> changed(PlainRow before, PlainRow after) {
        Set<String> columns = new TreeSet<>(before.values().keySet());
        columns.addAll(after.values().keySet());
        columns.removeIf(c -> before.values().containsKey(c)
                && before.values().get(c).equals(after.values().get(c)));
        return columns;
    }
}
