package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints what was found. */
final class RivalsTable {
    private static final double MICROS = 1e6;
    private static final int WIDTH = 40;

    private final Map<Contender, Results> results;
    private final Rulebook rulebook;
    private final long whole;
    private final double seconds;
    private final int build;
    private final int ask;

    RivalsTable(Map<Contender, Results> results, Rulebook rulebook, long whole, double seconds, int build, int ask) {
        this.results = results;
        this.rulebook = rulebook;
        this.whole = whole;
        this.seconds = seconds;
        this.build = build;
        this.ask = ask;
    }

    void print() {
        line(
                "rule tables of eligibility and modifiers, and tables of their shape: %d engines, each in a process of"
                        + " its own",
                results.size());
        line(
                "processor time of one core, median of up to 5 rounds after warm-up; %d processors, load %.1f, Java"
                        + " %s, %.0f s in all",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.version"),
                seconds);
        line("by index: a stage of rows alone; by Drools: rows beside other rules, alike facts asked once or each anew");
        line("trust ratios of one run; days and hours are whole numbers to all engines but ours");
        agreement();
        figures("shipped tables, " + rows() + " rows, one practitioner-year of 40 act groups", Cell.SHIPPED);
        figures("one synthetic table of 1,355 rows, one fact", Cell.LARGE);
        growth("growth with rows, one fact, µs a decision", Cell.of(false), this::time);
        growth(
                "build by rows, s (the first of a process loads its classes with the shipped tables)",
                Cell.of(false),
                this::built);
        growth("growth with act groups, shipped tables, µs a practitioner-year", Cell.of(true), this::time);
        wanted();
        missing();
        if (results.values().stream().anyMatch(Results::differs)) {
            throw new IllegalStateException("answers differ");
        }
    }

    private int rows() {
        return ShippedFacts.tables(rulebook).stream()
                .mapToInt(t -> t.rows().size())
                .sum();
    }

    private void agreement() {
        line("");
        boolean differ = results.values().stream().anyMatch(Results::differs);
        line(
                "answers: %s",
                differ
                        ? "NOT THE SAME, see below"
                        : "the same of every engine, in every decision held against the typed rows");
        line("  %-" + WIDTH + "s %14s %14s %14s", "", "decisions", "questions", "rows applied");
        if (left() > 0) {
            line("  left out for want of a number that is compared: up to %,d questions a workload", left());
        }
        results.forEach((contender, found) -> {
            List<Results.Checked> all = Cell.all().stream()
                    .map(found::checked)
                    .flatMap(Optional::stream)
                    .toList();
            if (!all.isEmpty()) {
                line(
                        "  %-" + WIDTH + "s %,14d %,14d %,14d",
                        contender.label(),
                        all.stream().mapToInt(Results.Checked::decisions).sum(),
                        all.stream().mapToLong(Results.Checked::questions).sum(),
                        all.stream().mapToLong(Results.Checked::rows).sum());
            }
        });
        line("  %-" + WIDTH + "s %14s %,14d", Contender.WHOLE.label(), "", whole);
    }

    private void figures(String title, Cell cell) {
        line("");
        line("%s", title);
        line("  %-" + WIDTH + "s %12s %10s %14s %10s", "", "decisions/s", "times ours", "bytes/decision", "build s");
        double ours = seconds(Contender.OURS, cell);
        results.forEach((contender, found) -> {
            Optional<Meter.Figure> figure = found.figure(cell);
            if (figure.isPresent()) {
                line(
                        "  %-" + WIDTH + "s %,12.0f %10s %,14.0f %10s",
                        contender.label(),
                        1 / figure.get().seconds(),
                        short3(figure.get().seconds() / ours),
                        figure.get().bytes(),
                        built(found, cell.grouped() ? Cell.all().get(0) : cell));
            } else if (!contender.isWhole() || cell.grouped()) {
                line("  %-" + WIDTH + "s %12s", contender.label(), "–");
            }
        });
    }

    private double seconds(Contender contender, Cell cell) {
        return Optional.ofNullable(results.get(contender))
                .flatMap(r -> r.figure(cell))
                .map(Meter.Figure::seconds)
                .orElse(Double.NaN);
    }

    private void growth(String title, List<Cell> cells, java.util.function.BiFunction<Results, Cell, String> shown) {
        if (cells.isEmpty()) {
            return;
        }
        line("");
        line("%s", title);
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "  %-" + WIDTH + "s", ""));
        cells.forEach(c -> head.append(String.format(Locale.ROOT, " %,11d", c.size())));
        line("%s", head);
        results.forEach((contender, found) -> {
            if (!contender.isWhole() || cells.get(0).grouped()) {
                StringBuilder text =
                        new StringBuilder(String.format(Locale.ROOT, "  %-" + WIDTH + "s", contender.label()));
                cells.forEach(c -> text.append(String.format(Locale.ROOT, " %11s", shown.apply(found, c))));
                line("%s", text);
            }
        });
    }

    private String time(Results found, Cell cell) {
        return found.figure(cell).map(f -> short3(f.seconds() * MICROS)).orElse("–");
    }

    private String built(Results found, Cell cell) {
        return found.built(cell).map(RivalsTable::short3).orElse("–");
    }

    private void wanted() {
        line("");
        double ours = seconds(Contender.OURS, Cell.LARGE);
        line("wanted of 1,355 rows: within 4 times the hash index by hand, and ahead of OpenL");
        line("  ours / hash index by hand      %s", short3(ours / seconds(Contender.JAVA_HASHED, Cell.LARGE)));
        line("  OpenL / ours                   %s", short3(seconds(Contender.OPENL, Cell.LARGE) / ours));
        line(
                "  the same of the shipped tables %s, %s",
                short3(seconds(Contender.OURS, Cell.SHIPPED) / seconds(Contender.JAVA_HASHED, Cell.SHIPPED)),
                short3(seconds(Contender.OPENL, Cell.SHIPPED) / seconds(Contender.OURS, Cell.SHIPPED)));
    }

    private void missing() {
        Map<String, String> reasons = new LinkedHashMap<>();
        results.forEach((contender, found) -> Cell.all().stream()
                .filter(c -> !found.reason(c).isEmpty())
                .forEach(c -> reasons.merge(
                        contender.label() + ": " + found.reason(c),
                        (c.grouped() ? "act groups " : "rows ") + String.format(Locale.ROOT, "%,d", c.size()),
                        (a, b) -> a + ", " + b)));
        line("");
        line(
                "not measured (limits: %d s to build, %d s to answer)%s",
                build, ask, reasons.isEmpty() ? ": nothing" : "");
        reasons.forEach((reason, cells) -> line("  %s (%s)", reason, cells));
    }

    /** Questions that a bean cannot ask, which are asked of no engine. */
    private int left() {
        return results.values().stream()
                .flatMap(r -> Cell.all().stream().map(r::checked).flatMap(Optional::stream))
                .mapToInt(Results.Checked::left)
                .max()
                .orElse(0);
    }

    /** Three digits that say something. */
    private static String short3(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(
                Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value);
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
