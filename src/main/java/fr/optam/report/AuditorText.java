package fr.optam.report;

import fr.optam.decision.Decision;
import fr.optam.explain.Account;
import fr.optam.explain.Evidence;
import fr.optam.explain.Explanation;
import fr.optam.explain.FactRead;
import fr.optam.explain.NotApplied;
import fr.optam.explain.ParameterRead;
import fr.optam.explain.Why;
import fr.optam.report.Lines.Mark;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An account for the auditor: everything, from the outcome down to facts and cells, and what shows that it is so. */
final class AuditorText {
    private final Account account;
    private final Explanation explanation;
    private final Decision decision;
    private final Page page;
    private final AccountWords words;
    private final Lines out;
    private final StepLines steps;
    private final WhyNotLines whyNot;

    AuditorText(Account account, Page page) {
        this.account = account;
        this.explanation = account.explanation();
        this.decision = explanation.decision();
        this.page = page;
        this.words = new AccountWords(account, page);
        this.out = new Lines(page.width(), page.colour());
        this.steps = new StepLines(account, page, words, out);
        this.whyNot = new WhyNotLines(explanation, page, words, out);
    }

    String text() {
        identity();
        evidence();
        outcome();
        answers();
        facts();
        parameters();
        notApplied();
        changes();
        notices();
        return out.toString();
    }

    private void title(String fr, String en) {
        out.gap().line(out.marked(Mark.BOLD, page.say(fr, en)));
    }

    private void pair(String fr, String en, String value) {
        out.wrapped("  ", Mark.NONE, page.say(fr + "\u00A0: ", en + ": ") + value);
    }

    private void identity() {
        out.line(out.marked(Mark.BOLD, page.say("Identité de la décision", "Identity of the decision")));
        pair("Praticien", "Practitioner", decision.practitioner());
        pair("Année", "Year", String.valueOf(decision.year()));
        pair("Issue", "Outcome", page.label("OUTCOME", decision.outcome()) + " (" + decision.outcome() + ")");
        pair(
                "Confiance",
                "Confidence",
                page.label("CONFIDENCE", decision.confidence().name()));
        pair(
                "Référentiel",
                "Rulebook",
                decision.rulebook().version() + ", " + decision.rulebook().digest()
                        + decision.rulebook().overlays().stream()
                                .map(name -> " + " + name)
                                .collect(Collectors.joining()));
        pair(
                "Programme qui explique",
                "Program that explains",
                account.evidence().engine());
    }

    private void evidence() {
        Evidence evidence = account.evidence();
        title("Preuves", "Evidence");
        pair("Empreinte des faits", "Digest of the facts", evidence.factsDigest());
        pair("Empreinte de la décision expliquée", "Digest of the decision explained", evidence.decisionDigest());
        pair(
                "Seconde évaluation des tables, sans le moteur",
                "Second evaluation of the tables, without the engine",
                explanation.disagreements().isEmpty()
                        ? page.say("identique", "the same")
                        : explanation.disagreements().stream().map(words::in).collect(Collectors.joining(" ")));
        evidence.recorded().ifPresent(recorded -> {
            pair("Programme qui a décidé", "Program that decided", recorded.engine());
            pair("Racine du dossier", "Root of the run", recorded.root());
            pair("Place dans le dossier", "Place in the run", (recorded.index() + 1) + "/" + recorded.size());
            pair(
                    "Preuve d’inclusion",
                    "Inclusion proof",
                    recorded.holds()
                            ? page.say("vérifiée", "holds")
                            : page.say(
                                    "FAUSSE\u00A0: la décision ne figure pas sous cette racine",
                                    "FALSE: the decision does not stand under this root"));
            recorded.path().forEach(hash -> out.line("    " + hash));
            pair(
                    "Décision rejouée",
                    "Decided again",
                    recorded.same()
                            ? page.say("identique à l’octet près", "the same to the byte")
                            : page.say(
                                    "DIFFÉRENTE de la décision enregistrée", "DIFFERENT from the recorded decision"));
        });
    }

    private void outcome() {
        title("Pourquoi cette issue", "Why this outcome");
        out.wrapped(2, Mark.NONE, words.in(decision.outcomeSentence()));
        explanation.outcome().proof().forEach(id -> steps.tree(id, 0));
    }

    private void answers() {
        Map<String, Why> whys = new HashMap<>();
        explanation.answers().forEach(why -> whys.put(why.answer().question(), why));
        decision.answers().stream()
                .filter(answer -> !answer.question().startsWith(AccountWords.MODIFIER))
                .forEach(answer -> answer(whys.get(answer.question()), List.of()));
        LetterGroup.of(decision.answers())
                .forEach(group -> answer(whys.get(group.first().question()), group.acts()));
    }

