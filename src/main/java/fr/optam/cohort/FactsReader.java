package fr.optam.cohort;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Event;
import fr.optam.fact.InputNote;
import fr.optam.fact.Membership;
import fr.optam.fact.Paid;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Turns the JSON of a practitioner-year into the record, and collects whatever does not fit. */
final class FactsReader {
    /** Value of {@code schema}. */
    static final String SCHEMA = "optam/practitioner-year/1";

    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2100;
    private static final long COUNT_MAXIMUM = 999_999_999;
    private static final Pattern PRACTITIONER_ID = Pattern.compile(Forms.PRACTITIONER_ID);
    private static final Pattern SPECIALTY = Pattern.compile(Forms.SPECIALTY);
    private static final Pattern DEPARTMENT = Pattern.compile(Forms.DEPARTMENT);
    private static final Pattern REGION = Pattern.compile(Forms.REGION);
    private static final List<String> CATEGORIES = List.copyOf(Codes.CATEGORIES);
    private static final List<String> KEYS = List.of(
            "schema",
            "year",
            "practitioner",
            "request",
            "memberships",
            "activity",
            "acts",
            "events",
            "paid",
            "tariffRises",
            "notes");

    private final FactsProblems problems = new FactsProblems();
    private final Map<Long, String> years = new HashMap<>();

    /** The record, or all problems. */
    static PractitionerYear read(byte[] json) throws FactsRefused {
        FactsReader reader = new FactsReader();
        Json tree = JsonTree.read(json, reader.problems);
        PractitionerYear year = tree == null ? null : reader.year(tree);
        if (reader.problems.count() > 0) {
            throw new FactsRefused(reader.problems.found());
        }
        return year;
    }

    private PractitionerYear year(Json tree) {
        FactsObject root = new FactsObject(tree, "$", problems, KEYS);
        root.require("schema");
        root.text("schema", FactsReader::schema);
        root.require("year");
        Optional<Long> year = root.whole("year", FIRST_YEAR, LAST_YEAR);
        root.require("practitioner");
        Optional<Practitioner> practitioner = root.object(
                "practitioner",
                List.of(
                        "id",
                        "specialty",
                        "sector",
                        "sector2Titles",
                        "installedOn",
                        "department",
                        "region",
                        "profession",
                        "income"),
                FactsReader::practitioner);
        Optional<Request> request = root.object(
                "request",
                List.of("option", "on"),
                object -> new Request(object.text("option", MembershipReader::option), object.date("on")));
        Optional<List<Membership>> memberships =
                root.list("memberships", List.of("option", "from", "to", "commitment"), MembershipReader::membership);
        Optional<List<Activity>> activity = root.list(
                "activity",
                List.of("year", "actCounts", "reimbursableFees", "overruns", "opposableFees"),
                this::activity);
        Optional<List<Act>> acts =
                root.list("acts", ActReader.KEYS, new LeanActsReader(year, problems)::object, new ActReader()::act);
        Optional<List<Event>> events =
                root.list("events", List.of("type", "on", "quarter", "effectiveOn"), EventReader::event);
        Optional<Paid> paid = root.object(
                "paid",
                List.of("prime", "primePaidOn"),
                object -> new Paid(object.decimal("prime", Money.upTo(12, 0)), object.date("primePaidOn")));
        Optional<List<TariffRise>> rises = root.list("tariffRises", List.of("on", "base", "rise"), FactsReader::rise);
        Optional<List<InputNote>> notes = root.list("notes", List.of("code", "acts", "values"), NoteReader::note);
        if (problems.count() > 0) {
            return null;
        }
        return new PractitionerYear(
                year.orElseThrow().intValue(),
                practitioner.orElseThrow(),
                request,
                memberships.map(Canonical::memberships),
                activity.map(Canonical::activity),
                acts.map(Canonical::acts),
                rises.map(Canonical::rises),
                events.map(Canonical::events),
                paid,
                Canonical.notes(notes.orElse(List.of())));
    }

    private static String schema(String text) throws Defect {
        if (!text.equals(SCHEMA)) {
            throw new Defect(RejectReason.VALUE_UNKNOWN_CODE, SCHEMA);
        }
        return text;
    }

    private static Practitioner practitioner(FactsObject object) {
        object.require("id");
        return new Practitioner(
                object.form("id", PRACTITIONER_ID).orElse(""),
                object.form("specialty", SPECIALTY),
                object.text("sector", text -> Values.code(text, Codes.SECTORS)),
                object.bool("sector2Titles"),
                object.date("installedOn"),
                object.form("department", DEPARTMENT),
                object.form("region", REGION),
                object.text("profession", text -> Values.code(text, Codes.PROFESSIONS)),
                object.decimal("income", Money.upTo(12)));
    }

    private Optional<Activity> activity(FactsObject object) {
        object.require("year");
        Optional<Long> year = object.whole("year", FIRST_YEAR, LAST_YEAR);
        year.ifPresent(value -> {
            String other = years.putIfAbsent(value, object.path());
            if (other != null) {
                object.problem("year", "DUPLICATE_YEAR", "Year " + value + " is also that of " + other + ".", "");
            }
        });
        Map<String, Long> counts =
                object.object("actCounts", CATEGORIES, FactsReader::counts).orElse(Map.of());
        Activity activity = new Activity(
                year.orElse(0L).intValue(),
                counts,
                object.decimal("reimbursableFees", Money.upTo(12)),
                object.decimal("overruns", Money.upTo(12)),
                object.decimal("opposableFees", Money.upTo(12)));
        return object.sound() ? Optional.of(activity) : Optional.empty();
    }

    private static Map<String, Long> counts(FactsObject object) {
        Map<String, Long> counts = new TreeMap<>();
        for (String category : CATEGORIES) {
            object.whole(category, 0, COUNT_MAXIMUM).ifPresent(count -> counts.put(category, count));
        }
        return counts;
    }

    private static Optional<TariffRise> rise(FactsObject object) {
        List.of("on", "base", "rise").forEach(object::require);
        Optional<LocalDate> on = object.date("on");
        Optional<BigDecimal> base = object.decimal("base", Money.upTo(9, 1));
        Optional<BigDecimal> rise = object.decimal("rise", Money.upTo(9, 0));
        return object.sound()
                ? Optional.of(new TariffRise(on.orElseThrow(), base.orElseThrow(), rise.orElseThrow()))
                : Optional.empty();
    }
}
