package fr.optam.rulebook.book;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Takes the clock out of a written workbook. */
final class SameBytes {
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Instant NO_TIME = Instant.parse("2026-01-01T00:00:00Z");

    private SameBytes() {}

    /** Keeps the days of making and last change as they were. */
    static void keepDates(Workbook workbook) {
        if (workbook instanceof XSSFWorkbook xlsx) {
            CoreProperties core = xlsx.getProperties().getCoreProperties();
            Date created = core.getCreated() == null ? Date.from(NO_TIME) : core.getCreated();
            Date modified = core.getModified() == null ? created : core.getModified();
            core.setCreated(Optional.of(created));
            core.setModified(Optional.of(modified));
        }
    }

    /** The same archive with one fixed time for every entry. */
    static byte[] repacked(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(ZIP_TIME);
                to.putNextEntry(same);
                from.transferTo(to);
            }
        }
        return out.toByteArray();
    }
}
