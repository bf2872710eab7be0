package fr.optam.cohort.sample;

/** Steps 13 to 17 of the recipe: the acts of the year with their letters, before any overrun. */
final class ActDraw {

    /** Lines without letters, association or special case; their tariffs close the books. */
    static final int BALANCING = 2;

    private static final int SMALLEST_TARIFF = 2_000;
    private static final int LARGEST_TARIFF = 150_000;

    private final CodeBook codes;
    private final Prices prices;
    private final Quantiles quantiles;
    private final Days days;
    private final FaultDraw faults;

    ActDraw(CodeBook codes, Prices prices, Quantiles quantiles, Days days, Tally tally) {
        this.codes = codes;
        this.prices = prices;
        this.quantiles = quantiles;
        this.days = days;
        faults = new FaultDraw(codes, prices, days, tally);
    }

    /** Fills the table with so many lines. */
    void fill(ActTable acts, int lines, Subject subject, Rights rights, SplitMix64 random) {
        acts.clear(lines);
        boolean someSurgery = !subject.group().equals("OTHER") || random.perMille(150);
        int firstDay = subject.installed().getYear() == days.date(0).getYear()
                ? subject.installed().getDayOfYear() - 1
                : 0;
        for (int act = 0; act < lines; act++) {
            acts.day[act] = random.between(firstDay, days.count() - 1);
            acts.minute[act] = random.between(8 * 60, 20 * 60 - 1);
            code(acts, act, subject, someSurgery, random);
            acts.tariff[act] = tariff(acts.category[act], random);
            acts.quantity[act] = 1;
            acts.association[act] = 0;
            acts.c2s[act] = ActTable.NO;
            acts.emergency[act] = ActTable.NO;
            if (act >= BALANCING) {
                circumstances(acts, act, random);
                if (!faults.plant(acts, act, firstDay, subject, rights, random)) {
                    letters(acts, act, firstDay, subject, rights, random);
                }
            }
            acts.price[act] = acts.quantity[act]
                    * prices.unit(
                            acts.tariff[act],
                            acts.letters[act],
                            rights.sector1Three(acts.day[act]),
                            acts.association[act],
                            acts.day[act]);
        }
    }

    private void code(ActTable acts, int act, Subject subject, boolean someSurgery, SplitMix64 random) {
        Category category =
                switch (subject.group()) {
                    case "SURGERY" -> Category.ADC;
                    case "GYN_OBST" -> random.perMille(450) ? Category.ADC : Category.ACO;
                    case "ANAESTHESIA" -> Category.ADA;
                    case "OTHER" -> other(random.weighted(600, 200, 150, someSurgery ? 300 : 0));
                    default -> random.perMille(600) ? Category.ADC : Category.ATM;
                };
        boolean anaesthesia = category == Category.ADA;
        CodeBook.Code code = codes.draw(anaesthesia ? Category.ADC : category, random);
        acts.code[act] = code;
        acts.category[act] = category;
        acts.activity[act] = (byte) (anaesthesia ? 4 : 1);
        acts.allowed[act] = anaesthesia ? CodeBook.ANAESTHESIA_LETTERS : code.allowed();
    }

    private static Category other(int index) {
        return switch (index) {
            case 0 -> Category.ATM;
            case 1 -> Category.ADI;
            case 2 -> Category.ADE;
            default -> Category.ADC;
        };
    }

    private long tariff(Category category, SplitMix64 random) {
        int median =
                switch (category) {
                    case ADC -> 15_000;
                    case ACO -> 33_000;
                    case ADA -> 11_000;
                    default -> 6_000;
                };
        long drawn = quantiles.around(median, Curve.LOGNORMAL_0_70, random);
        return Math.min(LARGEST_TARIFF, Math.max(SMALLEST_TARIFF, drawn));
    }

    private static void circumstances(ActTable acts, int act, SplitMix64 random) {
        acts.association[act] = (byte) random.weighted(55, 25, 14, 4, 1, 1);
        acts.c2s[act] = (byte) random.weighted(890, 80, 30);
        acts.emergency[act] = (byte) random.weighted(910, 60, 30);
        acts.quantity[act] = (byte) (random.perMille(20) ? 2 : 1);
        if (acts.c2s[act] == ActTable.YES || acts.quantity[act] > 1) {
            acts.charge[act] = ActTable.OPPOSABLE;
        }
    }

    private void letters(ActTable acts, int act, int firstDay, Subject subject, Rights rights, SplitMix64 random) {
        int emergencyLetter = emergencyLetter(acts, act, firstDay, subject, random);
        int day = acts.day[act];
        boolean opposableCase = acts.c2s[act] == ActTable.YES || acts.emergency[act] == ActTable.YES;
        boolean derogation = opposableCase && rights.derogation(day) && !rights.t(day);
        int entitled = Letters.J
                | emergencyLetter
                | (rights.k(day) || derogation ? Letters.K : 0)
                | (rights.t(day) ? Letters.T : 0)
                | (acts.activity[act] == 4 && rights.three(day, opposableCase) ? Letters.THREE : 0);
        int billed = 0;
        for (int rest = entitled & acts.allowed[act]; rest != 0; rest &= rest - 1) {
            int letter = Integer.lowestOneBit(rest);
            if (prices.valued(letter, day) && random.perMille(850)) {
                billed |= letter;
            }
        }
        acts.letters[act] = billed;
        if (derogation && (billed & Letters.K) != 0) {
            acts.charge[act] = ActTable.OPPOSABLE;
        }
    }

    /** Moves an emergency to an hour of which one letter is the right one; 0 if the act list allows none. */
    private int emergencyLetter(ActTable acts, int act, int firstDay, Subject subject, SplitMix64 random) {
        if (acts.emergency[act] != ActTable.YES || (acts.allowed[act] & Letters.U) == 0) {
            return 0;
        }
        String tariffs = subject.specialty().tariffGroup();
        boolean young = tariffs.equals("GP") || tariffs.equals("PAEDIATRICS");
        boolean theatre = tariffs.equals("SURGERY_GYN_OBST") || tariffs.equals("ANAESTHESIA");
        switch (random.below(4)) {
            case 0:
                acts.day[act] = days.sunday(Math.max(firstDay, acts.day[act] - 90), random);
                return Letters.F;
            case 1:
                acts.minute[act] = random.between(20 * 60, 24 * 60 - 1);
                return young ? Letters.P : Letters.U;
            case 2:
                acts.minute[act] = random.between(0, 8 * 60 - 1);
                return young || theatre ? Letters.S : Letters.U;
            default:
                return theatre ? Letters.O : 0;
        }
    }
}
