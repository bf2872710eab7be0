package fr.optam.compare;

import fr.optam.decision.RulebookId;
import fr.optam.rulebook.RulebookProblem;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One side of a comparison: the files of a rulebook, whether sound or not, or a single file.
 *
 * @param name as the user called it
 * @param files by path below the rulebook, after overlays
 * @param id version and digest; empty if it is no whole rulebook or not sound
 * @param problems its mistakes
 */
public record Edition(
        String name, SortedMap<String, Entry> files, Optional<RulebookId> id, List<RulebookProblem> problems) {
    static final String TABLES = "decision-tables/";
    static final String RULES = "rules-drl/";
    static final String OVERLAYS = TABLES + "overlays/";
    static final String CHANGES = RULES + "CHANGES.md";

    /**
     * A file.
     *
     * @param shown path that messages show
     * @param content bytes
     */
    public record Entry(String shown, byte[] content) {
        /** The content as text; what is no UTF-8 shows as such. */
        String text() {
            return new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }

    /** Copies what it is given. */
    public Edition {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        problems = List.copyOf(problems);
    }

    /** A side that holds a single file; no bytes stand for a file that is not there. */
    public static Edition single(String name, String path, String shown, byte[] content) {
        SortedMap<String, Entry> files = new TreeMap<>();
        if (content.length > 0) {
            files.put(path, new Entry(shown, content));
        }
        return new Edition(name, files, Optional.empty(), List.of());
    }

    RulebookDiff.Side side() {
        return new RulebookDiff.Side(name, id, problems);
    }
}
