package fr.optam.cohort;

import fr.optam.fact.Membership;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads memberships of the JSON of a practitioner-year. */
final class MembershipReader {
    private MembershipReader() {}

    /** A code of an option. */
    static String option(String text) throws Defect {
        return Values.code(text, Codes.OPTIONS);
    }

    /** The membership, if nothing in it is a problem. */
    static Optional<Membership> membership(FactsObject object) {
        object.require("option");
        object.require("from");
        Optional<String> option = object.text("option", MembershipReader::option);
        Optional<LocalDate> from = object.date("from");
        Membership.End end = end(object);
        if (end instanceof Membership.End.On on && from.isPresent() && on.day().isBefore(from.get())) {
            object.problem("to", RejectReason.DATE_ORDER.name(), "The end " + on.day() + " is before the start.", "");
        }
        Optional<Rates> rates = object.object(
                "commitment",
                List.of("overrunRate", "opposableShare"),
                commitment -> new Rates(
                        commitment.decimal("overrunRate", Money.rate("1.5")),
                        commitment.decimal("opposableShare", Money.rate("1"))));
        return object.sound()
                ? Optional.of(new Membership(
                        option.orElseThrow(),
                        from.orElseThrow(),
                        end,
                        rates.flatMap(Rates::overrun),
                        rates.flatMap(Rates::share)))
                : Optional.empty();
    }

    private record Rates(Optional<BigDecimal> overrun, Optional<BigDecimal> share) {}

    private static Membership.End end(FactsObject object) {
        Optional<Json> to = object.member("to");
        if (to.isEmpty()) {
            return new Membership.End.Unknown();
        }
        if (to.get() instanceof Json.Null) {
            return new Membership.End.Open();
        }
        return object.date("to").<Membership.End>map(Membership.End.On::new).orElse(new Membership.End.Unknown());
    }
}
