package fr.optam.cohort;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The code lists of the vocabulary that an input may carry. */
final class Codes {
    static final Set<String> SECTORS = of("1 1DP 2 NONE");
    static final Set<String> OPTIONS = of("OPTAM OPTAM_CO OPTAM_ACO");
    static final Set<String> PROFESSIONS = of("PHYSICIAN MIDWIFE");
    static final Set<String> ACTIVITIES = of("1 2 3 4 5");
    static final Set<String> CATEGORIES = of("ADC ACO ADA ADE ADI ATM");
    static final Set<String> ASSOCIATIONS = of("1 2 3 4 5 9");
    static final Set<String> SPECIALTIES = of("""
            01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 20 22 23 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48
            49 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85""");
    static final Set<String> EVENTS = of("""
            QUARTER_BREACHED WARNING_LETTER_RECEIVED AMENDMENT_SENT AMENDMENT_SIGNED AMENDMENT_NOT_SIGNED
            FORMAL_NOTICE_RECEIVED OBSERVATIONS TERMINATION_NOTIFIED RESIGNATION_RECEIVED RENEWAL_OPPOSED
            RECOVERY_NOTICE_RECEIVED""");

    private Codes() {}

    private static Set<String> of(String codes) {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(Arrays.asList(codes.strip().split("\\s+"))));
    }
}
