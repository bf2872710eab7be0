package fr.optam.scenario.sheet;

import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The scenarios of a workbook, one row a scenario.
 *
 * <p>A sheet has a row of technical names, the first that holds {@code id}; what stands above is for people. Sheets whose
 * names begin with {@code Notes} or {@code Listes} are for people too.
 *
 * @param slips mistakes that no one row has: of the file, of a sheet, of a column
 * @param rows the scenarios, in their order
 */
public record ScenarioSheets(List<Slip> slips, List<SheetRow> rows) {
    private static final List<String> FOR_PEOPLE = List.of("notes", "listes");

    /**
     * Reads a workbook; every mistake is named, none stops the reading.
     *
     * @param file bytes of the file
     * @param bases facts to start from
     * @param vocabulary questions that a column may ask
     */
    public static ScenarioSheets read(byte[] file, Bases bases, Vocabulary vocabulary) {
        List<Slip> slips = new ArrayList<>();
        List<SheetRow> rows = new ArrayList<>();
        try {
            for (Sheet sheet : XlsxReader.read(file)) {
                String name = sheet.name().toLowerCase(Locale.ROOT);
                if (FOR_PEOPLE.stream().noneMatch(name::startsWith)) {
                    SheetReading reading = new SheetReading(sheet, bases, vocabulary);
                    rows.addAll(reading.rows());
                    slips.addAll(reading.slips());
                }
            }
        } catch (WorkbookRefused e) {
            slips.add(Slip.of(
                    e.code(),
                    "",
                    "ce classeur ne se lit pas : " + e.getMessage() + ".",
                    "this workbook cannot be read, it " + e.getMessage() + "."));
        }
        if (rows.isEmpty() && slips.isEmpty()) {
            slips.add(Slip.of("NO_SCENARIO", "", "aucun scénario dans ce classeur.", "no scenario in this workbook.")
                    .maybe("la ligne des noms techniques manque-t-elle", "the row of technical names is missing"));
        }
        return new ScenarioSheets(slips, withoutTwins(rows));
    }

    private static List<SheetRow> withoutTwins(List<SheetRow> rows) {
        Map<String, String> first = new HashMap<>();
        List<SheetRow> all = new ArrayList<>();
        for (SheetRow row : rows) {
            String other = first.putIfAbsent(row.id(), row.place());
            all.add(
                    other == null
                            ? row
                            : row.and(Slip.of(
                                    "ID_TWICE",
                                    row.place(),
                                    "l’identifiant «\u00a0" + row.id() + "\u00a0» est déjà celui de " + other + ".",
                                    "id «" + row.id() + "» is also that of " + other + ".")));
        }
        return all;
    }
}
