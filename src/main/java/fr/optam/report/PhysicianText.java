package fr.optam.report;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.explain.Account;
import fr.optam.explain.Change;
import fr.optam.explain.Notice;
import fr.optam.report.Lines.Mark;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account for the physician: plain sentences, what to do next, and what would change the decision. */
final class PhysicianText {
    private static final List<String> NEXT = List.of("REMEDIES", "CONTACT");
    private static final List<String> TOLD = List.of("PUBLISHER", "PURPOSE", "EXPLANATION", "DATA_PROTECTION");

    private final Account account;
    private final Decision decision;
    private final Page page;
    private final AccountWords words;
    private final Lines out;

    PhysicianText(Account account, Page page) {
        this.account = account;
        this.decision = account.explanation().decision();
        this.page = page;
        this.words = new AccountWords(account, page);
        this.out = new Lines(page.width(), page.colour());
    }

    String text() {
        head();
        decision.answers().stream()
                .filter(answer -> !answer.question().startsWith(AccountWords.MODIFIER))
                .forEach(this::answer);
        LetterGroup.of(decision.answers()).forEach(this::letters);
        findings();
        next();
        changes();
        mention();
        return out.toString();
    }

    private void head() {
        out.spread(
                page.say("Praticien ", "Practitioner ")
                        + decision.practitioner()
                        + page.say(", année ", ", year ")
                        + decision.year(),
                Mark.BOLD,
                page.label("OUTCOME", decision.outcome()).toUpperCase(Locale.ROOT),
                Mark.BOLD);
        out.wrapped(2, Mark.NONE, words.in(decision.outcomeSentence()));
        account.evidence()
                .recorded()
                .filter(found -> !found.same() || !found.holds())
                .ifPresent(found -> out.wrapped(
                        2,
                        Mark.RED,
                        page.say(
                                "ATTENTION\u00A0: le dossier enregistré et cette explication ne concordent pas.",
                                "WARNING: the run as recorded and this explanation do not agree.")));
    }

    private void answer(Answer answer) {
        out.gap();
        out.spread(words.question(answer.question()), Mark.BOLD, words.said(answer), Mark.NONE);
        out.wrapped(2, Mark.NONE, words.in(answer.sentence()));
        missing(answer);
        source(answer);
    }

    private void missing(Answer answer) {
        if (!answer.missing().isEmpty()) {
            out.wrapped(
                    "  ",
                    Mark.YELLOW,
                    page.say("Il manque\u00A0: ", "Missing: ")
                            + words.few(answer.missing().stream()
                                    .map(words::path)
                                    .distinct()
                                    .toList()));
        }
    }

    private void source(Answer answer) {
        String titles = words.titles(answer);
        if (!titles.isEmpty()) {
            out.wrapped(
                    "  ",
                    Mark.DIM,
                    page.say("Source\u00A0: ", "Source: ") + titles + " ("
                            + page.label("CONFIDENCE", answer.confidence().name()) + ")");
        }
    }

    private void letters(LetterGroup group) {
        int acts = group.answers().size();
        Answer first = group.first();
        out.gap();
        out.spread(
                page.label("QUESTION", "modifier") + " " + group.letter() + ", " + acts
                        + page.say(acts > 1 ? " actes" : " acte", acts > 1 ? " acts" : " act"),
                Mark.BOLD,
                Stream.of(
                                page.verdict(first.question(), first.verdict()),
                                group.amount().map(words.figures()::euros).orElse(""))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                Mark.NONE);
        out.wrapped(2, Mark.NONE, words.in(first.sentence()));
        out.wrapped(
                "  ",
                Mark.DIM,
                page.say(acts > 1 ? "Actes\u00A0: " : "Acte\u00A0: ", acts > 1 ? "Acts: " : "Act: ")
                        + words.few(group.acts()));
        missing(first);
        source(first);
    }

