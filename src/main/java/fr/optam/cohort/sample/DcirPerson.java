package fr.optam.cohort.sample;

import java.util.Map;

/** What the warehouse columns say of a drawn practitioner. */
final class DcirPerson {

    private static final Map<String, Integer> CONVENTION = Map.of("NONE", 0, "1", 1, "1DP", 2, "2", 3);
    private static final int CONVENTION_UNKNOWN = 8;

    private final Subject subject;
    private final Rights rights;
    private final int convention;
    private final byte[][] practices;

    DcirPerson(Drawn drawn, Rights rights, boolean twoPractices) {
        subject = drawn.subject();
        this.rights = rights;
        convention = drawn.known(Fact.SECTOR) ? CONVENTION.get(subject.sector()) : CONVENTION_UNKNOWN;
        byte[] main = Days.ascii(DcirIds.main(subject.number()));
        practices =
                twoPractices ? new byte[][] {main, Days.ascii(DcirIds.other(subject.number()))} : new byte[][] {main};
    }

    int number() {
        return subject.number();
    }

    String specialty() {
        return subject.specialty().code();
    }

    int convention() {
        return convention;
    }

    /** The practice of an act: every fourth one at the other practice, where there is one. */
    byte[] practice(int act) {
        return practices[act % 4 == 3 ? practices.length - 1 : 0];
    }

    /** Option code of the flow on a day. */
    int option(int day) {
        return rights.optam(day) ? 3 : rights.second(day) ? 4 : 0;
    }

    /** Tariff grid of a line. */
    int grid(int day) {
        boolean sector1 = subject.sector().equals("1");
        boolean sector1Tariffs = sector1 || !rights.none(day);
        return switch (subject.specialty().tariffGroup()) {
            case "SURGERY_GYN_OBST" -> surgery(day, sector1);
            case "ANAESTHESIA" -> sector1Tariffs ? 7 : 8;
            case "GP" -> sector1Tariffs ? 9 : 10;
            case "PAEDIATRICS" -> sector1Tariffs ? 11 : 12;
            default -> sector1Tariffs ? 16 : 14;
        };
    }

    private int surgery(int day, boolean sector1) {
        if (sector1 || rights.second(day)) {
            return 3;
        }
        if (rights.optam(day)) {
            return 5;
        }
        return subject.sector().equals("NONE") ? 6 : 4;
    }

    /** Says whether a line of the day is paid on the sector-1 tariff, so that the year can be summed from the flow. */
    boolean sector1Grid(int day) {
        int grid = grid(day);
        return grid == 3 || grid == 7 || grid == 9 || grid == 11 || grid == 16;
    }

    boolean sector1Three(int day) {
        return rights.sector1Three(day);
    }
}
