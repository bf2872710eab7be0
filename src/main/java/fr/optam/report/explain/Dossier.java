package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import fr.optam.decision.Source;
import fr.optam.explain.Account;
import fr.optam.explain.Step;
import fr.optam.report.Figures;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The account of one decision with the words to say it in one language. */
final class Dossier {
    static final String SEPARATE = ":";
    private static final String MODIFIER = "modifier" + SEPARATE;

    private final Account account;
    private final Rulebook rulebook;
    private final Lang lang;
    private final Figures figures;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Reference> sources = new HashMap<>();
    private final Map<String, List<String>> best = new HashMap<>();

    /** A source of the registry. */
    private record Reference(String title, String address) {}

    Dossier(Account account, Rulebook rulebook, Lang lang) {
        this.account = account;
        this.rulebook = rulebook;
        this.lang = lang;
        this.figures = new Figures(lang == Lang.FR);
        account.explanation().steps().forEach(step -> steps.put(step.firing().id(), step));
        rows("reference/sources")
                .forEach(row ->
                        sources.put(text(row, "sourceId"), new Reference(text(row, "title"), text(row, "address"))));
        rows("reference/verdicts")
                .forEach(row -> best.put(
                        text(row, "question"),
                        Arrays.stream(text(row, "best").split("[;,]"))
                                .map(String::strip)
                                .toList()));
    }

    Account account() {
        return account;
    }

    Decision decision() {
        return account.explanation().decision();
    }

    Rulebook rulebook() {
        return rulebook;
    }

    Lang lang() {
        return lang;
    }

    Figures figures() {
        return figures;
    }

    String say(String fr, String en) {
        return lang.say(fr, en);
    }

    /** A head of the page's own language and a colon as that language writes it. */
    String colon(String fr, String en) {
        return say(fr + "\u00A0: ", en + ": ");
    }

    /** Rows of a list that hold on the last day of the year decided. */
    List<PlainRow> rows(String list) {
        LocalDate day = LocalDate.of(account.facts().year(), 12, 31);
        return rulebook.list(list).map(PlainTable::rows).orElse(List.of()).stream()
                .filter(row -> row.citation().validOn(day))
                .toList();
    }

    static String text(PlainRow row, String column) {
        return Optional.ofNullable(row.values().get(column))
                .map(String::valueOf)
                .orElse("");
    }

    Optional<Step> step(String firing) {
        return Optional.ofNullable(steps.get(firing));
    }

    Optional<Firing> firing(String id) {
        return step(id).map(Step::firing);
    }

    /** Label of a code; the code itself if it has none. */
    String label(String domain, String code) {
        return rulebook.words().label(domain, code).map(lang::say).orElse(code);
    }

    /** Label of a code in any of several domains. */
    String label(List<String> domains, String code) {
        return domains.stream()
                .flatMap(domain -> rulebook.words().label(domain, code).stream())
                .findFirst()
                .map(lang::say)
                .orElse(code);
    }

    String verdict(String question, String verdict) {
        return label(List.of(question.split("[.:]", 2)[0].toUpperCase(Locale.ROOT), "VERDICT"), verdict);
    }

    /** What a question is called; a letter of an act by both. */
    String question(String question) {
        if (question.equals("outcome")) {
            return say("Issue de l’année", "Outcome of the year");
        }
        if (!question.startsWith(MODIFIER)) {
            return label("QUESTION", question);
        }
        int letter = question.lastIndexOf(SEPARATE);
        return label("QUESTION", "modifier") + "\u00A0" + question.substring(letter + 1) + say(", acte ", ", act ")
                + question.substring(MODIFIER.length(), letter);
    }

    static boolean ofLetter(String question) {
        return question.startsWith(MODIFIER);
    }

    /** Answers that are not about one letter of one act. */
    List<Answer> answers() {
        return decision().answers().stream()
                .filter(answer -> !ofLetter(answer.question()))
                .toList();
    }

    Optional<Answer> answer(String question) {
        return decision().answers().stream()
                .filter(answer -> answer.question().equals(question))
                .findFirst();
    }

    /** Colour of a verdict: {@code good}, {@code warn}, {@code bad}; {@code info} if none is better than another. */
    String tone(String question, String verdict) {
        List<String> order = best.getOrDefault(
                ofLetter(question) ? MODIFIER + "*" : question, best.getOrDefault(question, List.of()));
        int place = order.indexOf(verdict);
        if (place < 0) {
            return verdict.startsWith("NOT_E") || verdict.equals("REVIEW") ? "warn" : "info";
        }
        return place == 0 ? "good" : place == order.size() - 1 || order.size() > 3 ? "bad" : "warn";
    }

    /** Figures of an answer in words, none if it has none. */
    List<String> figures(Answer answer) {
        List<String> all = new ArrayList<>();
        answer.value()
                .ifPresent(value -> all.add(figures.of(value, answer.unit().orElse(""))));
        answer.amount().ifPresent(amount -> all.add(figures.euros(amount)));
        return all;
    }

    Optional<Field> field(String name) {
        return rulebook.dictionary().field(name);
    }

    /** Citations, each once, with title and link. */
    List<Span> cited(List<Source> cited) {
        List<Span> all = new ArrayList<>();
        Map<String, String> articles = new LinkedHashMap<>();
        cited.forEach(source -> articles.merge(
                source.id(), source.article(), (one, other) -> one.contains(other) ? one : one + ", " + other));
        articles.forEach((id, article) -> {
            if (!all.isEmpty()) {
                all.add(Span.lineBreak());
            }
            Reference reference = sources.getOrDefault(id, new Reference(id, ""));
            String address = reference.address().split(" ; ")[0];
            all.add(address.startsWith("http") ? Span.link(reference.title(), address) : Span.text(reference.title()));
            all.add(Span.soft(" (" + id + (article.isEmpty() ? "" : ", " + article) + ")"));
        });
        return all;
    }

    String day(LocalDate day) {
        return figures.day(day);
    }

    /** When a row is in force. */
    String validity(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent()) {
            return say("du ", "from ") + day(from.get()) + say(" au ", " to ") + day(to.get());
        }
        return from.map(day -> say("depuis le ", "since ") + day(day))
                .or(() -> to.map(day -> say("jusqu’au ", "until ") + day(day)))
                .orElse(say("toujours", "always"));
    }

    String say(Sentence sentence) {
        return lang.say(sentence);
    }

    /** A remark of the rulebook, which is in French. */
    Span french(String text) {
        return lang == Lang.FR ? Span.soft(text) : Span.foreign(text, Lang.FR.tag());
    }
}
