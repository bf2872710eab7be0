package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The rulebook that ships is a good one, and so is every copy of it. */
class ShippedRulebookTest {
    @TempDir
    private Path folder;

    @Test
    void base_overlay_and_a_copy_load_without_a_mistake() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        assertEquals(List.of(), copy.problems());
        assertEquals(Shipped.base().id(), copy.load().id());
        Shipped.guide().bases();
    }

    /** Drools' spreadsheet compiler puts the conditions of a column into the pattern above only if its cell is written. */
    @TestFactory
    Stream<DynamicTest> every_cell_under_a_pattern_is_written() {
        return Shipped.ruleTables().stream()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> {
                    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(path))) {
                        List<CellAddress> lost = new ArrayList<>();
                        Sheet sheet = workbook.getSheetAt(0);
                        assertFalse(sheet.getMergedRegions().isEmpty());
                        sheet.getMergedRegions()
                                .forEach(area -> area.forEach(address -> {
                                    if (sheet.getRow(address.getRow()).getCell(address.getColumn()) == null) {
                                        lost.add(address);
                                    }
                                }));
                        assertEquals(List.of(), lost, "cells that an edit left out of the file");
                    }
                }));
    }
}
