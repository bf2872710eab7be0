package fr.optam.rulebook;

import fr.optam.rulebook.book.WorkbookReader;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.PlainTableReader;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.table.RuleTableReader;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One workbook, read by itself: what it says needs no other file, so workbooks are read on all processors and put together
 * in the order of their paths.
 */
final class ReadWorkbook {
    private final String name;
    private final boolean rules;
    private final List<RulebookProblem> ofFile = new ArrayList<>();
    private final List<RulebookProblem> ofTable = new ArrayList<>();
    private List<Sheet> sheets = List.of();
    private Optional<WorkbookRefused> refused = Optional.empty();
    private Optional<Sheet> sheet = Optional.empty();
    private Optional<RuleTable> table = Optional.empty();
    private Optional<PlainTable> list = Optional.empty();

    /**
     * Reads the sheets, and the table on the one that holds it.
     *
     * @param path path of the file, relative to the rulebook
     */
    ReadWorkbook(String path, RulebookFiles.Entry entry) {
        String bare = FileName.withoutEnd(path);
        this.rules = bare.endsWith(FileName.DRL);
        this.name = bare.substring(RulebookFiles.TABLES.length(), bare.length() - (rules ? FileName.DRL.length() : 0));
        try {
            this.sheets = WorkbookReader.read(path, entry.content());
        } catch (WorkbookRefused e) {
            this.refused = Optional.of(e);
        }
        if (!sheets.isEmpty()) {
            Sheet found = SheetOrder.table(entry.shown(), sheets, rules, ofFile);
            this.sheet = Optional.of(found);
            if (rules) {
                this.table = RuleTableReader.read(name, entry.shown(), found, ofTable);
            } else {
                this.list = Optional.of(PlainTableReader.read(name, entry.shown(), found, ofTable));
            }
        }
    }

    /** Name of the table, {@code eligibility/acts}. */
    String name() {
        return name;
    }

    /** Why it can't be read, if it can't. */
    Optional<WorkbookRefused> refused() {
        return refused;
    }

    /** Every sheet, in the order of the tabs. */
    List<Sheet> sheets() {
        return sheets;
    }

    /** The sheet that holds the table; none in a workbook without sheets. */
    Optional<Sheet> sheet() {
        return sheet;
    }

    /** Whether it is named as a rule table, and no list. */
    boolean isRules() {
        return rules;
    }

    /** The rule table; none if its head can't be read. */
    Optional<RuleTable> table() {
        return table;
    }

    /** The list. */
    Optional<PlainTable> list() {
        return list;
    }

    /** What is wrong with the order of its sheets. */
    List<RulebookProblem> ofFile() {
        return ofFile;
    }

    /** What is wrong in the table. */
    List<RulebookProblem> ofTable() {
        return ofTable;
    }
}
