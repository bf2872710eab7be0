package fr.optam.engine;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Event;
import fr.optam.fact.Membership;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.TariffRise;
import fr.optam.fact.flat.Component;
import fr.optam.fact.flat.Count;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Option;
import fr.optam.fact.flat.Rate;
import fr.optam.fact.flat.Rise;
import fr.optam.fact.flat.Unknown;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Rulebook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Lays a practitioner-year out as flat facts. It only copies and counts; what anything means is left to rules. */
final class FactTree {
    /** A letter that was billed. */
    static final String BILLED = "BILLED";
    /** A letter as it would be without the option. */
    static final String WITHOUT_OPTION = "WITHOUT_OPTION";

    /** Last day of a membership without end, so that days can be compared. */
    static final LocalDate FAR = LocalDate.of(9999, 12, 31);

    private final CodeLists codes;
    private final Rulebook rulebook;
    private final PractitionerYear py;
    private final Year year;

    private FactTree(CodeLists codes, PractitionerYear py) {
        this.codes = codes;
        this.rulebook = codes.rulebook();
        this.py = py;
        this.year = new Year(rulebook.dictionary().layout(Kind.YEAR));
    }

    static Year of(CodeLists codes, BiConsumer<List<Act>, Year> acts, PractitionerYear py) {
        FactTree tree = new FactTree(codes, py);
        tree.year();
        tree.memberships();
        tree.activity();
        py.acts().ifPresent(all -> acts.accept(all, tree.year));
        tree.events();
        tree.rises();
        tree.codeFacts();
        return tree.year;
    }

    private void year() {
        Practitioner p = py.practitioner();
        put(year, "year", BigDecimal.valueOf(py.year()));
        put(year, "yearStart", LocalDate.of(py.year(), 1, 1));
        put(year, "yearEnd", LocalDate.of(py.year(), 12, 31));
        put(year, "practitioner", p.id());
        put(year, "specialty", p.specialty(), "practitioner.specialty");
        put(year, "sector", p.sector(), "practitioner.sector");
        put(year, "sector2Titles", p.sector2Titles(), "practitioner.sector2Titles");
        put(year, "installedOn", p.installedOn(), "practitioner.installedOn");
        put(year, "department", p.department(), "practitioner.department");
        put(year, "region", p.region(), "practitioner.region");
        put(year, "profession", p.profession(), "practitioner.profession");
        put(year, "income", p.income(), "practitioner.income");
        put(year, "requestOption", py.request().flatMap(r -> r.option()), "request.option");
        put(year, "requestOn", py.request().flatMap(r -> r.on()), "request.on");
        put(year, "requested", py.request().isPresent());
        put(year, "paidPrime", py.paid().flatMap(x -> x.prime()), "paid.prime");
        put(year, "primePaidOn", py.paid().flatMap(x -> x.primePaidOn()), "paid.primePaidOn");
        put(year, "memberships", size(py.memberships()), "memberships");
        put(year, "activities", size(py.activity()), "activity");
        put(year, "acts", py.acts().map(FactTree::lines), "acts");
        put(year, "events", size(py.events()), "events");
        put(year, "tariffRises", size(py.tariffRises()), "tariffRises");
    }

    private static Optional<BigDecimal> size(Optional<? extends List<?>> list) {
        return list.map(l -> BigDecimal.valueOf(l.size()));
    }

    private static BigDecimal lines(List<Act> acts) {
        long lines = 0;
        for (Act act : acts) {
            lines += act.lines();
        }
        return BigDecimal.valueOf(lines);
    }

    private void memberships() {
        int i = 0;
        for (Membership m : py.memberships().orElse(List.of())) {
            String path = "memberships." + i;
            Fact fact = new fr.optam.fact.flat.Membership(layout(Kind.MEMBERSHIP), year, key(i), path, 1);
            put(fact, "membership", BigDecimal.valueOf(i++));
            put(fact, "option", m.option());
            put(fact, "from", m.from());
            if (m.end() instanceof Membership.End.On on) {
                put(fact, "until", on.day());
            } else {
                put(fact, "until", m.end() instanceof Membership.End.Open ? FAR : Unknown.of(path + ".to"));
            }
            put(fact, "signedOverrunRate", m.overrunRate(), path + ".commitment.overrunRate");
            put(fact, "signedOpposableShare", m.opposableShare(), path + ".commitment.opposableShare");
        }
    }

