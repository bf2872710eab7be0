package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that try to reach files, to fill the memory or to keep the program busy: refused by name. */
class HostileWorkbookTest {
    private static final String GOOD = "decision-tables/modifiers/droits.drl.xlsx";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Map<String, String> CODES = new LinkedHashMap<>();
    private static final Map<String, String> FILES = new LinkedHashMap<>();
    private static List<RulebookProblem> problems;
    private static Path canary;
    private static RulebookCopy copy;

    @BeforeAll
    static void spoil(@TempDir Path folder) throws IOException {
        CODES.clear();
        FILES.clear();
        copy = new RulebookCopy(folder.resolve("rulebook"));
        canary = folder.resolve("canary");
        Files.writeString(folder.resolve("secret.txt"), "SECRET-CONTENT");
        entities(folder.resolve("secret.txt").toUri().toString());
        bombs();
        structure();
        problems = assertTimeoutPreemptively(SOON, () -> copy.problems());
    }

    private static void attack(String name, String code, byte[] content) {
        String file = "decision-tables/modifiers/attaque-" + FILES.size() + ".drl.xlsx";
        copy.write(file, content);
        FILES.put(name, file);
        CODES.put(name, code);
    }

    private static byte[] changed(String part, UnaryOperator<String> change) {
        return zip(out -> {
            boolean changed = false;
            for (Map.Entry<String, byte[]> e : parts().entrySet()) {
                byte[] content = e.getValue();
                if (e.getKey().equals(part)) {
                    content = change.apply(new String(content, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                    changed = true;
                }
                put(out, e.getKey(), content);
            }
            assertTrue(changed, GOOD + " has no part " + part);
        });
    }

    private interface Fill {
        void fill(ZipOutputStream out) throws IOException;
    }

    private static byte[] zip(Fill fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            fill.fill(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(copy.read(GOOD)))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static void entities(String secret) {
        String external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret + "\">]>";
        String laughs = "<!DOCTYPE a [<!ENTITY a \"haha\">" + laughs() + "]>";
        attack("external entity in the texts", "XML_ENTITY", changed(STRINGS, xml -> withDoctype(xml, external)
                .replaceFirst("<t[^>]*>[^<]*</t>", "<t>&x;</t>")));
        attack("external entity in the sheet", "XML_ENTITY", changed(SHEET, xml -> withDoctype(xml, external)));
        attack(
                "external document type",
                "XML_ENTITY",
                changed(SHEET, xml -> withDoctype(xml, "<!DOCTYPE worksheet SYSTEM \"" + secret + "\">")));
        attack(
                "parameter entity",
                "XML_ENTITY",
                changed(SHEET, xml -> withDoctype(xml, "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + secret + "\"> %x;]>")));
        attack("billion laughs", "XML_ENTITY", changed(STRINGS, xml -> withDoctype(xml, laughs)
                .replaceFirst("<t[^>]*>[^<]*</t>", "<t>&a9;</t>")));
        attack(
                "entity that nobody declared",
                "NOT_A_WORKBOOK",
                changed(STRINGS, xml -> xml.replaceFirst("<t[^>]*>[^<]*</t>", "<t>&secret;</t>")));
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < 10; i++) {
            text.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i == 1 ? "" : i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text.toString();
    }

    private static String withDoctype(String xml, String doctype) {
        int root = xml.indexOf('<', xml.indexOf("?>"));
        return xml.substring(0, root) + doctype + xml.substring(root);
    }

    private static void bombs() {
        attack("zip bomb in a part that is read", "ZIP_BOMB", changed(SHEET, xml -> xml + " ".repeat(60 << 20)));
        attack("zip bomb in a part that nobody reads", "ZIP_BOMB", zip(out -> {
            out.putNextEntry(new ZipEntry("docProps/thumbnail.jpeg"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
            out.closeEntry();
            parts().forEach((name, content) -> quietly(out, name, content));
        }));
        attack("thousands of parts", "ZIP_BOMB", zip(out -> {
            parts().forEach((name, content) -> quietly(out, name, content));
            for (int i = 0; i < 3000; i++) {
                put(out, "xl/media/" + i, new byte[0]);
            }
        }));
        attack("one long text in a thousand cells", "SHEET_TOO_LARGE", zip(out -> parts().forEach((name, content) -> {
            String xml = new String(content, StandardCharsets.UTF_8);
            String more = name.equals(STRINGS)
                    ? xml.replaceFirst("<t[^>]*>[^<]*</t>", "<t>" + "A".repeat(30_000) + "</t>")
                    : name.equals(SHEET) ? flood(xml, 1000, i -> "<c r=\"Z" + i + "\" t=\"s\"><v>0</v></c>") : xml;
            quietly(out, name, more.equals(xml) ? content : more.getBytes(StandardCharsets.UTF_8));
        })));
        attack("the sheet listed a thousand times", "SHEET_TOO_LARGE", changed("xl/workbook.xml", xml -> {
            int at = xml.indexOf("<sheet ");
            return xml.replace(
                    "</sheets>", xml.substring(at, xml.indexOf("/>", at) + 2).repeat(1000) + "</sheets>");
        }));
        attack(
                "a text longer than any cell",
                "SHEET_TOO_LARGE",
                changed(STRINGS, xml -> xml.replaceFirst("<t[^>]*>[^<]*</t>", "<t>" + "A".repeat(40_000) + "</t>")));
        attack(
                "a million rows",
                "SHEET_TOO_LARGE",
                changed(SHEET, xml -> flood(xml, 900_000, i -> "<c r=\"A" + i + "\"><v>1</v></c>")));
        attack(
                "a row at the end of the sheet",
                "SHEET_TOO_LARGE",
                changed(
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData>")));
        attack(
                "a column at the end of the sheet",
                "SHEET_TOO_LARGE",
                changed(
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>", "<row r=\"500\"><c r=\"XFD500\"><v>1</v></c></row></sheetData>")));
        attack(
                "a deep tree",
                "NOT_A_WORKBOOK",
                changed(SHEET, xml -> xml.replace("</sheetData>", "<x>".repeat(500_000) + "</sheetData>")));
        attack(
                "a long list of codes",
                "CELL_VALUE",
                changed(STRINGS, xml -> xml.replace(">SURGERY_GYN_OBST<", ">" + "A;".repeat(16_000) + "<")));
        attack(
                "a long id",
                "ID_GRAMMAR",
                changed(STRINGS, xml -> xml.replace(">MODI-K-010<", ">A" + "-A".repeat(16_000) + "<")));
        attack(
                "a long number",
                "NOT_A_WORKBOOK",
                changed(
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"A30\"><v>1e999999999x</v></c></row></sheetData>")));
        attack(
                "a number with an endless exponent",
                "NUMBER_TOO_LARGE",
                changed(
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"A30\"><v>1e999999999</v></c></row></sheetData>")));
    }

    private interface Cells {
        String cell(int row);
    }

    private static String flood(String xml, int rows, Cells cells) {
        StringBuilder more = new StringBuilder();
        for (int i = 100; i < 100 + rows; i++) {
            more.append("<row r=\"")
                    .append(i)
                    .append("\">")
                    .append(cells.cell(i))
                    .append("</row>");
        }
        return xml.replace("</sheetData>", more.append("</sheetData>").toString());
    }

    private static void quietly(ZipOutputStream out, String name, byte[] content) {
        try {
            put(out, name, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void structure() {
        attack("part that stands twice", "NOT_A_WORKBOOK", twice(changed(SHEET, xml -> xml)));
        attack("path out of the archive", "NOT_A_WORKBOOK", zip(out -> {
            put(out, "../../" + canary.getFileName(), "x".getBytes(StandardCharsets.UTF_8));
            put(out, canary.toString(), "x".getBytes(StandardCharsets.UTF_8));
        }));
        attack(
                "sheet that points out of the archive",
                "NOT_A_WORKBOOK",
                changed(
                        "xl/_rels/workbook.xml.rels",
                        xml -> xml.replace("worksheets/sheet1.xml", "../../../../etc/passwd")));
        attack(
                "sheet on the network",
                "NOT_A_WORKBOOK",
                changed(
                        "xl/_rels/workbook.xml.rels",
                        xml -> xml.replace("worksheets/sheet1.xml", "http://localhost:9/sheet1.xml")));
        attack(
                "cell that stands twice",
                "NOT_A_WORKBOOK",
                changed(
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"A30\"><v>1</v></c><c r=\"A30\"><v>2</v></c></row></sheetData>")));
        attack(
                "cell that says it stands elsewhere",
                "NOT_A_WORKBOOK",
                changed(
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>", "<row r=\"30\"><c r=\"D11\"><v>1</v></c></row></sheetData>")));
        attack(
                "text that the file does not hold",
                "NOT_A_WORKBOOK",
                changed(
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"A30\" t=\"s\"><v>99999999</v></c></row></sheetData>")));
        attack(
                "row of a negative number",
                "NOT_A_WORKBOOK",
                changed(SHEET, xml -> xml.replace("</sheetData>", "<row r=\"-1\"/></sheetData>")));
        attack(
                "Functions with code",
                "PROPERTY",
                changed(STRINGS, xml -> xml.replace(">IgnoreNumericFormat<", ">Functions<")));
        attack("code instead of a snippet", "SNIPPET", changed(STRINGS, xml -> xml.replace(
                        ">among(&quot;letter&quot;, &quot;$param&quot;)<",
                        ">eval(Runtime.getRuntime().exec(&quot;touch x&quot;) != null)<")
                .replace(">among(\"letter\", \"$param\")<", ">eval(Runtime.getRuntime().exec(\"touch x\") != null)<")));
    }

    /** The same archive with one of its names changed to that of another part, past the writer's own check. */
    private static byte[] twice(byte[] archive) {
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        return text.replace("xl/worksheets/sheet2.xml", SHEET).getBytes(StandardCharsets.ISO_8859_1);
    }

    @TestFactory
    Stream<DynamicTest> is_refused_by_name_and_runs_nothing() {
        return FILES.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    List<RulebookProblem> own = problems.stream()
                            .filter(p -> p.file().equals(e.getValue()))
                            .toList();
                    assertTrue(
                            own.stream().anyMatch(p -> p.code().equals(CODES.get(e.getKey()))),
                            CODES.get(e.getKey()) + " is not among " + own);
                    own.forEach(p -> {
                        assertTrue(p.hint().en().startsWith("Maybe "), p.toString());
                        assertFalse(p.text().contains("SECRET-CONTENT"), p.text());
                        assertTrue(
                                p.text().length() < 1000,
                                "message of " + p.text().length() + " characters");
                    });
                    assertFalse(Files.exists(canary));
                }));
    }

    @Test
    void the_good_table_beside_them_is_not_blamed() {
        assertEquals(
                List.of(), problems.stream().filter(p -> p.file().equals(GOOD)).toList());
    }

    @Test
    void elements_of_an_extension_are_no_cells(@TempDir Path folder) throws Exception {
        RulebookCopy own = new RulebookCopy(folder);
        String digest = own.load().id().digest();
        own.write(
                GOOD,
                changed(
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "</sheetData><extLst><ext xmlns:x=\"urn:x\"><x:row r=\"30\"><x:c"
                                        + " r=\"A30\"><x:v>1</x:v></x:c></x:row></ext></extLst>")));
        assertEquals(digest, own.load().id().digest());
    }

