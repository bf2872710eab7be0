package fr.optam.cli;

import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which years come from where, and refuses what can't be meant. */
final class TrendInputs {
    private static final Pattern OWN_YEAR = Pattern.compile("(\\d{4})=(.+)");
    private static final Pattern SPAN = Pattern.compile("(\\d{4})(?:[-:](\\d{4}))?");
    private static final int FIRST = 2017;
    private static final int LAST = 2100;

    private final TreeMap<Integer, TrendSource> sources = new TreeMap<>();

    private TrendInputs() {}

    /**
     * The sources in order of their years, each year once.
     *
     * @param runs runs
     * @param inputs folders, {@code DIR} or {@code 2021=DIR}
     * @param years years of a folder without one of its own, {@code 2021-2025}; null if not said
     */
    static List<TrendSource> of(List<Path> runs, List<String> inputs, String years) throws Failure, IOException {
        TrendInputs all = new TrendInputs();
        boolean plain = false;
        for (Path run : runs) {
            all.run(run);
        }
        for (String input : inputs) {
            Matcher own = OWN_YEAR.matcher(input);
            if (own.matches()) {
                all.folder(year("--input", own.group(1)), Path.of(own.group(2)));
            } else {
                plain = true;
                all.folders(Path.of(input), years);
            }
        }
        if (years != null && !plain) {
            throw Failure.usage(
                    "--years", "goes with --input DIR, " + years, "Maybe --input DIR --years " + years + ".");
        }
        if (all.sources.isEmpty()) {
            throw Failure.usage(
                    "optam trend",
                    "no run and no --input",
                    "Maybe optam trend run-2024 run-2025, or optam trend --input cohort --years 2021-2025.");
        }
        return List.copyOf(all.sources.values());
    }

    /** The years between the first and the last that no source is of. */
    static List<Integer> gaps(SortedSet<Integer> years) {
        List<Integer> gaps = new ArrayList<>();
        for (int year = years.first(); year < years.last(); year++) {
            if (!years.contains(year)) {
                gaps.add(year);
            }
        }
        return gaps;
    }

    private void run(Path path) throws Failure, IOException {
        try {
            put(new TrendSource(RunReader.open(path).year(), path, true));
        } catch (RunRefused e) {
            throw new Failure(Exit.USAGE, List.of(Complaint.of(e)), e);
        }
    }

    private void folders(Path folder, String years) throws Failure {
        if (years == null) {
            throw Failure.usage(
                    "--input", "of which years, " + folder, "Maybe --years 2021-2025, or --input 2021=" + folder + ".");
        }
        exists(folder);
        SortedSet<Integer> wanted = years(years);
        boolean parts = wanted.stream().allMatch(year -> Files.isDirectory(folder.resolve(String.valueOf(year))));
        for (int year : wanted) {
            folder(year, parts ? folder.resolve(String.valueOf(year)) : folder);
        }
    }

    private void folder(int year, Path folder) throws Failure {
        exists(folder);
        put(new TrendSource(year, folder, false));
    }

    private static void exists(Path folder) throws Failure {
        if (!Files.isDirectory(folder)) {
            throw Failure.usage("--input", "no such folder, " + folder, "Maybe the name is written otherwise.");
        }
    }

    private void put(TrendSource source) throws Failure {
        TrendSource before = sources.putIfAbsent(source.year(), source);
        if (before != null) {
            throw Failure.usage(
                    source.path().toString(),
                    "the year " + source.year() + " is there twice, also in " + before.path(),
                    "Maybe leave one of them out.");
        }
    }

    /** The years of {@code 2021-2025}, {@code 2021,2022,2025} or {@code 2021}. */
    static SortedSet<Integer> years(String text) throws Failure {
        SortedSet<Integer> years = new TreeSet<>();
        for (String part : text.split(",")) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                throw Failure.usage("--years", "no years, " + text, "Maybe 2021-2025, or 2021,2023,2025.");
            }
            int first = year("--years", span.group(1));
            int last = span.group(2) == null ? first : year("--years", span.group(2));
            if (last < first) {
                throw Failure.usage(
                        "--years", "the last comes before the first, " + part, "Maybe " + last + "-" + first + ".");
            }
            for (int year = first; year <= last; year++) {
                if (!years.add(year)) {
                    throw Failure.usage("--years", "the year " + year + " is there twice, " + text, "Maybe once.");
                }
            }
        }
        return years;
    }

    private static int year(String option, String text) throws Failure {
        int year = Integer.parseInt(text);
        if (year < FIRST || year > LAST) {
            throw Failure.usage(option, "out of bounds, " + text, "Maybe " + FIRST + " to " + LAST + ".");
        }
        return year;
    }
}
