package fr.optam.cohort;

import fr.optam.fact.Act;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the acts of one practitioner of rows of {@code s_acts}, lines equal in everything but their id in one.
 *
 * <p>Whatever acts have in common with many others (code, letters, association, …) comes as one text and is taken apart once,
 * not for each act: that is what makes tens of millions of acts pass in seconds.
 */
final class StagedActs {
    /** Columns after the practitioner. */
    static final String COLUMNS = "act_id, \"on\", fee_charged, base_tariff, base_tariff_without_option,"
            + " concat_ws(chr(31), code, " + known("left(\"at\"::VARCHAR, 5)")
            + ", " + known("activity") + ", " + known("category") + ", " + known("modifiers") + ", "
            + known("allowed_modifiers") + ", " + known("association") + ", " + known("quantity::VARCHAR") + ", "
            + known("c2s::VARCHAR") + ", " + known("emergency::VARCHAR") + ")";

    private static final String UNKNOWN = "\u0002";
    private static final int MOST_PROFILES = 50_000;

    private final Map<String, Profile> profiles = new HashMap<>();

    private record Line(
            String profile,
            LocalDate on,
            Optional<BigDecimal> fee,
            Optional<BigDecimal> tariff,
            Optional<BigDecimal> tariffWithoutOption) {}

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

    /** The acts of the practitioner at hand, in their one order; goes past them. */
    List<Act> read(RowStream rows, String practitioner) {
        Map<Line, List<String>> lines = new LinkedHashMap<>();
        while (rows.of(practitioner)) {
            Line line = new Line(
                    rows.text(6).orElseThrow(),
                    rows.date(2).orElseThrow(),
                    rows.decimal(3),
                    rows.decimal(4),
                    rows.decimal(5));
            lines.computeIfAbsent(line, key -> new ArrayList<>(1))
                    .add(rows.text(1).orElseThrow());
            rows.next();
        }
        if (profiles.size() > MOST_PROFILES) {
            profiles.clear();
        }
        List<Act> acts = new ArrayList<>(lines.size());
        lines.forEach((line, ids) -> acts.add(act(line, ids)));
        return Canonical.sorted(acts);
    }

    private Act act(Line line, List<String> ids) {
        Profile profile = profiles.computeIfAbsent(line.profile(), StagedActs::profile);
        ids.sort(null);
        return new Act(
                ids,
                line.on(),
                profile.at(),
                profile.code(),
                profile.activity(),
                profile.category(),
                profile.modifiers(),
                profile.allowedModifiers(),
                profile.association(),
                profile.quantity(),
                line.tariff(),
                line.tariffWithoutOption(),
                line.fee(),
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
