package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Move;
import fr.optam.compare.trend.Series;
import fr.optam.compare.trend.Target;
import fr.optam.decision.RulebookId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A trend as a person reads it in a terminal. */
final class TrendText {
    private static final int GROUPS = 12;
    static final int FIRST = 46;
    static final int COLUMN = 13;

    private final TrendResult result;
    private final TrendWords words;
    private final StringBuilder text = new StringBuilder();

    TrendText(TrendResult result, boolean french) {
        this.result = result;
        this.words = new TrendWords(result.rulebook(), french);
    }

    String text() {
        head();
        membership();
        rates();
        moves();
        groups(Group.By.OPTION, words.say("Adhérents par option", "Members by option"), "members");
        groups(
                Group.By.SPECIALTY,
                words.say("Part des adhérents par spécialité", "Share of members by specialty"),
                "memberShare");
        groups(
                Group.By.DEPARTMENT,
                words.say("Part des adhérents par département", "Share of members by department"),
                "memberShare");
        targets();
        new TrendTextAhead(result, words, text).write();
        return text.toString();
    }

    private String say(String fr, String en) {
        return words.say(fr, en);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void title(String title) {
        text.append('\n').append(title).append('\n');
    }

    private void head() {
        List<Integer> years = List.copyOf(result.count().years());
        line(say("Années ", "Years ")
                + years.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " · "
                + words.number(result.count().practitioners())
                + say(" praticiens", " practitioners")
                + (result.count().synthetic() ? " · SYNTHETIC" : ""));
        for (TrendYear.Read read : result.reads()) {
            RulebookId id = read.rulebook();
            line("  " + read.source().year() + "  " + read.source().path() + "  "
                    + words.number(read.size()) + say(" praticiens, référentiel ", " practitioners, rulebook ")
                    + id.version() + id.overlays().stream().map(o -> " + " + o).collect(Collectors.joining())
                    + (read.rejectedRows() + read.rejectedPractitioners() == 0
                            ? ""
                            : say(" ; rejetés : ", "; rejected: ")
                                    + words.number(read.rejectedRows())
                                    + say(" lignes, ", " rows, ")
                                    + words.number(read.rejectedPractitioners())
                                    + say(" praticiens", " practitioners"))
                    + (read.notEvaluable() == 0
                            ? ""
                            : say(" ; non évaluables : ", "; not evaluable: ") + words.number(read.notEvaluable())));
        }
        if (result.reads().stream().anyMatch(r -> !r.source().run() && r.rejectedRows() > 0)) {
            line("  "
                    + say(
                            "Les lignes rejetées, chacune avec sa raison : optam batch --input DIR --year Y",
                            "Rejected rows, each with its reason: optam batch --input DIR --year Y"));
        }
        result.notes().forEach(note -> line("  ! " + words.say(note)));
    }

    private void heads(String first) {
        StringBuilder line = new StringBuilder(pad(first, FIRST));
        result.count().years().forEach(y -> line.append(left(String.valueOf(y))));
        line.append(left(say("par an", "a year"))).append(left(say("(médiane)", "(median)")));
        line(line.toString());
    }

    private Optional<Series> series(String measure, Group group) {
        return result.series().stream()
                .filter(s -> s.measure().equals(measure) && s.group().equals(group))
                .findFirst();
    }

    private void row(String name, String measure) {
        series(measure, Group.ALL).ifPresent(s -> row(name, s));
    }

    private void row(String name, Series series) {
        StringBuilder line = new StringBuilder(pad("  " + name, FIRST));
        for (int year : result.count().years()) {
            BigDecimal value = series.values().get(year);
            line.append(left(value == null ? "·" : words.value(series, value)));
        }
        line.append(left(words.plain(series))).append(left(words.robust(series)));
        line(line.toString());
    }

    private void membership() {
        title(say("Adhésion", "Membership"));
        heads("");
        row(say("praticiens", "practitioners"), "practitioners");
        row(say("peuvent adhérer (moteur)", "may join (engine)"), "mayJoin");
        row(say("adhérents", "members"), "members");
        row(say("part de ceux qui peuvent adhérer", "share of those who may join"), "memberShare");
        row(say("part de tous les praticiens", "share of all practitioners"), "memberShareOfAll");
        row(say("entrées dans une option", "joined an option"), "joined");
        row(say("sorties", "left"), "left");
        row(say("changements d’option", "switched option"), "switched");
    }

    private void rates() {
        for (String rate : ratesOf()) {
            title(first(words.rate(rate)) + say(" des adhérents", " of the members"));
            heads("");
            for (String kind : List.of("observed", "committed")) {
                String name = kind.equals("observed") ? say("observé", "observed") : say("engagé", "committed");
                row(name + say(", moyenne", ", mean"), kind + "." + rate + ".mean");
                row(name + say(", quart inférieur", ", lower quarter"), kind + "." + rate + ".p25");
                row(name + say(", médiane", ", median"), kind + "." + rate + ".median");
                row(name + say(", quart supérieur", ", upper quarter"), kind + "." + rate + ".p75");
            }
            row(
                    say("même praticien : écart médian observé", "same practitioner: median change"),
                    "changeObserved." + rate + ".median");
            row(say("tiennent l’engagement", "keep the commitment"), "respect." + rate + "Share");
        }
        title(say("Respect et montants", "Respect and amounts"));
        heads("");
        row(say("tiennent les deux engagements", "keep both commitments"), "respectShare");
        row(say("prime due", "bonus due"), "prime");
        row(say("prime non chiffrée, praticiens", "bonus not known, practitioners"), "primeUnknown");
        row(say("à récupérer", "to recover"), "clawback");
        row(say("récupération non chiffrée, praticiens", "recovery not known, practitioners"), "clawbackUnknown");
    }

    private List<String> ratesOf() {
        return Series.named(result.series(), "observed.", ".mean");
    }

    private static String first(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private void moves() {
        if (result.count().moves().isEmpty()) {
            return;
        }
        title(say("D’une année à la suivante", "From a year to the next"));
        for (Map.Entry<Move, Long> each : result.count().moves().entrySet()) {
            Move move = each.getKey();
            line(pad(
                            "  " + move.year() + "  " + words.standing(move.from()) + " → " + words.standing(move.to()),
                            FIRST + COLUMN)
                    + left(words.number(each.getValue())));
        }
    }

    private void groups(Group.By by, String title, String measure) {
        List<Series> all = result.series().stream()
                .filter(s -> s.measure().equals(measure) && s.group().by() == by)
                .sorted(Comparator.comparing((Series s) ->
                                s.of().values().stream().max(Long::compare).orElse(0L))
                        .reversed()
                        .thenComparing(Series::group))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        title(title);
        heads("");
        List<Series> shown = new ArrayList<>(all.subList(0, Math.min(GROUPS, all.size())));
        shown.forEach(s -> row(words.named(s.group()), s));
        if (all.size() > GROUPS) {
            line("  … " + words.number(all.size() - (long) GROUPS)
                    + say(" autres : --tables FICHIER les donne tous", " more: --tables FILE gives them all"));
        }
    }

    private void targets() {
        List<String> lines = new ArrayList<>();
        for (Target target : result.targets()) {
            series(target.measure(), target.group()).ifPresent(s -> {
                int year = target.year()
                        .filter(s.values()::containsKey)
                        .orElse(s.values().lastKey());
                lines.add("  " + words.say(target.words())
                        + (target.sources().isEmpty()
                                ? ""
                                : " (" + String.join(", ", target.sources()) + " · " + target.confidence()
                                        + target.year().map(y -> ", " + y).orElse("") + ")")
                        + say(" : ", ": ")
                        + words.percent(target.value())
                        + say(" ; cohorte en ", "; cohort in ")
                        + year
                        + say(" : ", ": ")
                        + words.percent(s.values().get(year))
                        + " ("
                        + words.points(s.values().get(year).subtract(target.value()))
                        + ")");
            });
        }
        if (!lines.isEmpty()) {
            title(say("Cible et repères", "Target and points of comparison"));
            lines.forEach(this::line);
        }
    }

    static String pad(String words, int width) {
        return words.length() >= width
                ? words.substring(0, width - 2) + "… "
                : words + " ".repeat(width - words.length());
    }

    static String left(String words) {
        return left(words, COLUMN);
    }

    static String left(String words, int width) {
        return " ".repeat(Math.max(1, width - words.length())) + words;
    }
}
