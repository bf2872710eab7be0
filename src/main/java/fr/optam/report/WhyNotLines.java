package fr.optam.report;

import fr.optam.explain.Explanation;
import fr.optam.explain.Failed;
import fr.optam.explain.NotApplied;
import fr.optam.explain.NotAsked;
import fr.optam.report.Lines.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What did not apply, table by table: near misses first, rows of the same cause folded into one line. */
final class WhyNotLines {
    private static final int NEAR = 4;
    private static final int CAUSES = 6;
    private static final int NEAR_RULES = 2;
    private static final int CAUSES_OF_RULES = 3;
    private static final int FACTS = 3;

    private final Explanation explanation;
    private final Page page;
    private final AccountWords words;
    private final Lines out;
    private final Map<Object, String> shown = new HashMap<>();
    private String asked = "";

    WhyNotLines(Explanation explanation, Page page, AccountWords words, Lines out) {
        this.explanation = explanation;
        this.page = page;
        this.words = words;
        this.out = out;
    }

    /** What is alike of several rows: the field that decided and its value. */
    private record Cause(String read, boolean validity) {}

    /**
     * What did not apply to a question.
     *
     * @param question what it is called
     * @param named its name, {@code modifier:a1:K}
     */
    void write(String question, String named, List<Integer> places, List<Integer> notAsked) {
        asked = named;
        Map<String, List<Integer>> files = new LinkedHashMap<>();
        places.forEach(place ->
                files.computeIfAbsent(file(place), each -> new ArrayList<>()).add(place));
        files.forEach((file, some) -> {
            String before = shown.putIfAbsent(List.of(file, some), question);
            List<NotApplied> entries =
                    some.stream().map(explanation.notApplied()::get).toList();
            String title = file + page.say("\u00A0: ", ": ") + count(entries);
            if (before != null) {
                out.wrapped(
                        "    ",
                        Mark.DIM,
                        title + page.say(", voir «\u00A0", ", see “") + before + page.say("\u00A0»", "”"));
            } else {
                out.wrapped("    ", Mark.NONE, title);
                write(entries);
            }
        });
        notAsked.forEach(place -> silent(explanation.notAsked().get(place)));
    }

    private String file(int place) {
        String at = explanation.notApplied().get(place).at();
        return at.substring(0, at.indexOf('!'));
    }

    private String count(List<NotApplied> entries) {
        long rules = entries.stream().map(NotApplied::rule).distinct().count();
        boolean table = !entries.get(0).table().isEmpty();
        String many = rules > 1 ? "s" : "";
        return rules
                + page.say(
                        table ? " ligne" + many + " sans effet" : " règle" + many + " sans effet",
                        table ? " row" + many + " without effect" : " rule" + many + " without effect");
    }

    private void write(List<NotApplied> entries) {
        boolean table = !entries.get(0).table().isEmpty();
        List<NotApplied> sorted = entries.stream()
                .sorted(Comparator.comparing((NotApplied each) -> each.failed().size())
                        .thenComparing(each -> each.failed().stream().anyMatch(Failed::validity)))
                .toList();
        List<NotApplied> near = sorted.stream()
                .filter(each -> each.failed().size() <= 1)
                .limit(table ? NEAR : NEAR_RULES)
                .toList();
        near.forEach(each -> entry(each, FACTS));
        List<NotApplied> rest = new ArrayList<>(sorted);
        rest.removeAll(near);
        fold(rest, table ? CAUSES : CAUSES_OF_RULES);
    }

    /**
     * One row with each condition that did not hold.
     *
     * @param most how many of the facts it was asked about are named
     */
    void entry(NotApplied each, int most) {
        String place = each.at().substring(each.at().lastIndexOf('!') + 1);
        String conditions = each.failed().stream()
                .map(failed -> (each.table().isEmpty() ? "" : failed.at() + " ") + words.failed(failed))
                .collect(Collectors.joining(" | "));
        out.wrapped(
                "      – ",
                Mark.NONE,
                each.rule() + ", " + place + facts(each, most) + page.say("\u00A0: ", ": ") + conditions);
    }

    /** Every row with each condition that did not hold; what rows of the same facts read alike is said once. */
    void all(List<NotApplied> entries) {
        Map<Object, List<NotApplied>> alike = new LinkedHashMap<>();
        entries.forEach(each -> alike.computeIfAbsent(
                        List.of(
                                each.facts(),
                                each.failed().stream().map(Failed::readings).toList()),
                        key -> new ArrayList<>())
                .add(each));
        alike.values().forEach(rows -> {
            if (rows.size() == 1) {
                entry(rows.get(0), Integer.MAX_VALUE - 1);
            } else {
                together(rows);
            }
        });
    }

