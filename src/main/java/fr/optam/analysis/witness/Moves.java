package fr.optam.analysis.witness;

import fr.optam.engine.Observed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;

/** Changes of facts that may bring a table nearer to what it is to be asked. */
final class Moves {
    private static final int MOST_PATHS = 16;
    private static final int MOST_PLACES = 4;
    private static final int AT_A_TIME = 6;

    private final Shape shape;
    private final Pool pool;
    private final Edits edits;
    private final Function<String, Inputs> inputs;

    /** @param inputs what each field of the table can depend on */
    Moves(Shape shape, Pool pool, Function<String, Inputs> inputs) {
        this.shape = shape;
        this.pool = pool;
        this.edits = new Edits(pool);
        this.inputs = inputs;
    }

    /** All changes for what is not as wanted, some of each kind by turns. */
    Iterator<Object> of(State state, Map<String, Wanted> misses, Function<String, List<Object>> donors) {
        List<Iterator<Object>> kinds = new ArrayList<>();
        misses.forEach((field, wanted) -> {
            kinds.add(shifted(state, field, wanted).iterator());
            Inputs in = inputs.apply(field);
            in.paths().stream()
                    .limit(MOST_PATHS)
                    .forEach(path ->
                            kinds.add(changes(state, field, wanted, in, path).iterator()));
            kinds.add(grafted(state, in, donors.apply(field)).iterator());
        });
        return new Turns(kinds);
    }

    /** Everything some years earlier or later. */
    private List<Object> shifted(State state, String field, Wanted wanted) {
        Set<Object> docs = new LinkedHashSet<>();
        if (state.observed().values().get(field) instanceof LocalDate seen) {
            for (Object hint : wanted.hints()) {
                if (hint instanceof LocalDate day && day.getYear() != seen.getYear()) {
                    docs.add(Years.shift(state.doc(), shape, day.getYear() - seen.getYear()));
                }
            }
        }
        return List.copyOf(docs);
    }

    private List<Object> changes(State state, String field, Wanted wanted, Inputs in, String path) {
        Shape.Node node = shape.at(path).orElseThrow();
        if (node instanceof Shape.Items) {
            return listed(state, path);
        }
        List<Object> docs = new ArrayList<>();
        if (!(node instanceof Shape.Leaf leaf)) {
            return docs;
        }
        List<List<Object>> places = Places.nearest(state, path);
        if (places.isEmpty()) {
            return listed(state, path.substring(0, path.indexOf("[]")));
        }
        Object seen = state.observed().values().get(field);
        for (List<Object> place : places.subList(0, Math.min(MOST_PLACES, places.size()))) {
            Edits.Place at = new Edits.Place(
                    path, Doc.get(state.doc(), place), seen, wanted, in.keys().getOrDefault(path, Map.of()));
            for (Object value : edits.values(at, leaf)) {
                docs.add(put(state.doc(), place, path, leaf, value));
            }
            if (at.now() != null) {
                docs.add(Doc.without(state.doc(), place));
            }
        }
        return docs;
    }

    /** Puts a value in its place; of texts of one form side by side, the others then hold it too. */
    private Object put(Object doc, List<Object> place, String path, Shape.Leaf leaf, Object value) {
        Object changed = Doc.with(doc, place, value);
        int end = path.lastIndexOf('.');
        if (leaf.type() != Shape.Type.TEXT || end < 0 || !(value instanceof String text)) {
            return changed;
        }
        if (shape.at(path.substring(0, end)).orElseThrow() instanceof Shape.Members members) {
            List<Object> owner = place.subList(0, place.size() - 1);
            for (Map.Entry<String, Shape.Node> other : members.all().entrySet()) {
                List<Object> beside = Doc.and(owner, other.getKey());
                if (other.getValue() instanceof Shape.Leaf its
                        && its.pattern()
                                .map(p -> p.pattern())
                                .equals(leaf.pattern().map(p -> p.pattern()))
                        && Doc.get(doc, beside) instanceof String before
                        && !beside.equals(place)
                        && !before.contains(text)
                        && Edits.fits(leaf, before + text)) {
                    changed = Doc.with(changed, beside, before + text);
                }
            }
        }
        return changed;
    }

    /** A list without any item, with one more, and with one less. */
    private List<Object> listed(State state, String path) {
        List<Object> place = List.copyOf(List.of((Object[]) path.split("\\.")));
        List<Object> docs = new ArrayList<>();
        int size = Doc.get(state.doc(), place) instanceof List<?> list ? list.size() : 0;
        for (Object item : pool.items(path)) {
            docs.add(Doc.with(state.doc(), Doc.and(place, size), Years.toYear(item, path, shape, state.doc())));
        }
        for (int i = 0; i < Math.min(size, MOST_PLACES); i++) {
            docs.add(Doc.without(state.doc(), Doc.and(place, i)));
        }
        docs.add(Doc.with(state.doc(), place, List.of()));
        docs.add(Doc.without(state.doc(), place));
        return docs;
    }

    /** Whole parts of other facts that have what is wanted. */
    private static List<Object> grafted(State state, Inputs in, List<Object> donors) {
        Set<String> roots = new LinkedHashSet<>();
        in.paths().forEach(p -> roots.add(p.contains("[]") ? p.substring(0, p.indexOf("[]")) : p));
        List<Object> docs = new ArrayList<>();
        for (Object donor : donors) {
            Object all = state.doc();
            for (String root : roots) {
                List<Object> place = List.of((Object[]) root.split("\\."));
                Object value = Doc.get(donor, place);
                all = value == null ? Doc.without(all, place) : Doc.with(all, place, value);
                docs.add(value == null ? Doc.without(state.doc(), place) : Doc.with(state.doc(), place, value));
            }
            docs.add(all);
        }
        return docs;
    }

    /** What the table was asked, for places near it. */
    static final class Places {
        private Places() {}

        /** Places of a path, those of the fact that the table was asked about first. */
        static List<List<Object>> nearest(State state, String path) {
            List<List<Object>> places = new ArrayList<>(Doc.places(state.doc(), path));
            Observed observed = state.observed();
            String[] own = observed.path().split("\\.", 2);
            if (own.length == 2 && path.startsWith(own[0] + "[]")) {
                places.sort(java.util.Comparator.comparing(p -> !isOwn(state.doc(), p, own[1])));
            }
            return places;
        }

        private static boolean isOwn(Object doc, List<Object> place, String key) {
            Object item = Doc.get(doc, place.subList(0, 2));
            return String.valueOf(place.get(1)).equals(key)
                    || (item instanceof Map<?, ?> map && key.equals(String.valueOf(map.get("id"))));
        }
    }

    /** Some of each by turns. */
    private static final class Turns implements Iterator<Object> {
        private final List<Iterator<Object>> open;
        private int at;
        private int taken;

        Turns(List<Iterator<Object>> all) {
            this.open = new ArrayList<>(all);
            open.removeIf(i -> !i.hasNext());
        }

        @Override
        public boolean hasNext() {
            return !open.isEmpty();
        }

        @Override
        public Object next() {
            if (open.isEmpty()) {
                throw new NoSuchElementException();
            }
            Iterator<Object> one = open.get(at);
            Object next = one.next();
            taken++;
            if (!one.hasNext()) {
                open.remove(at);
                taken = 0;
            } else if (taken == AT_A_TIME) {
                at++;
                taken = 0;
            }
            at = open.isEmpty() ? 0 : at % open.size();
            return next;
        }
    }
}
