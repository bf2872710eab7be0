package fr.optam.analysis.mutation;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a mutation makes of a rulebook. */
public sealed interface Change {
    /** Workbook that it changes, below the rulebook. */
    String file();

    /**
     * The rulebook after the change, which shares all else.
     *
     * @throws RulebookInvalid if Drools refuses a rule
     */
    Rulebook of(Rulebook rulebook) throws RulebookInvalid;

    /**
     * One row of a rule table.
     *
     * @param table the table before
     * @param before the row before
     * @param after the row after; empty if it is deleted
     */
    record OfRule(RuleTable table, RuleRow before, Optional<RuleRow> after) implements Change {
        @Override
        public String file() {
            return table.file();
        }

        @Override
        public Rulebook of(Rulebook rulebook) throws RulebookInvalid {
            RuleTable own = rulebook.tables().get(table.name());
            List<RuleRow> rows = own.rows().stream()
                    .flatMap(r -> r.id().equals(before.id()) ? after.stream() : Stream.of(r))
                    .toList();
            return rulebook.with(own.with(rows));
        }
    }

    /**
     * One row of a list.
     *
     * @param list the list before
     * @param before the row before
     * @param after the row after; empty if it is deleted
     */
    record OfList(PlainTable list, PlainRow before, Optional<PlainRow> after) implements Change {
        @Override
        public String file() {
            return list.file();
        }

        @Override
        public Rulebook of(Rulebook rulebook) throws RulebookInvalid {
            PlainTable own = rulebook.lists().get(list.name());
            List<PlainRow> rows = own.rows().stream()
                    .flatMap(r -> r.id().equals(before.id()) ? after.stream() : Stream.of(r))
                    .toList();
            return rulebook.with(own.with(rows));
        }
    }

    /**
     * Two rows of a rule table that follow one another, in the other order.
     *
     * @param table the table before
     * @param first place of the first, from 0
     */
    record OfOrder(RuleTable table, int first) implements Change {
        @Override
        public String file() {
            return table.file();
        }

        @Override
        public Rulebook of(Rulebook rulebook) throws RulebookInvalid {
            RuleTable own = rulebook.tables().get(table.name());
            List<RuleRow> rows = new ArrayList<>(own.rows());
            Collections.swap(rows, first, first + 1);
            return rulebook.with(own.with(rows));
        }
    }
}
