package fr.optam.cohort.sample;

import java.util.Locale;

/** Step 17 of the recipe: plants one irregularity on an act, knowing who may bill what. */
final class FaultDraw {

    private static final Fault[] FAULTS = Fault.values();
    private static final int LINES = 10_000;

    private final CodeBook codes;
    private final Prices prices;
    private final Tariffs tariffs;
    private final Days days;
    private final Tally tally;
    private final String[] names = new String[FAULTS.length];

    FaultDraw(CodeBook codes, Prices prices, Tariffs tariffs, Days days, Tally tally) {
        this.codes = codes;
        this.prices = prices;
        this.tariffs = tariffs;
        this.days = days;
        this.tally = tally;
        for (Fault fault : FAULTS) {
            names[fault.ordinal()] = "faults." + fault.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What one practitioner does wrong.
     *
     * @param upTo lines of ten thousand with this fault or one before it
     * @param codes code of the act with each fault
     * @param tariffs its tariffs
     */
    record Habits(int[] upTo, CodeBook.Code[] codes, Tariffs.Tariff[] tariffs) {}

    /** Draws the habits of one practitioner: the codes are those of the repertoire where it has one. */
    Habits habits(Repertoire repertoire, SplitMix64 random) {
        int[] upTo = new int[FAULTS.length];
        CodeBook.Code[] drawn = new CodeBook.Code[FAULTS.length];
        Tariffs.Tariff[] worth = new Tariffs.Tariff[FAULTS.length];
        int accidents = random.perMille(Fault.CARELESS) ? Fault.BY_ACCIDENT : 0;
        int total = 0;
        for (Fault fault : FAULTS) {
            total += accidents + (random.perMille(Fault.REPEATERS) ? Fault.BY_HABIT : 0);
            upTo[fault.ordinal()] = total;
            CodeBook.Code other = codes.surgical(allowed(fault), random);
            CodeBook.Code known = repertoire.surgical(allowed(fault));
            drawn[fault.ordinal()] = known == null ? other : known;
            worth[fault.ordinal()] = tariffs.of(drawn[fault.ordinal()], Category.ADC);
        }
        return new Habits(upTo, drawn, worth);
    }

    /** Plants a fault if one is drawn and this practitioner can commit it on this day; says whether it did. */
    boolean plant(ActTable acts, int act, Subject subject, Rights rights, Habits habits, SplitMix64 random) {
        int drawn = random.below(LINES);
        if (drawn >= habits.upTo()[FAULTS.length - 1]) {
            return false;
        }
        int index = 0;
        while (drawn >= habits.upTo()[index]) {
            index++;
        }
        Fault fault = FAULTS[index];
        boolean emergency = fault == Fault.TWO_EMERGENCY_LETTERS || fault == Fault.FIVE_LETTERS;
        int day = emergency ? days.sunday(rights.first(), acts.day[act]) : acts.day[act];
        int letters = letters(fault, subject);
        if (!possible(fault, subject, rights, day) || !prices.valued(letters, day)) {
            return false;
        }
        acts.day[act] = day;
        if (fault != Fault.LETTER_NOT_LISTED || acts.activity[act] != 4) {
            surgical(acts, act, habits.codes()[index], allowed(fault), habits.tariffs()[index]);
        }
        acts.letters[act] = letters;
        acts.quantity[act] = 1;
        boolean derogation = fault == Fault.DEROGATION_WITH_ONE_CENT;
        acts.c2s[act] = ActTable.NO;
        acts.emergency[act] = emergency || derogation ? ActTable.YES : ActTable.NO;
        acts.charge[act] = derogation ? ActTable.ONE_CENT : ActTable.FREE;
        if (emergency) {
            boolean night = (letters & Letters.S) != 0;
            acts.minute[act] = 15 * (night ? random.between(0, 8 * 4 - 1) : random.between(20 * 4, 24 * 4 - 1));
        }
        tally.add(names[index], 1);
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
        String tariffGroup = subject.specialty().tariffGroup();
        boolean young = tariffGroup.equals("GP") || tariffGroup.equals("PAEDIATRICS");
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

    private static void surgical(ActTable acts, int act, CodeBook.Code code, int allowed, Tariffs.Tariff tariff) {
        acts.code[act] = code;
        acts.category[act] = Category.ADC;
        acts.activity[act] = 1;
        acts.allowed[act] = allowed;
        acts.tariff[act] = tariff.on(acts.day[act]);
    }
}
