package fr.optam.engine;

import fr.optam.fact.Act;
import java.util.Objects;
import java.util.Optional;

/**
 * What tells an act from others before any rule has run: of amounts, the day and what identifies it only whether they are
 * known, of the day also between which validities it lies, of its code which it is if a list names it, of the quantity
 * whether it is one.
 */
final class UnitProfile {
    private static final int BITS = 62;

    private final int period;
    private final int year;
    private final String code;
    private final String activity;
    private final String category;
    private final String association;
    private final String modifiers;
    private final String exact;
    private final int known;
    private final long allowed;
    private final int hash;

    /** @param options letters of the option */
    UnitProfile(Act act, UnitPlan plan, char[] options) {
        this.period = plan.period(act.on());
        this.year = act.on().getYear();
        this.code = plan.isListed(act.code()) ? act.code() : "";
        this.activity = act.activity().orElse(null);
        this.category = act.category().orElse(null);
        this.association = act.association().orElse(null);
        this.modifiers = act.modifiers().orElse(null);
        this.known = known(act);
        String list = act.allowedModifiers().orElse(null);
        boolean many = modifiers != null && modifiers.length() + options.length > BITS;
        this.exact = many ? list : null;
        this.allowed = list == null || many ? 0 : allowed(list, modifiers == null ? "" : modifiers, options);
        int h = 31 * (31 * (31 * period + year) + known) + Long.hashCode(allowed);
        h = 31 * (31 * h + code.hashCode()) + Objects.hashCode(activity);
        h = 31 * h + Objects.hashCode(association);
        this.hash = 31 * (31 * (31 * h + Objects.hashCode(category)) + Objects.hashCode(modifiers))
                + Objects.hashCode(exact);
    }

    private static int known(Act act) {
        int bits = bit(act.at());
        bits = 3 * bits + (isOne(act) ? 2 : bit(act.quantity()));
        bits = 2 * bits + bit(act.baseTariff());
        bits = 2 * bits + bit(act.baseTariffWithoutOption());
        bits = 2 * bits + bit(act.feeCharged());
        bits = 2 * bits + bit(act.allowedModifiers());
        return 9 * bits + 3 * three(act.c2s()) + three(act.emergency());
    }

    /** Most lines are of one act, so that those are told from others. */
    static boolean isOne(Act act) {
        return act.quantity().isPresent() && act.quantity().get() == 1;
    }

    private static int bit(Optional<?> value) {
        return value.isPresent() ? 1 : 0;
    }

    private static int three(Optional<Boolean> value) {
        return value.isEmpty() ? 0 : value.get() ? 1 : 2;
    }

    /** Which of the letters billed and of those of the option the list has. */
    private static long allowed(String list, String modifiers, char[] options) {
        long bits = 1;
        for (int i = 0; i < modifiers.length(); i++) {
            bits = 2 * bits + (list.indexOf(modifiers.charAt(i)) >= 0 ? 1 : 0);
        }
        for (char option : options) {
            bits = 2 * bits + (list.indexOf(option) >= 0 ? 1 : 0);
        }
        return bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitProfile p
                && p.hash == hash
                && p.period == period
                && p.year == year
                && p.known == known
                && p.allowed == allowed
                && p.code.equals(code)
                && Objects.equals(p.activity, activity)
                && Objects.equals(p.category, category)
                && Objects.equals(p.association, association)
                && Objects.equals(p.modifiers, modifiers)
                && Objects.equals(p.exact, exact);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
