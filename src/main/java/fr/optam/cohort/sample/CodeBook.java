package fr.optam.cohort.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * CCAM codes to draw from, by category, each with the letters that the sample says its act list allows.
 *
 * <p>The letters belong to the code, not to the act: they come from a mix of the code's characters, in the shares of
 * the recipe, the same for every seed.
 */
final class CodeBook {

    /** Allowed letters of an anaesthesia activity. */
    static final int ANAESTHESIA_LETTERS = Letters.of("37");

    static final int ALL_LETTERS = Letters.of("FJKOPSTU");
    static final int SURGICAL_LETTERS = Letters.of("JKT");

    private static final Pattern CODE = Pattern.compile("(?!YYYY)[A-Z]{4}[0-9]{3}");

    /**
     * A code.
     *
     * @param text seven characters
     * @param category category of its main activity
     * @param allowed letters allowed for its main activity
     * @param packed the characters as one number
     */
    record Code(byte[] text, Category category, int allowed, long packed) {}

    private final Map<Category, List<Code>> byCategory = new EnumMap<>(Category.class);
    private final Map<Integer, List<Code>> surgeryByLetters = new HashMap<>();

    private CodeBook() {}

    /** Reads the list of codes that ships with the program. */
    static CodeBook shipped(Set<String> deliveries) throws IOException {
        CodeBook book = new CodeBook();
        Map<String, Category> sorted = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator(';')
                .ofNamedCsvRecord(new InputStreamReader(
                        CodeBook.class.getResourceAsStream("/nomenclatures/IR_CCAM_V63.csv"),
                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                String code = row.getField("CAM_PRS_IDE_COD");
                for (Category category : Category.values()) {
                    if (category.name().equals(row.getField("CAM_PRS_RGT"))
                            && CODE.matcher(code).matches()) {
                        sorted.put(code, category);
                    }
                }
            }
        }
        sorted.forEach((text, category) -> book.add(text, category, deliveries.contains(text)));
        return book;
    }

    private void add(String text, Category category, boolean delivery) {
        Code code = new Code(Days.ascii(text), category, delivery ? Letters.K : allowed(text, category), packed(text));
        byCategory.computeIfAbsent(category, key -> new ArrayList<>()).add(code);
        if (category == Category.ADC) {
            surgeryByLetters
                    .computeIfAbsent(code.allowed(), key -> new ArrayList<>())
                    .add(code);
        }
    }

    private static int allowed(String text, Category category) {
        int share = (int) Long.remainderUnsigned(SplitMix64.mix(packed(text)), 1000);
        boolean surgical = category == Category.ADC || category == Category.ACO;
        return Letters.of(surgical ? surgical(share) : other(share));
    }

    private static long packed(String text) {
        return text.chars().asLongStream().reduce(0, (all, letter) -> all << 8 | letter);
    }

    private static String surgical(int share) {
        if (share < 600) {
            return "JKT";
        }
        if (share < 850) {
            return "";
        }
        if (share < 910) {
            return "FJKOPSTU";
        }
        if (share < 940) {
            return "J";
        }
        return share < 970 ? "K" : share < 985 ? "37" : "7";
    }

    private static String other(int share) {
        return share < 700 ? "" : share < 900 ? "FOPSU" : "7";
    }

    /** A code of the category. */
    Code draw(Category category, SplitMix64 random) {
        List<Code> codes = byCategory.get(category);
        return codes.get(random.below(codes.size()));
    }

    /** A surgical code whose act list allows exactly these letters. */
    Code surgical(int letters, SplitMix64 random) {
        List<Code> codes = surgeryByLetters.get(letters);
        return codes.get(random.below(codes.size()));
    }

    /** Every code, sorted by category and code. */
    List<Code> all() {
        return byCategory.values().stream().flatMap(List::stream).toList();
    }
}
