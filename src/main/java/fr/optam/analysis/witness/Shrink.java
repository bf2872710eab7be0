package fr.optam.analysis.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Leaves out of facts what is not needed, so that a person can read them. */
final class Shrink {
    private Shrink() {}

    /**
     * The facts without what can be left out.
     *
     * @param doc the facts
     * @param still whether less will still do; quick
     * @param clear whether the decision is still as clear; asked of what {@code still} takes
     */
    static Object of(Object doc, Shape shape, Predicate<Object> still, Predicate<Object> clear) {
        Object quick = left(doc, shape, still);
        if (quick.equals(doc) || clear.test(quick)) {
            return quick;
        }
        return left(doc, shape, still.and(clear));
    }

    private static Object left(Object doc, Shape shape, Predicate<Object> will) {
        Object kept = doc;
        List<List<Object>> places = places(kept, shape.root(), List.of());
        for (int i = 0; i < places.size(); ) {
            Object without = Doc.without(kept, places.get(i));
            if (will.test(without)) {
                kept = without;
                places = places(kept, shape.root(), List.of());
            } else {
                i++;
            }
        }
        return kept;
    }

    /** Places of what may be left out: items of lists from the last, then members, the greater before the smaller. */
    private static List<List<Object>> places(Object at, Shape.Node node, List<Object> place) {
        List<List<Object>> places = new ArrayList<>();
        if (at instanceof List<?> list && node instanceof Shape.Items items) {
            for (int i = list.size() - 1; i >= 0; i--) {
                places.add(Doc.and(place, i));
            }
            for (int i = 0; i < list.size(); i++) {
                places.addAll(places(list.get(i), items.each(), Doc.and(place, i)));
            }
        } else if (at instanceof Map<?, ?> map && node instanceof Shape.Members members) {
            map.keySet().stream()
                    .filter(name -> !members.required().contains(name))
                    .forEach(name -> places.add(Doc.and(place, name)));
            map.forEach(
                    (name, value) -> places.addAll(places(value, members.all().get(name), Doc.and(place, name))));
        }
        return places;
    }
}
