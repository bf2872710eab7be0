package fr.optam.rulebook.book;

import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.util.List;

/** Reads the sheets of a workbook, whatever its format; what the program itself added to it is left out. */
public final class WorkbookReader {
    private WorkbookReader() {}

    /**
     * Reads every sheet but the program's own, in the order of the tabs.
     *
     * @param name name of the file; its end says which format it has
     * @throws WorkbookRefused if it is no workbook of that format, or not safe to read
     */
    public static List<Sheet> read(String name, byte[] file) throws WorkbookRefused {
        List<Sheet> sheets = XlsxReader.read(file);
        return sheets.stream()
                .filter(sheet -> sheets.size() == 1 || !sheet.name().equals(WorkbookCopy.OWN_SHEET))
                .toList();
    }
}
