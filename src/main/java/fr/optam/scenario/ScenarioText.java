package fr.optam.scenario;

import java.util.Collection;
import java.util.Locale;

/** A report and its coverage as a person reads them in a terminal. */
public final class ScenarioText {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    private ScenarioText(boolean colour) {
        this.colour = colour;
    }

    /**
     * The report as lines of text.
     *
     * @param failuresOnly leaves out the scenarios that passed
     * @param colour marks with ANSI colours
     */
    public static String of(ScenarioReport report, boolean failuresOnly, boolean colour) {
        ScenarioText text = new ScenarioText(colour);
        report.results().stream()
                .filter(result -> !failuresOnly || !result.passed())
                .forEach(text::result);
        int failed = report.failures().size();
        int all = report.results().size();
        text.line(
                failed == 0 && all > 0 ? GREEN : RED,
                all + (all == 1 ? " scenario, " : " scenarios, ") + (all - failed) + " passed, " + failed + " failed"
                        + (all == 0 ? ". Maybe the selection names none." : ""));
        return text.out.toString();
    }

    /** The coverage as lines of text: how many rules are exercised, and which are not. */
    public static String of(FiringCoverage coverage, boolean colour) {
        ScenarioText text = new ScenarioText(colour);
        int all = coverage.firedIn().size();
        int fired = all - coverage.neverFired().size();
        text.line(
                coverage.complete() ? GREEN : RED,
                String.format(
                        Locale.ROOT,
                        "%d of %d rules and rows fire in a scenario and stay silent in another",
                        fired - coverage.neverSilent().size(),
                        all));
        text.ids("never fired", coverage.neverFired());
        text.ids("never silent", coverage.neverSilent());
        text.ids("stated by a scenario, but no such rule", coverage.unknown());
        return text.out.toString();
    }

    private void result(ScenarioResult result) {
        if (result.passed()) {
            line(GREEN, "ok      " + result.name());
        } else {
            line(RED, "FAILED  " + result.name());
            if (!result.title().isEmpty()) {
                line(BOLD, "        " + result.title());
            }
            result.lines().forEach(line -> line("", "        " + line));
        }
    }

    private void ids(String what, Collection<String> ids) {
        if (!ids.isEmpty()) {
            line("", "  " + what + " (" + ids.size() + "): " + String.join(", ", ids));
        }
    }

    private void line(String code, String text) {
        boolean marked = colour && !code.isEmpty();
        out.append(marked ? code : "").append(text).append(marked ? PLAIN : "").append('\n');
    }
}
