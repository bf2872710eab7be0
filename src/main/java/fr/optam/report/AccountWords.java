package fr.optam.report;

import fr.optam.decision.Answer;
import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import fr.optam.decision.Source;
import fr.optam.explain.Account;
import fr.optam.explain.FactRead;
import fr.optam.explain.Failed;
import fr.optam.explain.Notice;
import fr.optam.explain.Reading;
import fr.optam.rulebook.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that every view of an account uses. */
final class AccountWords {
    static final String MODIFIER = "modifier:";
    private static final int FEW = 8;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PERCENT = Pattern.compile("-?\\d+(\\.\\d{1,4}0*)?");

    private final Page page;
    private final Figures figures;
    private final Map<String, Firing> firings = new TreeMap<>();
    private final Map<String, FactRead> facts = new TreeMap<>();

    AccountWords(Account account, Page page) {
        this.page = page;
        this.figures = new Figures(page.french());
        account.explanation().decision().firings().forEach(firing -> firings.put(firing.id(), firing));
        account.explanation().facts().forEach(fact -> facts.putIfAbsent(fact.path(), fact));
    }

    Figures figures() {
        return figures;
    }

    Optional<Firing> firing(String id) {
        return Optional.ofNullable(firings.get(id));
    }

    String in(Sentence sentence) {
        return page.say(sentence.fr(), sentence.en());
    }

    /** What a question is called; a letter with its act. */
    String question(String question) {
        if (question.equals("outcome")) {
            return page.say("Issue de l’année", "Outcome of the year");
        }
        if (!question.startsWith(MODIFIER)) {
            return page.label("QUESTION", question);
        }
        int last = question.lastIndexOf(':');
        return page.label("QUESTION", "modifier") + " " + question.substring(last + 1) + page.say(", acte ", ", act ")
                + question.substring(MODIFIER.length(), last);
    }

    /** Verdict, value and amount. */
    String said(Answer answer) {
        return Stream.of(
                        page.verdict(answer.question(), answer.verdict()),
                        answer.value()
                                .map(value -> figures.of(value, answer.unit().orElse("")))
                                .orElse(""),
                        answer.amount().map(figures::euros).orElse(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The sources of the steps that made an answer, by title. */
    String titles(Answer answer) {
        Set<String> titles = new LinkedHashSet<>();
        for (String id : answer.proof()) {
            for (Source source : firing(id).map(Firing::sources).orElse(List.of())) {
                String title = page.sources().getOrDefault(source.id(), source.id());
                titles.add(source.article().isEmpty() ? title : title + ", " + source.article());
            }
        }
        return String.join(page.say("\u00A0; ", "; "), titles);
    }

    /** Sources by id, as a table cites them. */
    static String ids(List<Source> sources) {
        String article = sources.stream()
                .map(Source::article)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return sources.stream().map(Source::id).distinct().collect(Collectors.joining(", "))
                + (article.isEmpty() ? "" : ", " + article);
    }

    /** First and last day. */
    String validity(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return page.say("toujours valable", "always valid");
        }
        return from.map(day -> page.say("depuis le ", "from ") + figures.day(day))
                        .orElse("")
                + to.map(day -> (from.isPresent() ? " " : "") + page.say("jusqu’au ", "to ") + figures.day(day))
                        .orElse("");
    }

    /** A value that was read, for people. */
    String read(Reading reading) {
        String label = page.say(reading.fr(), reading.en());
        if (!reading.unknown().isEmpty()) {
            return label + page.say(" = inconnu (", " = unknown (") + few(reading.unknown()) + ")";
        }
        return label + " = " + shown(reading.field(), reading.value());
    }

    /** A value as people write it: days with the name of their month, amounts in euros, rates in percent; codes stay. */
    String shown(String path, String value) {
        int bracket = path.indexOf('[');
        String field = (bracket < 0 ? path : path.substring(0, bracket)).replaceFirst(".*[.]", "");
        if (value.isEmpty() || value.equals("null")) {
            return field.equals("to") ? page.say("sans fin", "no end") : page.say("aucune valeur", "no value");
        }
        if (value.equals("unknown")) {
            return page.say("inconnu", "unknown");
        }
        if (DAY.matcher(value).matches()) {
            return figures.of(value, "date");
        }
        Unit unit = page.units().getOrDefault(field, path.startsWith("paid.") ? Unit.EUR : Unit.TEXT);
        return switch (unit) {
            case EUR -> figures.of(value, "EUR");
            case POINTS -> figures.of(value, "points");
            case RATE -> PERCENT.matcher(value).matches() ? figures.of(value, "rate") : value;
            default -> value;
        };
    }

    /** A condition that did not hold: what was read, and what was wanted. */
    String failed(Failed failed) {
        String read = failed.readings().stream().map(this::read).collect(Collectors.joining(", "));
        return (read.isEmpty() ? "" : read + page.say("\u00A0; ", "; ")) + wanted(failed);
    }

    /** What a condition that did not hold wanted. */
    String wanted(Failed failed) {
        String wanted = failed.test().isEmpty()
                ? page.say("condition ", "condition ") + failed.condition()
                : page.say("attendu\u00A0: ", "wanted: ") + in(failed.wanted());
        return wanted
                + (failed.validity() && !failed.open()
                        ? page.say(" (hors de la période de validité)", " (outside its validity)")
                        : "");
    }

    /** Some of many. */
    String few(List<String> all) {
        return few(all, FEW);
    }

    /** Some of many, at most so many and one more: it takes as much room to name the last as to count it. */
    String few(List<String> all, int most) {
        int shown = all.size() <= most + 1 ? all.size() : most;
        List<String> some = new ArrayList<>(all.subList(0, shown));
        String more = all.size() > shown
                ? page.say(" et " + (all.size() - shown) + " autres", " and " + (all.size() - shown) + " more")
                : "";
        return String.join(", ", some) + more;
    }

    /** What a statement of the authority says; who owes it if there is none. */
    String notice(Notice notice) {
        return notice.text()
                .map(this::in)
                .orElse(page.say("à compléter par l’organisme", "to be supplied by the authority"));
    }

    /** What a fact is called that was read at a path; the path if it has no name. */
    String path(String path) {
        FactRead fact = facts.get(path);
        String label = fact == null ? "" : page.say(fact.fr(), fact.en());
        return label.isEmpty() ? path : label;
    }

    /** The value that was read at a path, with the label of its code or in its unit; empty if it is not known. */
    String value(String path, String value) {
        if (value.isEmpty() || value.equals("unknown") || value.equals("null")) {
            return "";
        }
        String shown = shown(path, value);
        return shown.equals(value)
                ? page.label(path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT), value)
                : shown;
    }

    /** Name of a fact; its path if it has none. */
    String fact(FactRead fact) {
        String label = page.say(fact.fr(), fact.en());
        return label.isEmpty() ? fact.path() : label + " (" + fact.path() + ")";
    }
}