    private void answer(Why why, List<String> acts) {
        out.gap();
        out.spread(words.question(why.answer().question()), Mark.BOLD, words.said(why.answer()), Mark.NONE);
        out.wrapped(2, Mark.NONE, words.in(why.answer().sentence()));
        out.wrapped(
                2,
                Mark.DIM,
                why.answer().question() + " = " + why.answer().verdict() + ", "
                        + why.answer().reason()
                        + page.say("\u00A0; confiance\u00A0: ", "; confidence: ")
                        + page.label("CONFIDENCE", why.answer().confidence().name()));
        if (acts.size() > 1) {
            out.wrapped(
                    2, Mark.NONE, page.say("De même pour les actes ", "Alike for the acts ") + String.join(", ", acts));
        }
        why.answer().proof().forEach(id -> steps.tree(id, 0));
        out.wrapped(
                2,
                Mark.DIM,
                page.say(
                        why.notApplied().size() + " lignes et règles sans effet sur cette réponse, par table plus bas.",
                        why.notApplied().size() + " rows and rules without effect on this answer, by table below."));
    }

    private void facts() {
        title("Faits lus", "Facts read");
        for (FactRead fact : explanation.facts()) {
            String source = fact.given()
                    ? page.say("donné", "given")
                    : page.say("établi par ", "made by ") + (fact.madeBy().isEmpty() ? "–" : words.few(fact.madeBy()));
            out.wrapped(
                    "  · ",
                    Mark.NONE,
                    words.fact(fact) + " = " + words.shown(fact.path(), fact.value())
                            + (fact.period().isEmpty() ? "" : ", " + fact.period()) + "\u00A0; " + source
                            + page.say("\u00A0; lu par ", "; read by ") + words.few(fact.readBy()));
        }
    }

    private void parameters() {
        title("Paramètres lus", "Parameters read");
        for (ParameterRead parameter : explanation.parameters()) {
            out.wrapped(
                    "  · ",
                    Mark.NONE,
                    parameter.name() + " = " + parameter.value() + ", " + parameter.row() + ", " + parameter.at()
                            + "\u00A0; " + words.validity(parameter.from(), parameter.to()) + "\u00A0; "
                            + AccountWords.ids(parameter.sources())
                            + parameter.sources().stream()
                                    .findFirst()
                                    .map(source -> " ("
                                            + page.label(
                                                    "CONFIDENCE",
                                                    source.confidence().name()) + ")")
                                    .orElse("")
                            + page.say("\u00A0; lu par ", "; read by ") + words.few(parameter.readBy()));
        }
    }

    private void notApplied() {
        title("Lignes et règles qui ne se sont pas appliquées", "Rows and rules that did not apply");
        Map<String, List<NotApplied>> files = explanation.notApplied().stream()
                .collect(Collectors.groupingBy(
                        each -> each.at().substring(0, each.at().indexOf('!')),
                        LinkedHashMap::new,
                        Collectors.toList()));
        files.forEach((file, entries) -> {
            out.line("    " + file);
            whyNot.all(entries);
        });
        explanation.notAsked().forEach(whyNot::silent);
    }

    private void changes() {
        title("Ce qui changerait un verdict", "What would change a verdict");
        MoveWords moves = new MoveWords(page.french(), page::label);
        account.changes().changes().forEach(change -> {
            out.wrapped(
                    "  – ",
                    Mark.NONE,
                    words.question(change.question()) + " (" + change.question() + ")\u00A0: " + change.from() + " → "
                            + change.to() + "\u00A0: " + moves.line(change));
            change.effects()
                    .forEach(effect -> out.wrapped(
                            "      ",
                            Mark.DIM,
                            effect.question() + "\u00A0: " + effect.before() + " → " + effect.after()));
        });
        pair(
                "Cherché pour",
                "Searched for",
                account.changes().tried().isEmpty()
                        ? "–"
                        : String.join(", ", account.changes().tried()));
        account.changes()
                .fixed()
                .forEach(fixed -> out.wrapped(
                        "  · ",
                        Mark.NONE,
                        words.path(fixed.path()) + " (" + fixed.path() + ") = "
                                + words.shown(fixed.path(), fixed.value()) + ". " + words.in(fixed.why())));
    }

    private void notices() {
        title("Mentions de l’organisme", "Statements of the authority");
        account.notices()
                .forEach(notice -> out.wrapped(
                        "  · ",
                        Mark.NONE,
                        words.in(notice.name()) + page.say("\u00A0: ", ": ") + words.notice(notice) + " ("
                                + notice.row() + ", " + notice.at() + ")"));
        decision.problems()
                .forEach(problem ->
                        out.wrapped("  ! ", Mark.NONE, words.in(problem.sentence()) + " (" + problem.code() + ")"));
    }
}