    @Test
    void links_in_the_folders_are_refused_and_not_followed(@TempDir Path folder) throws IOException {
        RulebookCopy own = new RulebookCopy(folder.resolve("rulebook"));
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/secret.drl"), "SECRET-CONTENT");
        Files.createSymbolicLink(own.file("rules-drl/derive/lien.drl"), folder.resolve("outside/secret.drl"));
        Files.createSymbolicLink(own.file("rules-drl/derive/dossier"), folder.resolve("outside"));
        Files.createSymbolicLink(own.file("decision-tables/modifiers/passwd.drl.xlsx"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(own.file("decision-tables/reference/rien.xlsx"), folder.resolve("nowhere"));
        List<RulebookProblem> found = own.problems();
        assertEquals(
                List.of("LINK", "LINK", "LINK", "LINK"),
                found.stream().map(RulebookProblem::code).toList());
        found.forEach(p -> assertFalse(p.text().contains("SECRET-CONTENT")));
        for (String link : List.of(
                "rules-drl/derive/lien.drl",
                "rules-drl/derive/dossier",
                "decision-tables/modifiers/passwd.drl.xlsx",
                "decision-tables/reference/rien.xlsx")) {
            Files.delete(own.file(link));
        }
    }

    @Test
    void a_rulebook_whose_folders_are_links_is_read_whole(@TempDir Path folder) throws Exception {
        RulebookCopy own = new RulebookCopy(folder.resolve("real"));
        Files.createDirectories(folder.resolve("linked"));
        Files.createSymbolicLink(folder.resolve("linked/rules-drl"), own.file("rules-drl"));
        Files.createSymbolicLink(folder.resolve("linked/decision-tables"), own.file("decision-tables"));
        Rulebook linked = RulebookLoader.load(new RulebookLocation(folder.resolve("linked"), List.of(), Shipped.CACHE));
        assertEquals(own.load().id(), linked.id());
        assertEquals(own.load().rules().keySet(), linked.rules().keySet());
        Files.delete(folder.resolve("linked/rules-drl"));
        Files.delete(folder.resolve("linked/decision-tables"));
    }

    @Test
    void a_file_too_large_is_not_read(@TempDir Path folder) throws IOException {
        RulebookCopy own = new RulebookCopy(folder);
        try (OutputStream out = Files.newOutputStream(own.file("decision-tables/modifiers/grand.drl.xlsx"))) {
            byte[] mega = new byte[1 << 20];
            for (int i = 0; i < 17; i++) {
                out.write(mega);
            }
        }
        own.write("rules-drl/CHANGES.md", new byte[1 << 20]);
        assertEquals(
                List.of("FILE_TOO_LARGE", "FILE_TOO_LARGE"),
                own.problems().stream().map(RulebookProblem::code).toList());
    }
}
