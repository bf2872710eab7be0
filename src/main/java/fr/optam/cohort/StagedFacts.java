package fr.optam.cohort;

import fr.optam.fact.Activity;
import fr.optam.fact.Event;
import fr.optam.fact.InputNote;
import fr.optam.fact.Membership;
import fr.optam.fact.Paid;
import fr.optam.fact.Practitioner;
import fr.optam.fact.Request;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one fact of one row of a staged table. */
final class StagedFacts {
    /** Columns after the practitioner, in the order in which the methods below read them. */
    static final Map<StagedTable, String> QUERIES = queries();

    private static final List<String> CATEGORIES = List.of("ADC", "ACO", "ADA", "ADE", "ADI", "ATM");

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private StagedFacts() {}

    /** One value of a note, before the rows of a note are put together. */
    record NoteRow(String code, Optional<String> act, Optional<String> key, Optional<String> value) {}

    private static Map<StagedTable, String> queries() {
        Map<StagedTable, String> queries = new EnumMap<>(StagedTable.class);
        queries.put(
                StagedTable.PRACTITIONERS,
                "specialty, sector, sector2_titles, installed_on, department, region, profession, income,"
                        + " request_option, request_on");
        queries.put(
                StagedTable.MEMBERSHIPS,
                "option, \"from\", \"to\", end_known, commitment_overrun_rate, commitment_opposable_share");
        queries.put(
                StagedTable.ACTIVITY,
                "year, acts_adc, acts_aco, acts_ada, acts_ade, acts_adi, acts_atm, reimbursable_fees, overruns,"
                        + " opposable_fees");
        queries.put(StagedTable.EVENTS, "type, \"on\", quarter, effective_on");
        queries.put(StagedTable.PAID, "prime, prime_paid_on");
        queries.put(StagedTable.TARIFF_RISES, "\"on\", base, rise");
        queries.put(StagedTable.NOTES, "code, act_id, k, v");
        queries.put(StagedTable.UNKNOWN, "name");
        return queries;
    }

    static Practitioner practitioner(RowStream row) {
        return new Practitioner(
                row.practitioner(),
                row.text(1),
                row.text(2),
                row.bool(3),
                row.date(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.decimal(8));
    }

    static Optional<Request> request(RowStream row) {
        Optional<String> option = row.text(9);
        Optional<LocalDate> on = row.date(10);
        return option.isEmpty() && on.isEmpty() ? Optional.empty() : Optional.of(new Request(option, on));
    }

    static Membership membership(RowStream row) {
        Optional<LocalDate> to = row.date(3);
        Membership.End end;
        if (to.isPresent()) {
            end = new Membership.End.On(to.get());
        } else {
            end = row.bool(4).orElse(false) ? new Membership.End.Open() : new Membership.End.Unknown();
        }
        return new Membership(
                row.text(1).orElseThrow(), row.date(2).orElseThrow(), end, row.decimal(5), row.decimal(6));
    }

    static Activity activity(RowStream row) {
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < CATEGORIES.size(); i++) {
            String category = CATEGORIES.get(i);
            row.count(2 + i).ifPresent(count -> counts.put(category, count));
        }
        return new Activity(row.whole(1).orElseThrow(), counts, row.decimal(8), row.decimal(9), row.decimal(10));
    }

    static TariffRise rise(RowStream row) {
        return new TariffRise(
                row.date(1).orElseThrow(),
                row.decimal(2).orElseThrow(),
                row.decimal(3).orElseThrow());
    }

    static Event event(RowStream row) {
        return new Event(row.text(1).orElseThrow(), row.date(2).orElseThrow(), row.text(3), row.date(4));
    }

    static Paid paid(RowStream row) {
        return new Paid(row.decimal(1), row.date(2));
    }

    /** What was paid; where payments are known and there is none, nothing was paid. */
    static Paid paidOrNothing(List<Paid> rows) {
        return rows.isEmpty() ? new Paid(Optional.of(NOTHING), Optional.empty()) : rows.get(0);
    }

    static NoteRow note(RowStream row) {
        return new NoteRow(row.text(1).orElseThrow(), row.text(2), row.text(3), row.text(4));
    }

    /** Puts the rows of each code together. */
    static List<InputNote> notes(List<NoteRow> rows) {
        Map<String, List<NoteRow>> byCode = new TreeMap<>();
        rows.forEach(row ->
                byCode.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row));
        List<InputNote> notes = new ArrayList<>();
        byCode.forEach((code, all) -> {
            TreeSet<String> acts = new TreeSet<>();
            Map<String, String> values = new TreeMap<>();
            for (NoteRow row : all) {
                row.act().ifPresent(acts::add);
                row.key().ifPresent(key -> values.put(key, row.value().orElse("")));
            }
            notes.add(new InputNote(code, List.copyOf(acts), values));
        });
        return notes;
    }
}
