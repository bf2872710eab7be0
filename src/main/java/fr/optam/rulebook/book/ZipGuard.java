package fr.optam.rulebook.book;

import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;

/** Keeps archives away from POI that our own reader would not open. */
final class ZipGuard {
    private ZipGuard() {}

    static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** @throws WorkbookRefused as {@link XlsxReader} does */
    static void check(byte[] file) throws WorkbookRefused {
        XlsxReader.read(file);
    }
}