    private void activity() {
        TreeSet<Integer> derived = new TreeSet<>();
        py.acts().ifPresent(acts -> acts.forEach(a -> derived.add(a.on().getYear())));
        for (Activity a : py.activity().orElse(List.of())) {
            derived.remove(a.year());
            Fact fact = activity(a.year(), true);
            put(fact, "reimbursableFees", a.reimbursableFees(), fact.path() + ".reimbursableFees");
            put(fact, "overruns", a.overruns(), fact.path() + ".overruns");
            put(fact, "opposableFees", a.opposableFees(), fact.path() + ".opposableFees");
            TreeSet<String> categories = new TreeSet<>(codes.categories());
            categories.addAll(a.actCounts().keySet());
            for (String category : categories) {
                Fact count = count(fact, category);
                put(
                        count,
                        "count",
                        Optional.ofNullable(a.actCounts().get(category)).map(BigDecimal::valueOf),
                        count.path());
            }
        }
        for (int y : derived) {
            Fact fact = activity(y, false);
            codes.categories().forEach(c -> count(fact, c));
        }
    }

    private Fact activity(int y, boolean given) {
        Fact fact = new fr.optam.fact.flat.Activity(layout(Kind.ACTIVITY), year, String.valueOf(y), "activity." + y, 1);
        put(fact, "activityYear", BigDecimal.valueOf(y));
        put(fact, "given", given);
        return fact;
    }

    private Fact count(Fact activity, String category) {
        Fact count = new Count(
                layout(Kind.COUNT),
                (fr.optam.fact.flat.Activity) activity,
                category,
                activity.path() + ".actCounts." + category,
                1);
        put(count, "category", category);
        return count;
    }

    private void events() {
        int i = 0;
        for (Event e : py.events().orElse(List.of())) {
            String path = "events." + i;
            Fact fact = new fr.optam.fact.flat.Event(layout(Kind.EVENT), year, key(i), path, 1);
            put(fact, "event", BigDecimal.valueOf(i++));
            put(fact, "type", e.type());
            put(fact, "eventOn", e.on());
            put(fact, "quarter", e.quarter(), path + ".quarter");
            put(fact, "effectiveOn", e.effectiveOn(), path + ".effectiveOn");
        }
    }

    private void rises() {
        int i = 0;
        for (TariffRise r : py.tariffRises().orElse(List.of())) {
            Fact fact = new Rise(layout(Kind.RISE), year, key(i), "tariffRises." + i++, 1);
            put(fact, "riseOn", r.on());
            put(fact, "base", r.base());
            put(fact, "rise", r.rise());
        }
    }

    private void codeFacts() {
        for (String option : codes.options()) {
            put(new Option(layout(Kind.OPTION), year, option, "", 1), "option", option);
        }
        for (String rate : codes.rates()) {
            put(new Rate(layout(Kind.RATE), year, rate, "", 1), "rate", rate);
        }
        for (String component : codes.components()) {
            put(new Component(layout(Kind.COMPONENT), year, component, "", 1), "componentCode", component);
        }
    }

    private fr.optam.fact.flat.Layout layout(Kind kind) {
        return rulebook.dictionary().layout(kind);
    }

    /** Position with leading zeros, so that keys sort as numbers do. */
    private static String key(int i) {
        return String.valueOf(100_000 + i).substring(1);
    }

    private static void put(Fact fact, String field, Object value) {
        fact.put(field, value, null);
    }

    private static void put(Fact fact, String field, Optional<?> value, String path) {
        fact.put(field, value.isPresent() ? value.get() : Unknown.of(path), null);
    }
}
