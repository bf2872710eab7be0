package fr.optam.explain;

import fr.optam.decision.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A value of a table that the decision read.
 *
 * @param name column, as it is called in the table
 * @param value value as text
 * @param at file, sheet and cell; of the row's id where the cell is not known
 * @param row id of the row; empty if it is not known
 * @param from first day of validity of the row
 * @param to last day of validity; empty if open
 * @param sources what the row cites
 * @param readBy ids of the firings that read it
 */
public record ParameterRead(
        String name,
        String value,
        String at,
        String row,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        List<Source> sources,
        List<String> readBy) {}
