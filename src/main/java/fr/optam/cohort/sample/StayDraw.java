package fr.optam.cohort.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Step 3 of the recipe: the option of a member, since when, and a request made in the year. */
final class StayDraw {

    private static final String OPTAM = "OPTAM";

    private final int year;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final SampleTables tables;

    StayDraw(int year, SampleTables tables) {
        this.year = year;
        this.tables = tables;
        firstDay = LocalDate.of(year, 1, 1);
        lastDay = LocalDate.of(year, 12, 31);
    }

    /** The option that a member of this group has in the year. */
    String option(String group, SplitMix64 random) {
        String second = second(group);
        int share = group.equals("ANAESTHESIA") ? 700 : 650;
        return !second.isEmpty() && random.perMille(share) ? second : OPTAM;
    }

    /** The option beside the usual one that a group may have; {@code ""} if none. */
    String second(String group) {
        boolean surgical = group.equals("SURGERY") || group.equals("GYN_OBST");
        if (open("OPTAM_ACO") && (surgical || group.equals("ANAESTHESIA"))) {
            return "OPTAM_ACO";
        }
        return open("OPTAM_CO") && surgical ? "OPTAM_CO" : "";
    }

    private boolean open(String option) {
        return tables.option(option).map(span -> span.holds(lastDay)).orElse(false);
    }

    private LocalDate start(String option, LocalDate installed) {
        LocalDate from = tables.option(option)
                .orElseThrow(() -> new IllegalArgumentException(
                        "reference/options: no row for " + option + ". Maybe it was removed."))
                .from();
        return from.isAfter(installed) ? from : installed;
    }

    /** Memberships of a member, in order; none for {@code ""}. */
    List<Subject.Stay> draw(String option, String group, LocalDate installed, SplitMix64 random) {
        if (option.isEmpty()) {
            return List.of();
        }
        LocalDate start = start(option, installed);
        Optional<LocalDate> earlierEnd = option.equals("OPTAM_ACO") && !group.equals("ANAESTHESIA")
                ? tables.option("OPTAM_CO").flatMap(SampleTables.Span::to)
                : Optional.empty();
        boolean changed = earlierEnd.isPresent() && random.perMille(600);
        if (changed && start("OPTAM_CO", installed).isBefore(earlierEnd.get())) {
            LocalDate from = between(start("OPTAM_CO", installed), earlierEnd.get(), random);
            return List.of(
                    new Subject.Stay("OPTAM_CO", from, earlierEnd),
                    new Subject.Stay(option, earlierEnd.get().plusDays(1), end(random)));
        }
        if (!start.isBefore(firstDay)) {
            return List.of(new Subject.Stay(option, start, Optional.empty()));
        }
        LocalDate from =
                random.perMille(100) ? LocalDate.of(year, random.between(2, 11), 1) : between(start, firstDay, random);
        return List.of(new Subject.Stay(option, from, from.isAfter(firstDay) ? Optional.empty() : end(random)));
    }

    private Optional<LocalDate> end(SplitMix64 random) {
        return random.perMille(20)
                ? Optional.of(LocalDate.of(year, random.between(3, 12), 1).minusDays(1))
                : Optional.empty();
    }

    /** A request made in the year, by half of the practitioners. */
    Optional<Subject.Ask> request(String option, String group, List<Subject.Stay> stays, SplitMix64 random) {
        if (!random.perMille(500)) {
            return Optional.empty();
        }
        String second = second(group);
        String asked = !option.isEmpty() ? option : !second.isEmpty() && random.perMille(600) ? second : OPTAM;
        LocalDate from =
                stays.isEmpty() ? firstDay : stays.get(stays.size() - 1).from();
        LocalDate until = from.isAfter(firstDay) ? from : lastDay;
        return Optional.of(new Subject.Ask(asked, between(firstDay, until, random)));
    }

    private static LocalDate between(LocalDate first, LocalDate last, SplitMix64 random) {
        int days = (int) ChronoUnit.DAYS.between(first, last);
        return first.plusDays(days <= 0 ? 0 : random.below(days + 1));
    }
}
