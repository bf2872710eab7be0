package fr.optam.cohort.sample;

import java.io.IOException;
import java.util.OptionalInt;

/** The neutral files that both layouts have: memberships, activity, events, paid, tariff_rises. */
final class PersonRows {

    private final Rows memberships;
    private final Rows activity;
    private final Rows events;
    private final Rows paid;
    private final Rows rises;

    PersonRows(Output output) throws IOException {
        memberships = output.rows(
                "memberships", "practitioner_id,option,from,to,commitment_overrun_rate,commitment_opposable_share");
        activity = output.rows(
                "activity",
                "practitioner_id,year,acts_adc,acts_aco,acts_ada,acts_ade,acts_adi,acts_atm,"
                        + "reimbursable_fees,overruns,opposable_fees");
        events = output.rows("events", "practitioner_id,type,on,quarter,effective_on");
        paid = output.rows("paid", "practitioner_id,year,prime,prime_paid_on");
        rises = output.rows("tariff_rises", "practitioner_id,on,base,rise");
    }

    /** Writes everything but the activity. */
    void write(byte[] id, int year, Drawn drawn) throws IOException {
        for (Subject.Stay stay : drawn.subject().stays()) {
            memberships.add(id).add(stay.option()).add(stay.from().toString());
            memberships.add(stay.to().map(Object::toString).orElse(""));
            rate(drawn.known(Fact.OVERRUN_COMMITMENT) ? drawn.overrunRate() : OptionalInt.empty());
            rate(drawn.known(Fact.OPPOSABLE_COMMITMENT) ? drawn.opposableShare() : OptionalInt.empty());
            memberships.end();
        }
        for (Drawn.EventRow event : drawn.events()) {
            events.add(id)
                    .add(event.type())
                    .add(event.on().toString())
                    .add(event.quarter())
                    .none()
                    .end();
        }
        if (drawn.paid().isPresent()) {
            paid.add(id).add(year);
            cents(paid, drawn.known(Fact.PRIME), drawn.paid().get().prime());
            paid.add(drawn.known(Fact.PRIME_PAID_ON) ? drawn.paid().get().on().toString() : "");
            paid.end();
        }
        for (Drawn.RiseRow rise : drawn.rises()) {
            rises.add(id)
                    .add(rise.on().toString())
                    .cents(rise.base())
                    .cents(rise.rise())
                    .end();
        }
    }

    /** Writes one year of activity. */
    void activity(byte[] id, Drawn drawn, Drawn.YearRow row) throws IOException {
        activity.add(id).add(row.year());
        for (long count : row.counts()) {
            if (drawn.known(Fact.ACT_COUNTS)) {
                activity.add(count);
            } else {
                activity.none();
            }
        }
        cents(activity, drawn.known(Fact.REIMBURSABLE_FEES), row.fees());
        cents(activity, drawn.known(Fact.OVERRUNS), row.overruns());
        cents(activity, drawn.known(Fact.OPPOSABLE_FEES), row.opposable());
        activity.end();
    }

    /** A row as it is. */
    void membershipAsIs(byte[] row) throws IOException {
        memberships.raw(row);
    }

    private void rate(OptionalInt rate) throws IOException {
        if (rate.isPresent()) {
            memberships.rate(rate.getAsInt());
        } else {
            memberships.none();
        }
    }

    static void cents(Rows rows, boolean known, long amount) throws IOException {
        if (known) {
            rows.cents(amount);
        } else {
            rows.none();
        }
    }
}
