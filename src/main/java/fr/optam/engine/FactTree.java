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
import fr.optam.fact.flat.Option;
import fr.optam.fact.flat.Rate;
import fr.optam.fact.flat.Rise;
import fr.optam.fact.flat.Year;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
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

    private final FactFields fields;
    private final PractitionerYear py;
    private final Year year;

    private FactTree(FactFields fields, PractitionerYear py) {
        this.fields = fields;
        this.py = py;
        this.year = new Year(fields.year().layout());
    }

    static Year of(FactFields fields, BiConsumer<List<Act>, Year> acts, PractitionerYear py) {
        FactTree tree = new FactTree(fields, py);
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
        GivenSlots f = fields.year();
        Practitioner p = py.practitioner();
        int i = 0;
        f.put(year, i++, BigDecimal.valueOf(py.year()));
        f.put(year, i++, LocalDate.of(py.year(), 1, 1));
        f.put(year, i++, LocalDate.of(py.year(), 12, 31));
        f.put(year, i++, p.id());
        f.put(year, i++, p.specialty());
        f.put(year, i++, p.sector());
        f.put(year, i++, p.sector2Titles());
        f.put(year, i++, p.installedOn());
        f.put(year, i++, p.department());
        f.put(year, i++, p.region());
        f.put(year, i++, p.profession());
        f.put(year, i++, p.income());
        f.put(year, i++, py.request().flatMap(r -> r.option()));
        f.put(year, i++, py.request().flatMap(r -> r.on()));
        f.put(year, i++, py.request().isPresent());
        f.put(year, i++, py.paid().flatMap(x -> x.prime()));
        f.put(year, i++, py.paid().flatMap(x -> x.primePaidOn()));
        f.size(year, i++, py.memberships());
        f.size(year, i++, py.activity());
        f.put(year, i++, py.acts().map(FactTree::lines));
        f.size(year, i++, py.events());
        f.size(year, i, py.tariffRises());
    }

    private static BigDecimal lines(List<Act> acts) {
        long lines = 0;
        for (Act act : acts) {
            lines += act.lines();
        }
        return BigDecimal.valueOf(lines);
    }

    private void memberships() {
        GivenSlots f = fields.membership();
        int place = 0;
        for (Membership m : py.memberships().orElse(List.of())) {
            Fact fact = new fr.optam.fact.flat.Membership(f.layout(), year, key(place), "memberships." + place, 1);
            int i = 0;
            f.put(fact, i++, BigDecimal.valueOf(place++));
            f.put(fact, i++, m.option());
            f.put(fact, i++, m.from());
            if (m.end() instanceof Membership.End.On on) {
                f.put(fact, i++, on.day());
            } else if (m.end() instanceof Membership.End.Open) {
                f.put(fact, i++, FAR);
            } else {
                f.put(fact, i++, Optional.empty());
            }
            f.put(fact, i++, m.overrunRate());
            f.put(fact, i, m.opposableShare());
        }
    }

    private void activity() {
        TreeSet<Integer> derived = new TreeSet<>();
        int last = 0;
        for (Act act : py.acts().orElse(List.of())) {
            if (last != act.on().getYear()) {
                last = act.on().getYear();
                derived.add(last);
            }
        }
        GivenSlots f = fields.activity();
        for (Activity a : py.activity().orElse(List.of())) {
            derived.remove(a.year());
            fr.optam.fact.flat.Activity fact = activity(a.year(), true);
            f.put(fact, 2, a.reimbursableFees());
            f.put(fact, 3, a.overruns());
            f.put(fact, 4, a.opposableFees());
            for (String category : categories(a)) {
                Long number = a.actCounts().get(category);
                Fact count = count(fact, category);
                fields.count().put(count, 1, number == null ? fields.noCount(count) : BigDecimal.valueOf(number));
            }
        }
        for (int y : derived) {
            fr.optam.fact.flat.Activity fact = activity(y, false);
            fields.codes().categories().forEach(c -> count(fact, c));
        }
    }

    private Collection<String> categories(Activity activity) {
        List<String> known = fields.codes().categories();
        if (known.containsAll(activity.actCounts().keySet())) {
            return known;
        }
        Collection<String> all = new TreeSet<>(known);
        all.addAll(activity.actCounts().keySet());
        return all;
    }

    private fr.optam.fact.flat.Activity activity(int y, boolean given) {
        GivenSlots f = fields.activity();
        String key = String.valueOf(y);
        fr.optam.fact.flat.Activity fact = new fr.optam.fact.flat.Activity(f.layout(), year, key, "activity." + key, 1);
        f.put(fact, 0, BigDecimal.valueOf(y));
        f.put(fact, 1, given);
        return fact;
    }

    private Fact count(fr.optam.fact.flat.Activity activity, String category) {
        Fact count = new Count(fields.count().layout(), activity, category, null, 1);
        fields.count().put(count, 0, category);
        return count;
    }

    private void events() {
        GivenSlots f = fields.event();
        int place = 0;
        for (Event e : py.events().orElse(List.of())) {
            Fact fact = new fr.optam.fact.flat.Event(f.layout(), year, key(place), "events." + place, 1);
            int i = 0;
            f.put(fact, i++, BigDecimal.valueOf(place++));
            f.put(fact, i++, e.type());
            f.put(fact, i++, e.on());
            f.put(fact, i++, e.quarter());
            f.put(fact, i, e.effectiveOn());
        }
    }

    private void rises() {
        GivenSlots f = fields.rise();
        int place = 0;
        for (TariffRise r : py.tariffRises().orElse(List.of())) {
            Fact fact = new Rise(f.layout(), year, key(place), "tariffRises." + place++, 1);
            f.put(fact, 0, r.on());
            f.put(fact, 1, r.base());
            f.put(fact, 2, r.rise());
        }
    }

    private void codeFacts() {
        for (String option : fields.codes().options()) {
            fields.option().put(new Option(fields.option().layout(), year, option, "", 1), 0, option);
        }
        for (String rate : fields.codes().rates()) {
            fields.rate().put(new Rate(fields.rate().layout(), year, rate, "", 1), 0, rate);
        }
        for (String component : fields.codes().components()) {
            fields.component().put(new Component(fields.component().layout(), year, component, "", 1), 0, component);
        }
    }

    /** Position with leading zeros, so that keys sort as numbers do. */
    private static String key(int i) {
        return String.valueOf(100_000 + i).substring(1);
    }
}
