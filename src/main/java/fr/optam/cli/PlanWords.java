package fr.optam.cli;

import fr.optam.explain.ahead.Plan;
import fr.optam.fact.Activity;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is planned, word by word, and says which word is wrong. */
final class PlanWords {
    private static final BigDecimal MOST = BigDecimal.TEN;
    private static final String NONE = "none";
    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2100;
    private static final int PARTS_OF_RISE = 3;
    private static final int PARTS_OF_YEAR = 4;

    private final Map<String, List<String>> said;

    PlanWords(Map<String, List<String>> said) {
        this.said = said;
    }

    Plan plan() throws Failure {
        Optional<String> year = one(PlanOptions.YEAR);
        return new Plan(
                year.isPresent() ? Optional.of(year(PlanOptions.YEAR, year.get())) : Optional.empty(),
                said.getOrDefault(PlanOptions.OPTION, List.of()),
                money(PlanOptions.FEES),
                rate(PlanOptions.OVERRUN_RATE, MOST),
                rate(PlanOptions.OPPOSABLE_SHARE, BigDecimal.ONE),
                acts(),
                rises(),
                day(),
                activity());
    }

    private Optional<String> one(String key) {
        return Optional.ofNullable(said.get(key)).map(values -> values.get(0));
    }

    private static Failure wrong(String key, String value, String hint) {
        return Failure.usage("--" + key, "can't be read, " + value, hint);
    }

    private static int year(String key, String text) throws Failure {
        if (!text.matches("[0-9]{4}") || Integer.parseInt(text) < FIRST_YEAR || Integer.parseInt(text) > LAST_YEAR) {
            throw Failure.usage(
                    "--" + key, "no year from " + FIRST_YEAR + " to " + LAST_YEAR + ", " + text, "Maybe 2026.");
        }
        return Integer.parseInt(text);
    }

    private Optional<BigDecimal> money(String key) throws Failure {
        Optional<String> text = one(key);
        return text.isPresent() ? Optional.of(money(key, text.get())) : Optional.empty();
    }

    private static BigDecimal money(String key, String text) throws Failure {
        if (!text.matches("[0-9]{1,10}(\\.[0-9]{1,2})?")) {
            throw wrong(key, text, "Maybe an amount in euros, 240000.00.");
        }
        return new BigDecimal(text).setScale(2);
    }

    private Optional<BigDecimal> rate(String key, BigDecimal most) throws Failure {
        Optional<String> text = one(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String number = text.get().replaceFirst("\\s*%$", "");
        if (!number.matches("[0-9]{1,4}(\\.[0-9]{1,6})?")) {
            throw wrong(key, text.get(), "Maybe 0.38 or 38%.");
        }
        boolean percent = !number.equals(text.get());
        BigDecimal rate = percent ? new BigDecimal(number).movePointLeft(2) : new BigDecimal(number);
        if (rate.compareTo(most) > 0) {
            throw Failure.usage(
                    "--" + key,
                    "more than " + most.movePointRight(2).toPlainString() + " %, " + text.get(),
                    "Maybe " + text.get() + "%.");
        }
        return Optional.of(rate);
    }

    private Optional<Plan.Acts> acts() throws Failure {
        Optional<String> text = one(PlanOptions.ACTS);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().matches("[0-9]{1,7}")) {
            return Optional.of(new Plan.Acts(new BigDecimal(text.get()), false));
        }
        if (text.get().matches("[+-][0-9]{1,3}(\\.[0-9]{1,4})?\\s*%")
                && new BigDecimal(text.get().replaceFirst("\\s*%", "")).compareTo(new BigDecimal("-100")) > 0) {
            return Optional.of(new Plan.Acts(new BigDecimal(text.get().replaceFirst("\\s*%", "")), true));
        }
        throw wrong(PlanOptions.ACTS, text.get(), "Maybe a number, or +10%.");
    }

    private Optional<List<TariffRise>> rises() throws Failure {
        List<String> texts = said.getOrDefault(PlanOptions.RISE, List.of());
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        List<TariffRise> rises = new ArrayList<>();
        for (String text : texts) {
            if (!text.equals(NONE)) {
                String[] parts = text.split(":", -1);
                if (parts.length != PARTS_OF_RISE) {
                    throw wrong(PlanOptions.RISE, text, "Maybe 2026-01-01:30.00:2.00, or none.");
                }
                rises.add(new TariffRise(
                        day(PlanOptions.RISE, parts[0]),
                        money(PlanOptions.RISE, parts[1]),
                        money(PlanOptions.RISE, parts[2])));
            }
        }
        return Optional.of(rises);
    }

    private Optional<LocalDate> day() throws Failure {
        Optional<String> text = one(PlanOptions.UNTIL);
        return text.isPresent() ? Optional.of(day(PlanOptions.UNTIL, text.get())) : Optional.empty();
    }

    private static LocalDate day(String key, String text) throws Failure {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(key, text, "Maybe a day, 2026-06-30.");
        }
    }

    private List<Activity> activity() throws Failure {
        List<Activity> all = new ArrayList<>();
        for (String text : said.getOrDefault(PlanOptions.ACTIVITY, List.of())) {
            String[] parts = text.split(":", -1);
            if (parts.length != PARTS_OF_YEAR) {
                throw wrong(PlanOptions.ACTIVITY, text, "Maybe 2022:120000.00:45000.00:48000.00.");
            }
            int year = year(PlanOptions.ACTIVITY, parts[0]);
            if (all.stream().anyMatch(each -> each.year() == year)) {
                throw Failure.usage("--activity", "the year twice, " + year, "Maybe one of them is another year.");
            }
            all.add(new Activity(
                    year,
                    Map.of(),
                    Optional.of(money(PlanOptions.ACTIVITY, parts[1])),
                    Optional.of(money(PlanOptions.ACTIVITY, parts[2])),
                    Optional.of(money(PlanOptions.ACTIVITY, parts[3]))));
        }
        return all;
    }
}
