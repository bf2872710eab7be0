package fr.optam.rulebook.book;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.SheetBuilder;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a CSV file as one sheet, as a spreadsheet program shows it: every cell is text. The separator is a comma, a
 * semicolon or a tabulator, whichever stands most often outside quotes. As in Drools, equal neighbours that end with
 * {@code ...} are merged cells.
 */
final class CsvSheet {
    private static final String MERGED = "...";

    private final SheetBuilder sheet;

    private CsvSheet(String name) {
        this.sheet = new SheetBuilder(name, false);
    }

    /** @param name name of the sheet, for messages */
    static Sheet read(String name, byte[] file) throws WorkbookRefused {
        String text = text(file);
        CsvSheet csv = new CsvSheet(name);
        int row = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord each : reader) {
                csv.row(++row, each.getFields());
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw Refusals.of(
                    "NOT_A_WORKBOOK",
                    name + "!" + Cell.address(row + 1, 1),
                    new Sentence(
                            "la ligne n’est pas du CSV, un guillemet n’y est peut-être pas fermé",
                            "the row is no CSV, perhaps a quote in it is not closed"),
                    "fermer le guillemet, ou l’enregistrer de nouveau depuis un tableur.",
                    "close the quote, or save it anew from a spreadsheet program.");
        }
        return csv.sheet.build();
    }

    private static String text(byte[] file) throws WorkbookRefused {
        if (file.length == 0) {
            throw Refusals.none("est vide", "is empty");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusals.of(
                    "NOT_UTF8",
                    "",
                    new Sentence("n’est pas encodé en UTF-8", "is not UTF-8"),
                    "l’enregistrer au format « CSV UTF-8 ».",
                    "save it as “CSV UTF-8”.");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
            throw Refusals.renamed("un fichier binaire", "a binary file", ".csv");
        }
        if (text.stripLeading().startsWith("<")) {
            throw Refusals.renamed("une page HTML ou XML", "an HTML or XML page", ".csv");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            int which = ",;\t".indexOf(c);
            if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private void row(int row, List<String> fields) throws WorkbookRefused {
        for (int i = 0; i < fields.size(); i++) {
            String text = fields.get(i);
            if (!text.endsWith(MERGED) || text.length() == MERGED.length()) {
                sheet.add(new Cell(row, i + 1, Cell.Kind.TEXT, text, false));
                continue;
            }
            int last = i;
            while (last + 1 < fields.size() && fields.get(last + 1).equals(text)) {
                last++;
            }
            boolean merged = last > i;
            String bare = merged ? text.substring(0, text.length() - MERGED.length()) : text;
            sheet.add(new Cell(row, i + 1, Cell.Kind.TEXT, bare, false));
            if (merged) {
                sheet.merge(Cell.address(row, i + 1) + ":" + Cell.address(row, last + 1));
            }
            i = last;
        }
    }
}
