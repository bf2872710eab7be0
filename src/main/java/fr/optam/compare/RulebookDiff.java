package fr.optam.compare;

import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookProblem;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two rulebooks, in the order of files, sheets and rows.
 *
 * @param before the one side
 * @param after the other
 * @param changes every difference that says something; how a file looks says nothing
 * @param notes what else is worth knowing, such as an order without effect
 */
public record RulebookDiff(Side before, Side after, List<Change> changes, List<Note> notes) {

    /**
     * One of both rulebooks.
     *
     * @param name as the user called it
     * @param id version and digest; empty if it is no whole rulebook or not sound
     * @param problems its mistakes, none if it is sound
     */
    public record Side(String name, Optional<RulebookId> id, List<RulebookProblem> problems) {
        /** Copies the mistakes. */
        public Side {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A remark.
     *
     * @param file path below the rulebook
     * @param text in both languages
     */
    public record Note(String file, Sentence text) {}

    /** Copies the lists. */
    public RulebookDiff {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
