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
            Map<String, Set<String>> makers = new HashMap<>();
            firing.facts().forEach((path, value) -> {
                Firings some = found.computeIfAbsent(new Read(path, value), each -> new Firings());
                some.readBy().add(firing.id());
                some.made(makers.computeIfAbsent(FactNames.field(path), field -> makers(firing, field, firings)));
            });
        }
        return found.entrySet().stream()
                .map(entry -> fact(
                        entry.getKey(),
                        entry.getValue(),
                        names.period(entry.getKey().path())))
                .toList();
    }

    private Set<String> makers(Firing firing, String field, Map<String, Firing> firings) {
        Set<String> makers = new LinkedHashSet<>(firing.because());
        makers.removeIf(id ->
                !firings.containsKey(id) || !relevance.makes(firings.get(id).rule(), field));
        return makers;
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
