package fr.optam.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rulebook of the checkout. */
public final class Shipped {
    /** Folder that holds {@code rules-drl} and {@code decision-tables}. */
    public static final Path ROOT = Path.of("");

    /** Compiled rules that tests share, so that only the first of them compiles. */
    public static final Path CACHE = Path.of("target", "drl-cache");

    /** The overlay that ships. */
    public static final Path GUIDE = Path.of("decision-tables", "overlays", "guide-2026");

    private Shipped() {}

    /** The base. */
    public static Rulebook base() {
        return load(List.of());
    }

    /** The base under the overlay that ships. */
    public static Rulebook guide() {
        return load(List.of(GUIDE));
    }

    private static Rulebook load(List<Path> overlays) {
        try {
            return RulebookLoader.load(new RulebookLocation(ROOT, overlays, CACHE));
        } catch (RulebookInvalid e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Every workbook of base and overlay. */
    public static List<Path> workbooks() {
        return files(Path.of("decision-tables"), ".xlsx");
    }

    /** Every rule table of base and overlay. */
    public static List<Path> ruleTables() {
        return files(Path.of("decision-tables"), ".drl.xlsx");
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
