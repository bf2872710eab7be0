package fr.optam.cohort.sample;

import java.util.Arrays;

/** The act lines of one practitioner in columns, used again for the next one. */
final class ActTable {

    static final byte NO = 0;
    static final byte YES = 1;
    static final byte UNKNOWN = 2;

    /** An overrun may be charged. */
    static final byte FREE = 0;
    /** No overrun may be charged. */
    static final byte OPPOSABLE = 1;
    /** Planted: one cent above the price. */
    static final byte ONE_CENT = 2;

    int count;
    int[] day = {};
    int[] minute = {};
    CodeBook.Code[] code = {};
    byte[] activity = {};
    Category[] category = {};
    int[] letters = {};
    int[] allowed = {};
    byte[] association = {};
    byte[] quantity = {};
    byte[] c2s = {};
    byte[] emergency = {};
    byte[] charge = {};
    /** Usual overrun against that of the practitioner's other lines. */
    int[] level = {};
    /** Base tariff of one unit, cents. */
    long[] tariff = {};
    /** Price of the line without overrun, cents. */
    long[] price = {};
    /** Fee of the whole line, cents. */
    long[] fee = {};

    void clear(int lines) {
        count = lines;
        if (day.length < lines) {
            day = new int[lines];
            minute = new int[lines];
            code = new CodeBook.Code[lines];
            activity = new byte[lines];
            category = new Category[lines];
            letters = new int[lines];
            allowed = new int[lines];
            association = new byte[lines];
            quantity = new byte[lines];
            c2s = new byte[lines];
            emergency = new byte[lines];
            charge = new byte[lines];
            level = new int[lines];
            tariff = new long[lines];
            price = new long[lines];
            fee = new long[lines];
        }
        Arrays.fill(letters, 0, lines, 0);
        Arrays.fill(charge, 0, lines, FREE);
    }

    long overrun(int act) {
        return fee[act] - price[act];
    }
}