    private void findings() {
        if (!decision.problems().isEmpty()) {
            title(page.say("À vérifier", "To be checked"));
            decision.problems()
                    .forEach(problem -> out.wrapped(
                            "  – ",
                            Mark.NONE,
                            words.in(problem.sentence())
                                    + problem.amount()
                                            .map(amount ->
                                                    " (" + words.figures().euros(amount) + ")")
                                            .orElse("")
                                    + (problem.acts().isEmpty()
                                            ? ""
                                            : page.say(" Actes\u00A0: ", " Acts: ") + words.few(problem.acts())
                                                    + ".")));
        }
    }

    private void next() {
        title(page.say("Que faire ensuite", "What to do next"));
        account.notices().stream()
                .filter(notice -> NEXT.contains(notice.code()))
                .forEach(this::notice);
    }

    private void notice(Notice notice) {
        out.wrapped("  ", Mark.NONE, words.in(notice.name()) + page.say("\u00A0: ", ": ") + words.notice(notice));
    }

    private void changes() {
        if (account.changes().tried().isEmpty()) {
            return;
        }
        title(page.say("Ce qui changerait la décision", "What would change the decision"));
        MoveWords moves = new MoveWords(page.french(), page::label);
        Map<String, List<Change>> byQuestion = account.changes().changes().stream()
                .collect(Collectors.groupingBy(Change::question, LinkedHashMap::new, Collectors.toList()));
        byQuestion.forEach((question, changes) -> {
            Change first = changes.get(0);
            out.wrapped(
                    "  ",
                    Mark.NONE,
                    words.question(question)
                            + page.say("\u00A0: «\u00A0", ": “")
                            + page.verdict(question, first.to())
                            + page.say("\u00A0» au lieu de «\u00A0", "” instead of “")
                            + page.verdict(question, first.from())
                            + page.say(
                                    changes.size() > 1
                                            ? "\u00A0», avec l’un de ces changements\u00A0:"
                                            : "\u00A0», avec\u00A0:",
                                    changes.size() > 1 ? "”, with one of these changes:" : "”, with:"));
            changes.forEach(change -> out.wrapped("    – ", Mark.NONE, moves.line(change)));
        });
        List<String> none = account.changes().tried().stream()
                .filter(question -> !byQuestion.containsKey(question))
                .map(words::question)
                .toList();
        if (!none.isEmpty()) {
            out.wrapped(
                    "  ",
                    Mark.NONE,
                    page.say(
                                    "Aucun changement d’un ou deux chiffres de l’activité ne suffirait pour\u00A0: ",
                                    "No change of one or two figures of the activity would do for: ")
                            + words.few(none) + ".");
        }
        fixed();
    }

    /** What nobody can change, by the reason why. */
    private void fixed() {
        Map<String, Set<String>> byReason = new LinkedHashMap<>();
        account.changes().fixed().forEach(each -> {
            String value = words.value(each.path(), each.value());
            if (!value.isEmpty()) {
                byReason.computeIfAbsent(words.in(each.why()), why -> new LinkedHashSet<>())
                        .add(words.path(each.path()) + " (" + value + ")");
            }
        });
        if (!byReason.isEmpty()) {
            out.wrapped("  ", Mark.NONE, page.say("Ce qui ne peut pas être changé\u00A0:", "What can’t be changed:"));
            byReason.forEach((why, facts) ->
                    out.wrapped("    – ", Mark.NONE, String.join(", ", facts) + page.say("\u00A0: ", ": ") + why));
        }
    }

    private void mention() {
        title(page.say("À propos de ce traitement", "About this processing"));
        out.wrapped(
                2,
                Mark.NONE,
                page.say(
                        "Cette décision s’appuie sur un traitement algorithmique. Vous pouvez demander à l’organisme"
                                + " comment il a été appliqué à votre cas.",
                        "This decision rests on an algorithm. You may ask the authority how it was applied to your"
                                + " case."));
        account.notices().stream()
                .filter(notice -> TOLD.contains(notice.code()))
                .forEach(this::notice);
    }

    private void title(String title) {
        out.gap().line(out.marked(Mark.BOLD, title));
    }
}
