package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of a base and that of its id in a variant.
 *
 * @param same whether both say the same where all formulas do
 * @param formulas formulas that are not the same
 */
record RulePair(boolean same, List<Formulas> formulas) {
    /**
     * Two formulas that stand in one place.
     *
     * @param base formula of the base
     * @param variant formula of the variant
     * @param graded whether it matters how weak what they read is
     */
    record Formulas(Formula base, Formula variant, boolean graded) {
        boolean differ(Fact fact) {
            Weakest one = new Weakest();
            Object value = base.eval(fact, one);
            Weakest other = new Weakest();
            return !Objects.equals(value, variant.eval(fact, other))
                    || graded && one.confidence() != other.confidence();
        }
    }

    /** @param written fields that their stage gives values: what stands beside an answer is computed after that */
    static RulePair of(Rule base, Rule variant, Set<String> written) {
        List<Formulas> formulas = new ArrayList<>();
        boolean same = base.statements().size() == variant.statements().size();
        for (int i = 0; same && i < base.statements().size(); i++) {
            Statement one = base.statements().get(i);
            Statement other = variant.statements().get(i);
            Optional<Formula> a = one.computed();
            Optional<Formula> b = other.computed();
            if (a.isEmpty() || b.isEmpty()) {
                same = one.equals(other);
            } else if (a.get() != b.get()) {
                boolean let = one instanceof Statement.Let;
                same = one.computing(null).equals(other.computing(null))
                        && a.get().text().equals(b.get().text())
                        && (let || a.get().fields().stream().noneMatch(written::contains));
                formulas.add(new Formulas(a.get(), b.get(), let || one instanceof Statement.Amount));
            }
        }
        return new RulePair(same, formulas);
    }
}
