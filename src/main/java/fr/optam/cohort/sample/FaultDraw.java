package fr.optam.cohort.sample;

import java.util.Locale;

/** Step 17 of the recipe: plants one irregularity on an act, knowing who may bill what. */
final class FaultDraw {

    private static final Fault[] FAULTS = Fault.values();

    private final CodeBook codes;
    private final Prices prices;
    private final Days days;
    private final Tally tally;

    FaultDraw(CodeBook codes, Prices prices, Days days, Tally tally) {
        this.codes = codes;
        this.prices = prices;
        this.days = days;
        this.tally = tally;
    }

    /** Plants a fault if one is drawn and this practitioner can commit it on this day; says whether it did. */
    boolean plant(ActTable acts, int act, int firstDay, Subject subject, Rights rights, SplitMix64 random) {
        int drawn = random.below(1000);
        if (drawn >= FAULTS.length * Fault.PER_MILLE) {
            return false;
        }
        Fault fault = FAULTS[drawn / Fault.PER_MILLE];
        boolean emergency = fault == Fault.TWO_EMERGENCY_LETTERS || fault == Fault.FIVE_LETTERS;
        int day = emergency ? days.sunday(Math.max(firstDay, acts.day[act] - 90), random) : acts.day[act];
        int letters = letters(fault, subject);
        if (!possible(fault, subject, rights, day) || !prices.valued(letters, day)) {
            return false;
        }
        if (fault != Fault.LETTER_NOT_LISTED || acts.activity[act] != 4) {
            surgical(acts, act, allowed(fault), random);
        }
        acts.day[act] = day;
        acts.letters[act] = letters;
        acts.quantity[act] = 1;
        boolean derogation = fault == Fault.DEROGATION_WITH_ONE_CENT;
        acts.c2s[act] = ActTable.NO;
        acts.emergency[act] = emergency || derogation ? ActTable.YES : ActTable.NO;
        acts.charge[act] = derogation ? ActTable.ONE_CENT : ActTable.FREE;
        if (emergency) {
            boolean night = (letters & Letters.S) != 0;
            acts.minute[act] = night ? random.between(0, 8 * 60 - 1) : random.between(20 * 60, 24 * 60 - 1);
        }
        tally.add("faults." + fault.name().toLowerCase(Locale.ROOT), 1);
        return true;
    }

    private static boolean possible(Fault fault, Subject subject, Rights rights, int day) {
        return switch (fault) {
            case K_WITHOUT_RIGHT -> !rights.k(day);
            case T_BY_SECOND_OPTION_MEMBER -> subject.surgicalTariffs() && rights.second(day);
            case K_AND_T -> subject.surgicalTariffs();
            case DEROGATION_WITH_ONE_CENT -> rights.derogation(day);
            default -> true;
        };
    }

    private static int letters(Fault fault, Subject subject) {
        String tariffs = subject.specialty().tariffGroup();
        boolean young = tariffs.equals("GP") || tariffs.equals("PAEDIATRICS");
        return switch (fault) {
            case K_WITHOUT_RIGHT, DEROGATION_WITH_ONE_CENT -> Letters.K;
            case T_BY_SECOND_OPTION_MEMBER -> Letters.T;
            case K_AND_T -> Letters.K | Letters.T;
            case LETTER_NOT_LISTED -> Letters.J;
            case TWO_EMERGENCY_LETTERS -> Letters.F | (young ? Letters.S : Letters.U);
            case FIVE_LETTERS -> Letters.F | Letters.J | Letters.K | Letters.T | Letters.U;
            case THREE_OUTSIDE_ANAESTHESIA -> Letters.THREE;
        };
    }

    private static int allowed(Fault fault) {
        return switch (fault) {
            case K_WITHOUT_RIGHT, T_BY_SECOND_OPTION_MEMBER, K_AND_T, DEROGATION_WITH_ONE_CENT ->
                CodeBook.SURGICAL_LETTERS;
            case LETTER_NOT_LISTED -> 0;
            case TWO_EMERGENCY_LETTERS, FIVE_LETTERS -> CodeBook.ALL_LETTERS;
            case THREE_OUTSIDE_ANAESTHESIA -> CodeBook.ANAESTHESIA_LETTERS;
        };
    }

    private void surgical(ActTable acts, int act, int allowed, SplitMix64 random) {
        acts.code[act] = codes.surgical(allowed, random);
        acts.category[act] = Category.ADC;
        acts.activity[act] = 1;
        acts.allowed[act] = allowed;
    }
}
