package fr.optam.compare.impact;

import fr.optam.compare.impact.Breakdown.Dimension;
import fr.optam.fact.Membership;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whom a decision is about.
 *
 * @param practitioner id
 * @param year civil year
 * @param specialty code, empty if unknown
 * @param department code, empty if unknown
 * @param sector code, empty if unknown
 * @param option option at the end of the year, {@link #NO_OPTION}, or empty if unknown
 */
record Who(String practitioner, int year, String specialty, String department, String sector, String option) {
    /** Of whom it is known that there is none. */
    static final String NO_OPTION = "NONE";

    static Who of(PractitionerYear facts, Rulebook rulebook) {
        return new Who(
                facts.practitioner().id(),
                facts.year(),
                facts.practitioner().specialty().orElse(""),
                facts.practitioner().department().orElse(""),
                facts.practitioner().sector().orElse(""),
                option(facts, rulebook));
    }

    private static String option(PractitionerYear facts, Rulebook rulebook) {
        if (facts.memberships().isEmpty()) {
            return "";
        }
        LocalDate day = LocalDate.of(facts.year(), Month.DECEMBER, 31);
        Optional<Membership> last = facts.memberships().get().stream()
                .filter(m -> !m.from().isAfter(day)
                        && !(m.end() instanceof Membership.End.On on && on.day().isBefore(day)))
                .max(Comparator.comparing(Membership::from));
        return last.map(m -> open(m.option(), day, rulebook)).orElse(NO_OPTION);
    }

    /** An option that had ended by a day is the one that followed it, as the list of options says. */
    private static String open(String option, LocalDate day, Rulebook rulebook) {
        List<PlainRow> rows =
                rulebook.list("reference/options").map(PlainTable::rows).orElse(List.of());
        String now = option;
        for (int i = 0; i < rows.size(); i++) {
            String asked = now;
            Optional<String> next = rows.stream()
                    .filter(r -> asked.equals(r.values().get("option")))
                    .filter(r -> r.citation().to().filter(day::isAfter).isPresent())
                    .map(r -> String.valueOf(r.values().getOrDefault("next", "")))
                    .filter(n -> !n.isEmpty())
                    .findFirst();
            if (next.isEmpty()) {
                return now;
            }
            now = next.get();
        }
        return now;
    }

    String code(Dimension dimension) {
        return switch (dimension) {
            case SPECIALTY -> specialty;
            case DEPARTMENT -> department;
            case SECTOR -> sector;
            case OPTION -> option;
        };
    }
}
