package fr.optam.cohort;

import fr.optam.fact.Act;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What acts have in common with many others (code, letters, association, …): it comes as one text and is taken apart once,
 * not for each act. That is what makes tens of millions of acts pass in seconds.
 */
final class ActProfiles {
    private static final String UNKNOWN = "\u0002";
    private static final int MOST_PROFILES = 50_000;

    private final Map<String, Profile> profiles = new HashMap<>();

    /** Taken apart. */
    private record Profile(
            String code,
            Optional<LocalTime> at,
            Optional<String> activity,
            Optional<String> category,
            Optional<String> modifiers,
            Optional<String> allowedModifiers,
            Optional<String> association,
            Optional<Integer> quantity,
            Optional<Boolean> c2s,
            Optional<Boolean> emergency) {}

    /** The SQL of the text. */
    static String column(String at) {
        return "concat_ws(chr(31), code, " + known("left(" + at + "::VARCHAR, 5)") + ", " + known("activity") + ", "
                + known("category") + ", " + known("modifiers") + ", " + known("allowed_modifiers") + ", "
                + known("association") + ", " + known("quantity::VARCHAR") + ", " + known("c2s::VARCHAR") + ", "
                + known("emergency::VARCHAR") + ")";
    }

    /** An act of a profile. */
    Act act(
            String text,
            List<String> ids,
            GroupDays.Stretch days,
            Optional<BigDecimal> fee,
            Optional<BigDecimal> tariff,
            Optional<BigDecimal> tariffWithoutOption) {
        if (profiles.size() > MOST_PROFILES) {
            profiles.clear();
        }
        Profile profile = profiles.computeIfAbsent(text, ActProfiles::profile);
        return new Act(
                ids,
                ids.size(),
                days.on(),
                days.until(),
                profile.at(),
                profile.code(),
                profile.activity(),
                profile.category(),
                profile.modifiers(),
                profile.allowedModifiers(),
                profile.association(),
                profile.quantity(),
                tariff,
                tariffWithoutOption,
                fee,
                profile.c2s(),
                profile.emergency());
    }

    private static Profile profile(String text) {
        String[] parts = text.split("\u001f", -1);
        return new Profile(
                parts[0],
                part(parts[1], LocalTime::parse),
                part(parts[2], Function.identity()),
                part(parts[3], Function.identity()),
                part(parts[4], Function.identity()),
                part(parts[5], Function.identity()),
                part(parts[6], Function.identity()),
                part(parts[7], Integer::valueOf),
                part(parts[8], Boolean::valueOf),
                part(parts[9], Boolean::valueOf));
    }

    private static <T> Optional<T> part(String text, Function<String, T> reading) {
        return text.equals(UNKNOWN) ? Optional.empty() : Optional.of(reading.apply(text));
    }

    private static String known(String expression) {
        return "coalesce(" + expression + ", chr(2))";
    }
}
