package fr.optam.run;

import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.FileCount;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The summary of a run as a person reads it, in one language. */
final class SummaryText {
    private static final List<String> ORDER = List.of(
            "eligibility",
            "commitment",
            "observed",
            "respect",
            "prime",
            "modifiers",
            "modifier",
            "termination",
            "clawback",
            "readmission",
            "comparison");
    private static final String ROW = "  %-34s %13s %13s %13s %13s\n";

    private final Words words;
    private final boolean french;
    private final StringBuilder out = new StringBuilder();

    private SummaryText(Words words, boolean french) {
        this.words = words;
        this.french = french;
    }

    static String of(
            Map<String, Object> identity, CohortSummary cohort, Tally tally, Rulebook rulebook, boolean french) {
        SummaryText text = new SummaryText(rulebook.words(), french);
        text.head(identity, cohort, rulebook);
        text.files(cohort);
        text.outcomes(tally);
        text.verdicts(tally);
        text.findings(tally);
        return text.out.toString();
    }

    private String say(String fr, String en) {
        return french ? fr : en;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void head(Map<String, Object> identity, CohortSummary cohort, Rulebook rulebook) {
        long decided = cohort.practitioners();
        line(say("Année ", "Year ") + identity.get("year") + " · " + count(decided) + " "
                + (decided > 1
                        ? say("praticiens décidés", "practitioners decided")
                        : say("praticien décidé", "practitioner decided"))
                + " · "
                + say("référentiel ", "rulebook ") + rulebook.id().version()
                + (rulebook.id().overlays().isEmpty()
                        ? ""
                        : " + " + String.join(" + ", rulebook.id().overlays())));
        line(rulebook.id().digest());
        if (cohort.practitionersRejected() > 0) {
            line(say(
                            "Praticiens rejetés, dont la propre ligne est rejetée (voir rejected.csv)\u00A0: ",
                            "Practitioners rejected, because their own row is (see rejected.csv): ")
                    + count(cohort.practitionersRejected()));
        }
        cohort.warnings().forEach(warning -> line("! " + warning));
        if (!cohort.facts().isEmpty()) {
            line("");
            line(say("Entrée", "Input"));
            cohort.facts().forEach(this::pair);
        }
    }

    private void files(CohortSummary cohort) {
        line("");
        out.append(String.format(
                        Locale.ROOT,
                        ROW,
                        say("Lignes par fichier", "Rows by file"),
                        say("lues", "read"),
                        say("retenues", "used"),
                        say("rejetées", "rejected"),
                        say("exclues", "excluded"))
                .substring(2));
        for (FileCount file : cohort.files()) {
            out.append(String.format(
                    Locale.ROOT,
                    ROW,
                    file.file(),
                    count(file.read()),
                    count(file.used()),
                    count(file.rejected()),
                    count(file.excluded())));
            reasons(say("rejetées", "rejected"), file.rejectedByReason());
            reasons(say("exclues", "excluded"), file.excludedByReason());
        }
    }

    private void reasons(String what, SortedMap<String, Long> reasons) {
        reasons.forEach((reason, number) -> line("      " + what + " " + reason + " " + count(number)));
    }

    private void outcomes(Tally tally) {
        line("");
        line(say("Issue", "Outcome"));
        tally.outcomes().forEach((code, number) -> pair(label("OUTCOME", code), count(number)));
    }

    private void verdicts(Tally tally) {
        line("");
        line(say("Réponses et montants", "Answers and amounts"));
        SortedMap<String, SortedMap<String, Long>> ordered =
                new TreeMap<>(Comparator.comparingInt(SummaryText::rank).thenComparing(Comparator.naturalOrder()));
        ordered.putAll(tally.verdicts());
        ordered.forEach((question, verdicts) -> {
            String domain = question.split("[.:]", 2)[0].toUpperCase(Locale.ROOT);
            line("  " + question(question));
            verdicts.forEach((verdict, number) -> {
                Long cents =
                        tally.cents().getOrDefault(question, new TreeMap<>()).get(verdict);
                String amount = cents == null ? "" : euros(cents);
                String word = words.label(domain, verdict)
                        .or(() -> words.label("VERDICT", verdict))
                        .map(this::in)
                        .orElse(verdict);
                out.append(String.format(Locale.ROOT, "    %-50s %13s %21s\n", word, count(number), amount)
                                .stripTrailing())
                        .append('\n');
            });
        });
    }

    private static int rank(String question) {
        int rank = ORDER.indexOf(question.split("[.:]", 2)[0]);
        return rank < 0 ? ORDER.size() : rank;
    }

    private String question(String question) {
        if (question.startsWith("modifier:")) {
            return label("QUESTION", "modifier") + " " + question.substring("modifier:".length());
        }
        return label("QUESTION", question);
    }

    private void findings(Tally tally) {
        if (!tally.findings().isEmpty()) {
            line("");
            line(say("Constats, en praticiens", "Findings, in practitioners"));
            tally.findings().forEach((code, number) -> pair(code, count(number)));
        }
    }

    private void pair(String name, String number) {
        out.append(String.format(Locale.ROOT, "    %-50s %13s\n", name, number));
    }

    private String label(String domain, String code) {
        return words.label(domain, code).map(this::in).orElse(code);
    }

    private String in(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    private String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', french ? '\u00A0' : ',');
    }

    private String euros(long cents) {
        String plain = BigDecimal.valueOf(cents, 2).abs().toPlainString();
        int point = plain.indexOf('.');
        String sign = cents < 0 ? "-" : "";
        String whole = count(Long.parseLong(plain.substring(0, point)));
        return french
                ? sign + whole + "," + plain.substring(point + 1) + "\u00A0€"
                : sign + "EUR\u00A0" + whole + plain.substring(point);
    }
}
