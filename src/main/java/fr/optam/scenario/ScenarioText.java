package fr.optam.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A report and its coverage as a person reads them in a terminal. */
public final class ScenarioText {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean french;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    private ScenarioText(boolean french, boolean colour) {
        this.french = french;
        this.colour = colour;
    }

    /**
     * The report as lines of text.
     *
     * @param failuresOnly leaves out the scenarios that passed
     * @param french language of sentences: French, else English
     * @param colour marks with ANSI colours
     */
    public static String of(ScenarioReport report, boolean failuresOnly, boolean french, boolean colour) {
        ScenarioText text = new ScenarioText(french, colour);
        report.results().stream()
                .filter(result -> !failuresOnly || !result.passed())
                .forEach(text::result);
        int failed = report.failures().size();
        int all = report.results().size();
        text.line(failed == 0 && all > 0 ? GREEN : RED, french ? text.french(all, failed) : text.english(all, failed));
        return text.out.toString();
    }

    private String english(int all, int failed) {
        return all + (all == 1 ? " scenario, " : " scenarios, ") + (all - failed) + " passed, " + failed + " failed"
                + (all == 0 ? ". Maybe the selection names none." : "");
    }

    private String french(int all, int failed) {
        int held = all - failed;
        return all + (all < 2 ? " scénario, " : " scénarios, ") + held + (held < 2 ? " tenu, " : " tenus, ") + failed
                + " en échec" + (all == 0 ? ". Peut-être la sélection n’en nomme-t-elle aucun." : "");
    }

    /** The coverage as lines of text: how many rules are exercised, and which are not. */
    public static String of(FiringCoverage coverage, boolean french, boolean colour) {
        ScenarioText text = new ScenarioText(french, colour);
        int all = coverage.firedIn().size();
        int shown = all - coverage.neverFired().size() - coverage.neverSilent().size();
        text.line(
                coverage.complete() ? GREEN : RED,
                String.format(
                        Locale.ROOT,
                        french
                                ? "%d règles et lignes sur %d s’appliquent dans un scénario et se taisent dans un autre"
                                : "%d of %d rules and rows fire in a scenario and stay silent in another",
                        shown,
                        all));
        text.ids(french ? "jamais appliquées" : "never fired", coverage.neverFired());
        text.ids(french ? "jamais muettes" : "never silent", coverage.neverSilent());
        text.ids(
                french ? "nommées par un scénario, sans règle de ce nom" : "stated by a scenario, but no such rule",
                coverage.unknown());
        return text.out.toString();
    }

    private void result(ScenarioResult result) {
        if (result.passed()) {
            line(GREEN, (french ? "tenu    " : "ok      ") + result.name());
            return;
        }
        line(RED, (french ? "ÉCHEC   " : "FAILED  ") + result.name());
        if (!result.title().isEmpty()) {
            line(BOLD, "        " + result.title());
        }
        if (result.problems().isEmpty()) {
            line(DIM, "        " + result.at());
        }
        List<String> why = result.problems().isEmpty()
                ? DifferenceText.lines(result.differences(), french)
                : result.lines(french).stream().map(l -> "        " + l).toList();
        why.forEach(line -> line("", line));
    }

    private void ids(String what, Collection<String> ids) {
        if (!ids.isEmpty()) {
            line("", "  " + what + " (" + ids.size() + ")" + (french ? " : " : ": ") + String.join(", ", ids));
        }
    }

    private void line(String code, String text) {
        boolean marked = colour && !code.isEmpty();
        out.append(marked ? code : "").append(text).append(marked ? PLAIN : "").append('\n');
    }
}
