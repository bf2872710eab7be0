package fr.optam.rulebook.book;

import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.util.List;
import java.util.Optional;

/** Reads the sheets of a workbook, xlsx, xls or csv; what the program itself added to it is left out. */
public final class WorkbookReader {
    private static final List<String> ENDS = List.of(".xlsx", ".xls", ".csv");

    private WorkbookReader() {}

    /** The end of a name that says that the file is a workbook, {@code .xlsx}; empty if it has another. */
    public static Optional<String> end(String name) {
        return ENDS.stream().filter(name::endsWith).findFirst();
    }

    /**
     * Reads every sheet but the program's own, in the order of the tabs.
     *
     * @param name name of the file; its end says which format it has
     * @throws WorkbookRefused if it is no workbook of that format, or not safe to read
     */
    public static List<Sheet> read(String name, byte[] file) throws WorkbookRefused {
        List<Sheet> sheets;
        if (name.endsWith(".csv")) {
            String bare = name.substring(name.lastIndexOf('/') + 1, name.length() - ".csv".length());
            sheets = List.of(CsvSheet.read(bare, file));
        } else if (name.endsWith(".xls")) {
            refuseRenamed(file);
            sheets = XlsReader.read(file);
        } else {
            sheets = XlsxReader.read(file);
        }
        return sheets.stream()
                .filter(sheet -> sheets.size() == 1 || !sheet.name().equals(WorkbookCopy.OWN_SHEET))
                .toList();
    }

    private static void refuseRenamed(byte[] file) throws WorkbookRefused {
        if (file.length == 0) {
            throw Refusals.none("est vide", "is empty");
        }
        if (ZipGuard.isZip(file)) {
            throw Refusals.renamed("un classeur .xlsx", "an .xlsx workbook", ".xls");
        }
        String head = new String(file, 0, Math.min(512, file.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (head.strip().startsWith("<")) {
            throw Refusals.renamed("une page HTML ou XML", "an HTML or XML page", ".xls");
        }
        if (head.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
            throw Refusals.renamed("un fichier texte (CSV ?)", "a text file (CSV?)", ".xls");
        }
    }
}
