package fr.optam.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The declarations of a table, laid over its axes; remembers which of them something needs. */
final class Meant {
    private final Grid grid;
    private final List<Intent> intents;
    private final Set<Intent> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Meant(Grid grid, List<Intent> intents) {
        this.grid = grid;
        this.intents = intents;
    }

    List<Intent> of(IntentKind kind) {
        return intents.stream().filter(i -> i.kind() == kind).toList();
    }

    Box box(Intent intent) {
        return intent.box(grid.axes());
    }

    void use(Intent intent) {
        used.add(intent);
    }

    List<Intent> unused() {
        return intents.stream().filter(i -> !used.contains(i) && !i.vague()).toList();
    }

    /** Whether a declaration of a kind is about these rows or headers; it then counts as used. */
    boolean names(IntentKind kind, List<String> rows) {
        boolean found = false;
        for (Intent intent : of(kind)) {
            if (intent.vague() ? intent.concerns(rows) : intent.rows().containsAll(rows)) {
                used.add(intent);
                found = true;
            }
        }
        return found;
    }

    /** A point of the overlap of two rows that no declaration is about; nothing if the whole overlap is meant. */
    Optional<int[]> undeclared(String a, String b, Box overlap, List<Box> regions) throws Sweep.TooComplex {
        List<Box> meant = new ArrayList<>();
        for (Intent intent : of(IntentKind.OVERLAP)) {
            Box box = box(intent);
            if (intent.concerns(List.of(a, b))
                    && box.meets(overlap)
                    && grid.point(box.and(overlap)).isPresent()) {
                used.add(intent);
                meant.add(box);
            }
        }
        regions.addAll(meant);
        return grid.hole(overlap, meant);
    }
}
