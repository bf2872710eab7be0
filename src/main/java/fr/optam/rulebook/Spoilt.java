package fr.optam.rulebook;

import fr.optam.rulebook.book.WorkbookReader;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What could not be read: the words in it may be what others miss, so that one mistake is not told many times. */
final class Spoilt {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,60}");

    private final Set<String> words = new HashSet<>();
    private final Set<String> tables = new HashSet<>();
    private final Set<String> lists = new HashSet<>();
    private boolean blind;

    /** A DRL file of which some rules were refused. */
    void text(String text) {
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            words.add(m.group());
        }
    }

    /** A file that is not read for its name or folder. */
    void stray(String path, byte[] content) {
        boolean zip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        if (!zip) {
            text(new String(content, StandardCharsets.ISO_8859_1));
            return;
        }
        try {
            for (Sheet sheet : WorkbookReader.read("stray.xlsx", content)) {
                String folder = path.split("/").length > 2 ? path.split("/")[1] + "/" : "";
                sheet.rows().values().stream()
                        .flatMap(row -> row.values().stream())
                        .filter(cell -> cell.text().startsWith("RuleTable "))
                        .forEach(cell -> tables.add(folder + cell.text().substring("RuleTable ".length())));
                lists.add(sheet.text(1, 2));
                sheet("", sheet);
            }
        } catch (WorkbookRefused e) {
            blind = true;
        }
    }

    /** A workbook that can't be opened. */
    void workbook(String name) {
        tables.add(name);
        lists.add(name);
        blind = true;
    }

    /** A rule table whose head can't be read. */
    void sheet(String name, Sheet sheet) {
        tables.add(name);
        sheet.rows().values().forEach(row -> row.values().forEach(cell -> text(cell.text())));
    }

    /** A list; it counts as spoilt if names in it may have been lost. */
    void list(String name, String file, Sheet sheet, List<RulebookProblem> problems) {
        boolean lost = problems.stream()
                .filter(p -> p.file().equals(file) && p.severity() == Severity.ERROR)
                .anyMatch(p -> p.place().isEmpty() || p.place().matches(".*!(?:B[0-9]+|[A-Z]+[1-3])"));
        if (lost) {
            lists.add(name);
            if (!sheet.text(1, 2).equals(name)) {
                lists.add(sheet.text(1, 2));
            }
        }
    }

    /** Words that what is spoilt may have defined. */
    boolean mentions(String word) {
        return blind || words.contains(word);
    }

    /** Lists of which names may have been lost. */
    Set<String> lists() {
        return lists;
    }

    /** Whether a table could not be read. */
    boolean table(String name) {
        return tables.contains(name);
    }

    Set<String> words() {
        return words;
    }
}
