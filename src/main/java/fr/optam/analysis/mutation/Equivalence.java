package fr.optam.analysis.mutation;

import fr.optam.analysis.RowForms;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.RuleRow;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Proves that no facts whatever can tell a mutant from a rulebook as it is. */
final class Equivalence {
    private static final Sentence ORDER = new Sentence(
            "l’ordre des lignes est sans effet\u00a0: toutes celles qui s’appliquent sont retenues, dans l’ordre de leurs"
                    + " identifiants",
            "the order of rows has no effect: all that apply are taken, in the order of their ids");
    private static final Sentence UNREAD =
            new Sentence("aucune règle ne lit cette colonne", "no rule reads this column");
    private static final Sentence SAME = new Sentence(
            "sur les domaines déclarés (reference/domaines), la ligne s’applique exactement aux mêmes cas",
            "over the declared domains (reference/domaines) the row matches exactly the same");
    private static final Sentence NEVER = new Sentence(
            "sur les domaines déclarés (reference/domaines), la ligne ne s’applique à aucun cas",
            "over the declared domains (reference/domaines) the row matches nothing");

    private final RowForms forms;
    private final Set<String> read;

    Equivalence(Rulebook rulebook, RowForms forms) {
        this.forms = forms;
        this.read = MutantSource.read(rulebook);
    }

    /** Why a change has no effect; nothing if that is not proven. */
    Optional<Sentence> of(Change change) {
        if (change instanceof Change.OfOrder) {
            return Optional.of(ORDER);
        }
        if (change instanceof Change.OfList list) {
            return list.after().isPresent() && isUnread(list, list.after().get())
                    ? Optional.of(UNREAD)
                    : Optional.empty();
        }
        return ofRule((Change.OfRule) change);
    }

    private Optional<Sentence> ofRule(Change.OfRule rule) {
        boolean conditions = rule.after().isPresent()
                && !rule.after().get().conditions().equals(rule.before().conditions());
        if (conditions) {
            RuleRow after = rule.after().get();
            return forms.matchTheSame(rule.table(), rule.before(), after) ? Optional.of(SAME) : Optional.empty();
        }
        return forms.matchesNothing(rule.table(), rule.before()) ? Optional.of(NEVER) : Optional.empty();
    }

    private boolean isUnread(Change.OfList list, PlainRow after) {
        Set<String> columns = new TreeSet<>(list.before().values().keySet());
        columns.addAll(after.values().keySet());
        return columns.stream()
                .filter(c -> !list.before().values().containsKey(c)
                        || !list.before().values().get(c).equals(after.values().get(c)))
                .noneMatch(c -> read.contains(list.list().name() + "!" + c));
    }
}
