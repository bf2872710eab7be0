package fr.optam.explain;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A statement that only the authority can make of the processing, CRPA L311-3-1, R311-3-1-1 and R311-3-1-2: list
 * {@code reference/mentions}.
 *
 * @param code which statement, {@code REMEDIES}
 * @param name what it is called
 * @param text what the authority says; empty as long as it has said nothing
 * @param row id of the row
 * @param at file, sheet and cell of the row
 */
public record Notice(String code, Sentence name, Optional<Sentence> text, String row, String at) {
    private static final String LIST = "reference/mentions";

    /** The statements that hold on a day, in the order of the list. */
    public static List<Notice> of(Rulebook rulebook, LocalDate day) {
        return rulebook.list(LIST).map(PlainTable::rows).orElse(List.of()).stream()
                .filter(row -> row.citation().from().filter(day::isBefore).isEmpty()
                        && row.citation().to().filter(day::isAfter).isEmpty())
                .map(Notice::of)
                .toList();
    }

    private static Notice of(PlainRow row) {
        String fr = text(row, "value");
        String en = text(row, "valueEn");
        return new Notice(
                text(row, "mention"),
                new Sentence(text(row, "fr"), text(row, "en")),
                fr.isEmpty() ? Optional.empty() : Optional.of(new Sentence(fr, en.isEmpty() ? fr : en)),
                row.id(),
                row.at());
    }

    private static String text(PlainRow row, String column) {
        return Optional.ofNullable(row.values().get(column))
                .map(String::valueOf)
                .orElse("")
                .strip();
    }
}