    private void together(List<NotApplied> rows) {
        NotApplied first = rows.get(0);
        String read = first.failed().stream()
                .map(failed -> failed.readings().stream().map(words::read).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | "));
        out.wrapped(
                "      – ",
                Mark.NONE,
                rows.size()
                        + page.say(
                                first.table().isEmpty() ? " règles" : " lignes",
                                first.table().isEmpty() ? " rules" : " rows")
                        + facts(first, Integer.MAX_VALUE - 1)
                        + (read.isEmpty() ? "" : page.say("\u00A0: ", ": ") + read));
        rows.forEach(each -> out.wrapped(
                "        ",
                Mark.NONE,
                each.rule() + ", " + each.at().substring(each.at().lastIndexOf('!') + 1) + page.say("\u00A0: ", ": ")
                        + each.failed().stream()
                                .map(failed -> (each.table().isEmpty() ? "" : failed.at() + " ") + words.wanted(failed))
                                .collect(Collectors.joining(" | "))));
    }

    private String facts(NotApplied each, int most) {
        List<String> all = each.facts().stream().filter(fact -> !fact.isEmpty()).toList();
        List<String> own = all.stream().filter(this::own).toList();
        List<String> named = own.isEmpty() ? all : own;
        return named.isEmpty() ? "" : page.say(", pour ", ", for ") + words.few(named, most);
    }

    /** Whether a fact is the one that the question is about: its letter, or the fact that stands for a code in its name. */
    private boolean own(String fact) {
        if (asked.startsWith(AccountWords.MODIFIER)) {
            int letter = asked.lastIndexOf(':');
            return fact.equals("acts." + asked.substring(AccountWords.MODIFIER.length(), letter) + ".modifiers."
                    + asked.substring(letter + 1));
        }
        return List.of(asked.split("[.]")).contains(fact);
    }

    private void fold(List<NotApplied> rest, int causesShown) {
        Map<Cause, List<NotApplied>> causes = new LinkedHashMap<>();
        rest.stream().filter(each -> !each.failed().isEmpty()).forEach(each -> {
            Failed first = each.first();
            String read = first.readings().stream().map(words::read).collect(Collectors.joining(", "));
            causes.computeIfAbsent(new Cause(read, first.validity()), cause -> new ArrayList<>())
                    .add(each);
        });
        List<Map.Entry<Cause, List<NotApplied>>> most = causes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Cause, List<NotApplied>> cause) ->
                        -cause.getValue().size()))
                .toList();
        most.stream().limit(causesShown).forEach(cause -> cause(cause.getKey(), cause.getValue()));
        if (most.size() > causesShown) {
            long rules = most.stream()
                    .skip(causesShown)
                    .flatMap(cause -> cause.getValue().stream())
                    .map(NotApplied::rule)
                    .distinct()
                    .count();
            out.wrapped(
                    "      – ",
                    Mark.DIM,
                    page.say(
                            "pour d’autres causes (" + (most.size() - causesShown) + ")\u00A0: " + rules
                                    + " lignes ou règles, voir la vue auditeur",
                            "for other causes (" + (most.size() - causesShown) + "): " + rules
                                    + " rows or rules, see the auditor view"));
        }
    }

    private void cause(Cause cause, List<NotApplied> entries) {
        Set<String> rules = entries.stream().map(NotApplied::rule).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> wanted = entries.stream()
                .map(each -> words.in(each.first().wanted()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean table = !entries.get(0).table().isEmpty();
        String what = rules.size() == 1
                ? rules.iterator().next()
                : rules.size() + page.say(table ? " lignes" : " règles", table ? " rows" : " rules");
        out.wrapped(
                "      – ",
                Mark.NONE,
                what
                        + page.say("\u00A0: ", ": ")
                        + (cause.read().isEmpty() ? "" : cause.read() + page.say("\u00A0; ", "; "))
                        + page.say(table ? "attendu\u00A0: " : "condition\u00A0: ", table ? "wanted: " : "condition: ")
                        + words.few(List.copyOf(wanted))
                        + (cause.validity() ? page.say(" (hors validité)", " (outside validity)") : ""));
    }

    /** Rules that had nothing to look at. */
    void silent(NotAsked each) {
        int rules = each.rules().size();
        out.wrapped(
                "    ",
                Mark.NONE,
                each.file() + page.say("\u00A0: ", ": ") + rules
                        + page.say(
                                " ligne" + (rules > 1 ? "s" : "") + " ou règle" + (rules > 1 ? "s" : "")
                                        + " sans objet, aucun fait de cette sorte (",
                                " row" + (rules > 1 ? "s" : "") + " or rule" + (rules > 1 ? "s" : "")
                                        + " with nothing to look at, no fact of this kind (")
                        + kind(each.kind()) + ")");
    }

    private String kind(String kind) {
        return switch (kind) {
            case "Membership" -> page.say("adhésion", "membership");
            case "Activity" -> page.say("activité d’une année", "activity of a year");
            case "Count" -> page.say("nombre d’actes", "number of acts");
            case "Act" -> page.say("acte", "act");
            case "Letter" -> page.say("modificateur d’un acte", "modifier of an act");
            case "Event" -> page.say("événement de la procédure", "event of the procedure");
            case "Rise" -> page.say("hausse de tarif", "tariff rise");
            default -> kind;
        };
    }
}
