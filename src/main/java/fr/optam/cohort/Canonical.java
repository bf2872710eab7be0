package fr.optam.cohort;

import static java.util.Comparator.comparing;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Event;
import fr.optam.fact.InputNote;
import fr.optam.fact.Membership;
import fr.optam.fact.TariffRise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The one order of each list of a practitioner-year, so that shuffled input gives the same record. */
final class Canonical {
    private static final Comparator<Membership> MEMBERSHIPS = comparing(Membership::from)
            .thenComparing(Membership::option)
            .thenComparing(membership -> end(membership.end()))
            .thenComparing(optional(Membership::overrunRate))
            .thenComparing(optional(Membership::opposableShare));

    private static final Comparator<Act> SAME_DAY = comparing(Act::code)
            .thenComparing(optional(Act::activity))
            .thenComparing(optional(Act::category))
            .thenComparing(optional(Act::modifiers))
            .thenComparing(optional(Act::allowedModifiers))
            .thenComparing(optional(Act::association))
            .thenComparing(optional(Act::at))
            .thenComparing(optional(Act::quantity))
            .thenComparing(optional(Act::baseTariff))
            .thenComparing(optional(Act::baseTariffWithoutOption))
            .thenComparing(optional(Act::feeCharged))
            .thenComparing(optional(Act::c2s))
            .thenComparing(optional(Act::emergency))
            .thenComparing(optional(Act::until))
            .thenComparing(act -> act.ids().get(0));

    private static final Comparator<Event> EVENTS = comparing(Event::on)
            .thenComparing(Event::type)
            .thenComparing(optional(Event::quarter))
            .thenComparing(optional(Event::effectiveOn));

    private static final Comparator<TariffRise> RISES =
            comparing(TariffRise::on).thenComparing(TariffRise::base).thenComparing(TariffRise::rise);

    private Canonical() {}

    /** By first day, then option. */
    static List<Membership> memberships(List<Membership> memberships) {
        return memberships.stream().sorted(MEMBERSHIPS).toList();
    }

    /** By year. */
    static List<Activity> activity(List<Activity> activity) {
        return activity.stream().sorted(comparing(Activity::year)).toList();
    }

    /** By care date, code and the rest; acts that are equal in everything but their id become one. */
    static List<Act> acts(List<Act> acts) {
        Map<Act, List<String>> ids = new LinkedHashMap<>();
        List<Act> all = new ArrayList<>();
        for (Act act : acts) {
            if (act.named()) {
                ids.computeIfAbsent(act.of(NO_IDS, 1), key -> new ArrayList<>(1))
                        .addAll(act.ids());
            } else {
                all.add(act);
            }
        }
        ids.forEach((act, named) -> all.add(act.of(named.stream().sorted().toList(), named.size())));
        return StandIns.give(sorted(all));
    }

    /** Acts of which no two are equal but for their id, by care date, code and the rest. */
    static List<Act> sorted(List<Act> acts) {
        return acts.stream().sorted(Canonical::byDay).toList();
    }

    /** By day, type and the rest. */
    static List<Event> events(List<Event> events) {
        return events.stream().sorted(EVENTS).toList();
    }

    /** By day. */
    static List<TariffRise> rises(List<TariffRise> rises) {
        return rises.stream().sorted(RISES).toList();
    }

    /** By code. */
    static List<InputNote> notes(List<InputNote> notes) {
        return notes.stream().sorted(comparing(InputNote::code)).toList();
    }

    private static final List<String> NO_IDS = List.of("");

    private static int byDay(Act a, Act b) {
        int days = a.on().compareTo(b.on());
        return days == 0 ? SAME_DAY.compare(a, b) : days;
    }

    private static String end(Membership.End end) {
        if (end instanceof Membership.End.On on) {
            return on.day().toString();
        }
        return end instanceof Membership.End.Open ? "open" : "unknown";
    }

    private static <T, V extends Comparable<? super V>> Comparator<T> optional(Function<T, Optional<V>> value) {
        return (a, b) -> {
            Optional<V> left = value.apply(a);
            Optional<V> right = value.apply(b);
            if (left.isEmpty() || right.isEmpty()) {
                return Boolean.compare(left.isPresent(), right.isPresent());
            }
            return left.get().compareTo(right.get());
        };
    }
}
