package fr.optam.explain;

import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Dictionary;
import fr.optam.rulebook.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which facts a decision read, what they are called, which time they are about and where they came from. */
final class FactsRead {
    private final Dictionary dictionary;
    private final Relevance relevance;

    FactsRead(Dictionary dictionary, Relevance relevance) {
        this.dictionary = dictionary;
        this.relevance = relevance;
    }

    /** A path and a value; a field that a later stage changed has two. */
    private record Read(String path, String value) {}

    /** Who read and who made a value. */
    private record Firings(Set<String> readBy, Set<String> madeBy) {
        Firings() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        /** A reader rests on whatever made each value that it read: what all readers rest on made this one. */
        void made(Set<String> some) {
            if (madeBy.isEmpty() || madeBy.stream().noneMatch(some::contains)) {
                madeBy.addAll(some);
            } else {
                madeBy.retainAll(some);
            }
        }
    }

    List<FactRead> of(Decision decision, PractitionerYear facts) {
        FactNames names = new FactNames(facts);
        Map<String, Firing> firings = new HashMap<>();
        decision.firings().forEach(firing -> firings.put(firing.id(), firing));
        Map<Read, Firings> found = new LinkedHashMap<>();
        for (Firing firing : decision.firings()) {
            Map<String, Makers> makers = new HashMap<>();
            firing.facts().forEach((path, value) -> {
                Firings some = found.computeIfAbsent(new Read(path, value), each -> new Firings());
                some.readBy().add(firing.id());
                some.made(makers.computeIfAbsent(FactNames.field(path), field -> makers(firing, field, firings))
                        .of(owner(path)));
            });
        }
        return found.entrySet().stream()
                .map(entry -> fact(
                        entry.getKey(),
                        entry.getValue(),
                        names.period(entry.getKey().path())))
                .toList();
    }

    /**
     * Firings that made one field of several facts.
     *
     * @param all all of them
     * @param byOwner those that read something of a fact, by its path
     */
    private record Makers(Set<String> all, Map<String, Set<String>> byOwner) {
        /** Those that made the field of one fact; all where none of them read anything else of it. */
        Set<String> of(String owner) {
            return byOwner.getOrDefault(owner, all);
        }
    }

    private Makers makers(Firing firing, String field, Map<String, Firing> firings) {
        Set<String> all = new LinkedHashSet<>(firing.because());
        all.removeIf(id ->
                !firings.containsKey(id) || !relevance.makes(firings.get(id).rule(), field));
        Map<String, Set<String>> byOwner = new HashMap<>();
        all.forEach(id -> firings.get(id).facts().keySet().forEach(path -> byOwner.computeIfAbsent(
                        owner(path), each -> new LinkedHashSet<>())
                .add(id)));
        return new Makers(all, byOwner);
    }

    /** Key of the fact that a value belongs to, {@code a1} of {@code acts.a1.on} and {@code actBase[a1]}. */
    private static String owner(String path) {
        int bracket = path.indexOf('[');
        if (bracket >= 0 && path.endsWith("]")) {
            return path.substring(bracket + 1, path.length() - 1);
        }
        int first = path.indexOf('.');
        int last = path.lastIndexOf('.');
        return first < last ? path.substring(first + 1, last) : "";
    }

    private FactRead fact(Read read, Firings firings, String period) {
        Optional<Field> field = dictionary.field(FactNames.field(read.path()));
        return new FactRead(
                read.path(),
                read.value(),
                field.map(Field::fr).orElse(""),
                field.map(Field::en).orElse(""),
                field.map(known -> known.unit().name()).orElse(""),
                !relevance.isMade(FactNames.field(read.path())),
                period,
                List.copyOf(firings.madeBy()),
                List.copyOf(firings.readBy()));
    }
}
