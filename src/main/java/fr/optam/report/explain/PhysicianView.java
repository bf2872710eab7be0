package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.explain.Change;
import fr.optam.explain.ChangeSearch;
import fr.optam.explain.Fixed;
import fr.optam.explain.Move;
import fr.optam.explain.Notice;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the physician reads: each answer in a sentence, what would change it, pictures, and where to turn. */
final class PhysicianView {
    private static final List<String> IDLE = List.of("NOT_APPLICABLE", "NOT_EVALUABLE");

    private final Dossier dossier;

    PhysicianView(Dossier dossier) {
        this.dossier = dossier;
    }

    /** Changes for one question. @param now how it stands @param ways what would change it */
    record Changes(String question, List<Span> now, List<Way> ways) {}

    /** One way to another answer. @param line in words @param effects what else it brings; none if empty */
    record Way(List<Span> line, List<DataTable> effects) {}

    /** What the template takes. */
    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        List<Row> letters = new Letters(dossier).rows();
        model.put("answers", answers("reponses", false));
        model.put(
                "letters",
                letters.isEmpty()
                        ? List.of()
                        : List.of(
                                table("lettres", letters, dossier.say("Modificateurs facturés", "Modifiers billed"))));
        model.put("idle", answers("autres-reponses", true));
        model.put("components", components());
        model.put("changes", changes());
        model.put("none", dossier.account().changes().equals(ChangeSearch.Found.NOTHING) ? none() : "");
        model.put("fixed", fixed());
        List<Picture> pictures = new ArrayList<>(new RatePictures(dossier).pictures());
        dossier.answer("prime")
                .map(prime -> new ScalePicture(dossier, prime).picture())
                .ifPresent(pictures::add);
        pictures.add(new Timeline(dossier).picture());
        model.put("pictures", pictures);
        model.put("notices", notices(dossier));
        return model;
    }

    private List<DataTable> answers(String id, boolean idle) {
        List<Row> rows = dossier.answers().stream()
                .filter(answer -> IDLE.contains(answer.verdict()) == idle)
                .map(this::row)
                .toList();
        String caption = idle
                ? dossier.say(
                        "Questions sans objet ou sans réponse possible",
                        "Questions that do not apply or cannot be answered")
                : dossier.say("Vos réponses", "Your answers");
        return rows.isEmpty() ? List.of() : List.of(table(id, rows, caption));
    }

    private DataTable table(String id, List<Row> rows, String caption) {
        return DataTable.of(
                id,
                caption,
                "stack",
                List.of(
                        Head.of("Question"),
                        Head.of(dossier.say("Réponse", "Answer")),
                        Head.of(dossier.say("Explication", "Explanation"), "long")),
                rows);
    }

    private Row row(Answer answer) {
        String tone = dossier.tone(answer.question(), answer.verdict());
        List<Span> said = new ArrayList<>();
        said.add(Span.badge(dossier.verdict(answer.question(), answer.verdict()), tone));
        dossier.figures(answer).forEach(figure -> {
            said.add(Span.lineBreak());
            said.add(Span.text(figure));
        });
        return new Row(
                "",
                tone.equals("info") ? "" : tone,
                List.of(
                        List.of(Span.text(dossier.question(answer.question()))),
                        said,
                        List.of(Span.text(dossier.say(answer.sentence())))),
                List.of());
    }

    /** A table for each answer that adds up components. */
    private List<DataTable> components() {
        List<DataTable> all = new ArrayList<>();
        for (Answer answer : dossier.answers()) {
            if (answer.details().get("components") instanceof Map<?, ?> map && !map.isEmpty()) {
                all.add(new Components(dossier, answer).table());
            }
        }
        return all;
    }

    private List<Changes> changes() {
        ChangeWords words = new ChangeWords(dossier);
        Map<String, List<Way>> ways = new LinkedHashMap<>();
        Set<List<Move>> told = new HashSet<>();
        Set<List<Object>> said = new HashSet<>();
        for (Change change : dossier.account().changes().changes()) {
            if (!said.add(List.of(change.question(), change.to(), change.moves()))) {
                continue;
            }
            List<List<List<Span>>> effects = words.effects(change);
            boolean first = told.add(change.moves());
            ways.computeIfAbsent(change.question(), key -> new ArrayList<>())
                    .add(new Way(
                            words.of(change),
                            effects.isEmpty() || !first
                                    ? List.of()
                                    : List.of(effects("effet-" + told.size(), effects))));
        }
        List<Changes> all = new ArrayList<>();
        ways.forEach((question, list) -> all.add(new Changes(dossier.question(question), now(question), list)));
        Unreached unreached = new Unreached(dossier);
        dossier.account()
                .changes()
                .unflipped()
                .forEach(each -> all.add(new Changes(
                        dossier.question(each.question()),
                        now(each.question()),
                        List.of(new Way(unreached.of(each), List.of())))));
        return all;
    }

    private List<Span> now(String question) {
        return dossier.answer(question)
                .map(answer -> List.of(Span.text(dossier.say(answer.sentence()))))
                .orElse(List.of());
    }

    private DataTable effects(String id, List<List<List<Span>>> effects) {
        return DataTable.of(
                id,
                dossier.say("Ce que cela changerait aussi", "What it would change as well"),
                "stack",
                List.of(
                        Head.of("Question"),
                        Head.of(dossier.say("Aujourd’hui", "As decided")),
                        Head.of(dossier.say("Après le changement", "After the change"))),
                effects.stream().map(Row::of).toList());
    }

    private String none() {
        boolean better = dossier.answers().stream()
                .anyMatch(answer -> List.of("warn", "bad").contains(dossier.tone(answer.question(), answer.verdict())));
        return better
                ? dossier.say(
                        "Ce qui changerait la réponse n’a pas été cherché pour cette page.",
                        "What would change the answer was not searched for this page.")
                : dossier.say(
                        "Aucune réponse n’est à améliorer\u00A0: il n’y avait rien à chercher.",
                        "No answer can be better than it is: there was nothing to search for.");
    }

    private List<DataTable> fixed() {
        List<Fixed> fixed = dossier.account().changes().fixed().stream()
                .filter(each -> !List.of("", "null", "unknown").contains(each.value()))
                .toList();
        if (fixed.isEmpty()) {
            return List.of();
        }
        Paths paths = new Paths(dossier);
        return List.of(DataTable.of(
                "fixes",
                dossier.say(
                        "Faits qui ont compté et que personne ne peut changer",
                        "Facts that counted and that nobody can change"),
                "stack",
                List.of(
                        Head.of(dossier.say("Fait", "Fact")),
                        Head.of(dossier.say("Valeur", "Value")),
                        Head.of(dossier.say("Pourquoi", "Why"))),
                fixed.stream()
                        .map(each -> Row.of(List.of(
                                List.of(Span.text(paths.name(each.path()))),
                                List.of(Span.text(paths.value(each.path(), each.value()))),
                                List.of(Span.text(dossier.say(each.why()))))))
                        .toList()));
    }

    /** What the authority says, by name; what it has not said stands to be filled in. */
    static List<DataTable> notices(Dossier dossier) {
        List<Notice> notices = dossier.account().notices();
        return notices.isEmpty()
                ? List.of()
                : List.of(DataTable.of(
                        "mentions-table",
                        dossier.say("Mentions de l’organisme", "Statements of the authority"),
                        "stack",
                        List.of(
                                Head.of("Mention"),
                                Head.of(dossier.say("Ce que dit l’organisme", "What the authority says"), "long")),
                        notices.stream()
                                .map(notice -> Row.of(
                                        List.of(List.of(Span.text(dossier.say(notice.name()))), said(dossier, notice))))
                                .toList()));
    }

    static List<Span> said(Dossier dossier, Notice notice) {
        return notice.text()
                .map(text -> List.of(Span.text(dossier.say(text))))
                .orElse(List.of(
                        Span.soft(dossier.say("à compléter par l’organisme", "to be filled in by the authority"))));
    }
}
