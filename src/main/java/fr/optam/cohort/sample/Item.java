package fr.optam.cohort.sample;

/**
 * One way in which a practitioner bills a code, again and again.
 *
 * @param code what is done
 * @param category category of the act
 * @param activity 1, or 4 for anaesthesia
 * @param allowed letters that the act list allows
 * @param habit letters that the practitioner thinks of when entitled to them
 * @param association association code, 0 is none
 * @param quantity units a line
 * @param level usual overrun against that of other items, 100 is the usual one
 * @param tariffs base tariff by date
 */
record Item(
        CodeBook.Code code,
        Category category,
        int activity,
        int allowed,
        int habit,
        int association,
        int quantity,
        int level,
        Tariffs.Tariff tariffs) {}
