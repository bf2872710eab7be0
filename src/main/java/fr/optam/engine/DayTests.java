package fr.optam.engine;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.Reads;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What rules read of a day. */
final class DayTests {
    private DayTests() {}

    /** Whether a day is this one or a later one. */
    record Since(LocalDate first) implements Grouping.DayTest {
        @Override
        public Object of(LocalDate day) {
            return !day.isBefore(first);
        }
    }

    /** Whether a day is this one. */
    record Is(LocalDate day) implements Grouping.DayTest {
        @Override
        public Object of(LocalDate other) {
            return other.equals(day);
        }
    }

    /** Whether a day is a Sunday. */
    record Sunday() implements Grouping.DayTest {
        @Override
        public Object of(LocalDate day) {
            return day.getDayOfWeek() == DayOfWeek.SUNDAY;
        }
    }

    /** Whether a day is the first or the last of its year. */
    record Edge() implements Grouping.DayTest {
        @Override
        public Object of(LocalDate day) {
            return day.getDayOfYear() == 1 ? 1 : day.getDayOfYear() == day.lengthOfYear() ? 2 : 0;
        }
    }

    /** What a formula gives that reads nothing but the day, and how certain that is. */
    record Value(Rulebook rulebook, Formula formula) implements Grouping.DayTest {
        @Override
        public Object of(LocalDate day) {
            Year year = new Year(rulebook.dictionary().layout(Kind.YEAR));
            Act act = new Act(rulebook.dictionary().layout(Kind.ACT), year, "", 1);
            act.put(ActWalk.ON, day, null);
            act.put("actYear", BigDecimal.valueOf(day.getYear()), null);
            Grades grades = new Grades();
            Object value = formula.eval(act, grades);
            return List.of(value == null ? List.of() : value, grades.read);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Value v
                    && v.formula.text().equals(formula.text())
                    && (v.rulebook == rulebook || formula.tables().stream().allMatch(t -> rows(t).equals(v.rows(t))));
        }

        private List<PlainRow> rows(String list) {
            return rulebook.list(list).map(PlainTable::rows).orElse(List.of());
        }

        @Override
        public int hashCode() {
            return formula.text().hashCode();
        }
    }

    private static final class Grades implements Reads {
        private final Set<fr.optam.decision.Confidence> read = EnumSet.noneOf(fr.optam.decision.Confidence.class);

        @Override
        public void field(fr.optam.fact.flat.Fact holder, String name, Object value, Object origin) {
            // the day is the same for all that is read of it
        }

        @Override
        public void row(PlainRow row, String column, Object value) {
            read.add(row.citation().confidence());
        }
    }
}
