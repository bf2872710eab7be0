package fr.optam.cohort.sample;

/** Steps 13 to 17 of the recipe: the acts of the year with their letters, before any overrun. */
final class ActDraw {

    /** Lines without letters, association or special case; their tariffs close the books. */
    static final int BALANCING = 2;

    private static final int C2S_PER_THOUSAND = 82;
    private static final int REDUCED_PER_THOUSAND = 80;

    /** When the emergencies of a visit come. */
    private enum Hour {
        SUNDAY,
        EVENING,
        NIGHT,
        DAY
    }

    private final CodeBook codes;
    private final Prices prices;
    private final Tariffs tariffs;
    private final Days days;
    private final FaultDraw faults;

    ActDraw(CodeBook codes, Prices prices, Quantiles quantiles, Days days, Tally tally) {
        this.codes = codes;
        this.prices = prices;
        this.days = days;
        tariffs = new Tariffs(quantiles, days);
        faults = new FaultDraw(codes, prices, tariffs, days, tally);
    }

    /**
     * Fills the table with so many lines.
     *
     * @param habits where the practitioner's habits come from
     * @param random where the lines come from
     */
    void fill(ActTable acts, int lines, Subject subject, Rights rights, SplitMix64 habits, SplitMix64 random) {
        acts.clear(lines);
        Repertoire repertoire = new Repertoire(subject, codes, tariffs, habits);
        WorkDays workDays = new WorkDays(rights.first(), days, habits);
        FaultDraw.Habits wrong = faults.habits(repertoire, habits);
        int act = 0;
        while (act < lines) {
            int first = act;
            Repertoire.Visit visit = repertoire.draw(random);
            int day = workDays.day(act, lines, random);
            int minute = workDays.minute(random);
            byte c2s = visit.c2s() == ActTable.NO && random.perMille(C2S_PER_THOUSAND) ? ActTable.YES : visit.c2s();
            boolean urgent = visit.emergency() == ActTable.NO && random.perMille(visit.emergencies());
            Hour hour = Hour.DAY;
            if (urgent && (visit.items().get(0).allowed() & Letters.U) != 0) {
                hour = Hour.values()[random.below(Hour.values().length)];
                day = hour == Hour.SUNDAY ? days.sunday(rights.first(), day) : day;
                minute = minute(hour, minute, random);
            }
            for (Item item : visit.items()) {
                if (act < lines) {
                    acts.day[act] = day;
                    acts.minute[act] = minute;
                    line(acts, act, item);
                    if (act >= BALANCING) {
                        acts.association[act] = (byte) item.association();
                        acts.quantity[act] = (byte) item.quantity();
                        acts.c2s[act] = c2s;
                        acts.emergency[act] = urgent ? ActTable.YES : visit.emergency();
                    }
                    act++;
                }
            }
            for (int of = first; of < act; of++) {
                finish(acts, of, visit.items().get(of - first), hour, subject, rights, wrong, random);
            }
        }
    }

    private static int minute(Hour hour, int usual, SplitMix64 random) {
        return switch (hour) {
            case EVENING -> random.between(20 * 4, 24 * 4 - 1) * 15;
            case NIGHT -> random.between(0, 8 * 4 - 1) * 15;
            case SUNDAY, DAY -> usual;
        };
    }

    private static void line(ActTable acts, int act, Item item) {
        acts.code[act] = item.code();
        acts.category[act] = item.category();
        acts.activity[act] = (byte) item.activity();
        acts.allowed[act] = item.allowed();
        acts.tariff[act] = item.tariffs().on(acts.day[act]);
        acts.level[act] = item.level();
        acts.quantity[act] = 1;
        acts.association[act] = 0;
        acts.c2s[act] = ActTable.NO;
        acts.emergency[act] = ActTable.NO;
    }

    private void finish(
            ActTable acts,
            int act,
            Item item,
            Hour hour,
            Subject subject,
            Rights rights,
            FaultDraw.Habits wrong,
            SplitMix64 random) {
        if (act >= BALANCING && !faults.plant(acts, act, subject, rights, wrong, random)) {
            if (acts.c2s[act] == ActTable.YES || acts.quantity[act] > 1) {
                acts.charge[act] = ActTable.OPPOSABLE;
            }
            letters(acts, act, item.habit(), emergencyLetter(acts, act, hour, subject), rights);
        }
        if (random.perMille(REDUCED_PER_THOUSAND)) {
            acts.level[act] /= 2;
        }
        acts.price[act] = acts.quantity[act]
                * prices.unit(
                        acts.tariff[act],
                        acts.letters[act],
                        rights.sector1Three(acts.day[act]),
                        acts.association[act],
                        acts.day[act]);
    }

    private void letters(ActTable acts, int act, int habit, int emergencyLetter, Rights rights) {
        int day = acts.day[act];
        boolean opposableCase = acts.c2s[act] == ActTable.YES || acts.emergency[act] == ActTable.YES;
        boolean derogation = opposableCase && rights.derogation(day) && !rights.t(day);
        int entitled = Letters.J
                | emergencyLetter
                | (rights.k(day) || derogation ? Letters.K : 0)
                | (rights.t(day) ? Letters.T : 0)
                | (acts.activity[act] == 4 && rights.three(day, opposableCase) ? Letters.THREE : 0);
        int billed = prices.valuedOf(entitled & acts.allowed[act] & habit, day);
        acts.letters[act] = billed;
        if (derogation && (billed & Letters.K) != 0) {
            acts.charge[act] = ActTable.OPPOSABLE;
        }
    }

    /** The one letter that is right for an emergency at this hour; 0 if the act list allows none. */
    private static int emergencyLetter(ActTable acts, int act, Hour hour, Subject subject) {
        if (acts.emergency[act] != ActTable.YES || (acts.allowed[act] & Letters.U) == 0) {
            return 0;
        }
        String tariffs = subject.specialty().tariffGroup();
        boolean young = tariffs.equals("GP") || tariffs.equals("PAEDIATRICS");
        boolean theatre = tariffs.equals("SURGERY_GYN_OBST") || tariffs.equals("ANAESTHESIA");
        return switch (hour) {
            case SUNDAY -> Letters.F;
            case EVENING -> young ? Letters.P : Letters.U;
            case NIGHT -> young || theatre ? Letters.S : Letters.U;
            case DAY -> theatre ? Letters.O : 0;
        };
    }
}
