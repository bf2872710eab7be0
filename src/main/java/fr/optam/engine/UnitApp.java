package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Bound;
import fr.optam.rulebook.formula.Formula;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A rule of which a value must be computed for each unit.
 *
 * @param ordinal fact of the unit
 * @param code the rule
 * @param confidence weakest of what is the same for all
 * @param values its values; for those to be computed null
 * @param formulas formulas of those to be computed, else null
 * @param memos what is known of those formulas, else null
 * @param bounds what is left of those formulas for units of the node, if it can be told; else null
 * @param figures whether a value, where known, tells no two units apart
 * @param later whether another rule of the stage gave the field a value before
 */
record UnitApp(
        int ordinal,
        RuleCode code,
        Confidence confidence,
        Object[] values,
        Formula[] formulas,
        UnitMemo[] memos,
        Bound[] bounds,
        boolean[] figures,
        boolean[] later) {

    /** Computes a value for a unit. */
    Object eval(int put, Act act, Weakest weakest) {
        return bounds[put] != null ? bounds[put].eval(act, weakest) : formulas[put].eval(fact(act), weakest);
    }

    private Fact fact(Act act) {
        return UnitRun.fact(act, ordinal);
    }

    boolean isLike(UnitApp other) {
        return ordinal == other.ordinal
                && code == other.code
                && confidence == other.confidence
                && Arrays.equals(values, other.values)
                && Arrays.equals(formulas, other.formulas)
                && Arrays.equals(figures, other.figures)
                && Arrays.equals(later, other.later);
    }

    /** What a value shows of itself to what comes next: of a figure only that it is known. */
    Object shown(int put, Object value) {
        return value instanceof LocalDate || (figures[put] && UnitNode.isKnown(value)) ? UnitStep.FIGURE : value;
    }
}
