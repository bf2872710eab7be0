package fr.optam.cohort;

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
import java.util.ArrayList;
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
    private static final Pattern QUARTER = Pattern.compile(Forms.QUARTER);
    private static final Pattern NOTE_CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final List<String> CATEGORIES = List.copyOf(Codes.CATEGORIES);
    private static final List<String> KEYS = List.of(
            "schema", "year", "practitioner", "request", "memberships", "activity", "acts", "events", "paid",
            "tariffRises", "notes");

    private final FactsProblems problems = new FactsProblems();

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
                List.of("id", "specialty", "sector", "sector2Titles", "installedOn", "department", "region",
                        "profession", "income"),
                FactsReader::practitioner);
        Optional<Request> request = root.object(
                "request",
                List.of("option", "on"),
                object -> new Request(object.text("option", FactsReader::option), object.date("on")));
        Optional<List<Membership>> memberships = root.list(
                "memberships", List.of("option", "from", "to", "commitment"), FactsReader::membership);
        Optional<List<Activity>> activity = root.list(
                "activity",
                List.of("year", "actCounts", "reimbursableFees", "overruns", "opposableFees"),
                this::activity);
        Optional<List<fr.optam.fact.Act>> acts = root.list("acts", ActReader.KEYS, new ActReader()::act);
        Optional<List<Event>> events =
                root.list("events", List.of("type", "on", "quarter", "effectiveOn"), FactsReader::event);
        Optional<Paid> paid = root.object(
                "paid",
                List.of("prime", "primePaidOn"),
                object -> new Paid(object.decimal("prime", Money.upTo(12, 0)), object.date("primePaidOn")));
        Optional<List<TariffRise>> rises =
                root.list("tariffRises", List.of("on", "base", "rise"), FactsReader::rise);
        Optional<List<InputNote>> notes =
                root.list("notes", List.of("code", "acts", "values"), FactsReader::note);
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

    private static String option(String text) throws Defect {
        return Values.code(text, Codes.OPTIONS);
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

    private static Optional<Membership> membership(FactsObject object) {
        object.require("option");
        object.require("from");
        Optional<String> option = object.text("option", FactsReader::option);
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

    private final Map<Long, String> years = new HashMap<>();

    private Optional<Activity> activity(FactsObject object) {
        object.require("year");
        Optional<Long> year = object.whole("year", FIRST_YEAR, LAST_YEAR);
        year.ifPresent(value -> {
            String other = years.putIfAbsent(value, object.path());
            if (other != null) {
                object.problem("year", "DUPLICATE_YEAR", "Year " + value + " is also that of " + other + ".", "");
            }
        });
        Map<String, Long> counts = object.object("actCounts", CATEGORIES, FactsReader::counts).orElse(Map.of());
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

    private static Optional<Event> event(FactsObject object) {
        object.require("type");
        object.require("on");
        Optional<String> type = object.text("type", text -> Values.code(text, Codes.EVENTS));
        Optional<LocalDate> on = object.date("on");
        Optional<String> quarter = object.form("quarter", QUARTER);
        Optional<LocalDate> effective = object.date("effectiveOn");
        pair(object, "quarter", "QUARTER_BREACHED", type);
        pair(object, "effectiveOn", "TERMINATION_NOTIFIED", type);
        return object.sound()
                ? Optional.of(new Event(type.orElseThrow(), on.orElseThrow(), quarter, effective))
                : Optional.empty();
    }

    private static void pair(FactsObject object, String key, String wanted, Optional<String> type) {
        if (object.member(key).isPresent() && type.isPresent() && !type.get().equals(wanted)) {
            object.problem(
                    key,
                    RejectReason.PAIR_INCOMPLETE.name(),
                    "This goes with type " + wanted + " only, and the type is " + type.get() + ".",
                    "");
        }
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

    private static Optional<InputNote> note(FactsObject object) {
        object.require("code");
        Optional<String> code = object.form("code", NOTE_CODE);
        List<String> acts = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        object.member("acts").ifPresent(json -> {
            if (json instanceof Json.Arr array && array.items().stream().allMatch(Json.Str.class::isInstance)) {
                array.items().forEach(item -> acts.add(((Json.Str) item).text()));
            } else {
                object.problem("acts", "VALUE_TYPE", "This must be an array of text.", "");
            }
        });
        object.member("values").ifPresent(json -> {
            if (json instanceof Json.Obj map && map.members().values().stream().allMatch(Json.Str.class::isInstance)) {
                map.members().forEach((key, value) -> values.put(key, ((Json.Str) value).text()));
            } else {
                object.problem("values", "VALUE_TYPE", "This must be an object of text.", "");
            }
        });
        return object.sound() ? Optional.of(new InputNote(code.orElseThrow(), acts, values)) : Optional.empty();
    }
}
