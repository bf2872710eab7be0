package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Problem;
import fr.optam.explain.Evidence;
import fr.optam.explain.Notice;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the auditor reads: the whole proof, every fact and parameter, what the authority says, and the digests. */
final class AuditorView {
    private final Dossier dossier;
    private final Subjects subjects;

    AuditorView(Dossier dossier, Subjects subjects) {
        this.dossier = dossier;
        this.subjects = subjects;
    }

    /** A name with its text. */
    record Item(String name, List<List<Span>> text) {}

    /** What the template takes. */
    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        Registers registers = new Registers(dossier, subjects);
        model.put("identity", identity());
        model.put("law", law());
        model.put("notices", PhysicianView.notices(dossier));
        model.put("proof", new Proof(dossier).roots());
        model.put("given", registers.given());
        model.put("acts", registers.acts());
        model.put("made", registers.made());
        model.put("parameters", registers.parameters());
        model.put("problems", problems());
        model.put("missing", missing());
        model.put("evidence", evidence());
        model.put("groups", subjects.table());
        return model;
    }

    private List<Item> identity() {
        List<Item> items = new ArrayList<>();
        items.add(item(
                "Praticien et année",
                "Practitioner and year",
                Span.text(dossier.decision().practitioner() + ", "
                        + dossier.decision().year())));
        items.add(item(
                "Issue",
                "Outcome",
                Span.text(dossier.label("OUTCOME", dossier.decision().outcome()) + " "),
                Span.code(dossier.decision().outcome())));
        items.add(item(
                "Confiance", "Confidence", Span.confidence(dossier.decision().confidence())));
        items.add(item(
                "Référentiel",
                "Rulebook",
                Span.text(dossier.decision().rulebook().version())));
        items.add(item(
                "Variantes appliquées",
                "Overlays applied",
                Span.text(
                        dossier.decision().rulebook().overlays().isEmpty()
                                ? dossier.say("aucune", "none")
                                : String.join(
                                        ", ", dossier.decision().rulebook().overlays()))));
        return items;
    }

    private Item item(String fr, String en, Span... text) {
        return new Item(dossier.say(fr, en), List.of(List.of(text)));
    }

    /** The four things of CRPA R311-3-1-2, as far as the program knows them. */
    private List<Item> law() {
        int steps = dossier.account().explanation().steps().size();
        long open = dossier.decision().answers().stream()
                .filter(answer -> answer.verdict().equals("REVIEW"))
                .count();
        List<Item> items = new ArrayList<>();
        items.add(new Item(
                dossier.say(
                        "1. Degré et mode de contribution du traitement",
                        "1. Degree and mode of contribution of the processing"),
                List.of(
                        notice("CONTRIBUTION"),
                        List.of(Span.text(dossier.say(
                                "Dans ce dossier, le programme a appliqué des règles et des lignes " + steps
                                        + " fois et laissé " + open + (open > 1 ? " réponses" : " réponse")
                                        + " à l’examen d’une personne.",
                                "In this case the program applied rules and rows " + steps + " times and left " + open
                                        + (open == 1 ? " answer" : " answers") + " to be examined by a person."))))));
        items.add(new Item(
                dossier.say("2. Données traitées et leurs sources", "2. Data processed and their sources"),
                List.of(
                        notice("DATA"),
                        List.of(Span.link(dossier.say("Tous les faits lus", "All facts read"), "#auditeur-faits")))));
        items.add(new Item(
                dossier.say("3. Paramètres du traitement et leur pondération", "3. Parameters and their weighting"),
                List.of(
                        List.of(Span.link(
                                dossier.say("Tous les paramètres lus", "All parameters read"), "#auditeur-parametres")),
                        List.of(Span.text(dossier.say(
                                "Aucune note ni pondération\u00A0: chaque règle s’applique ou ne s’applique pas.",
                                "No score and no weighting: each rule applies or does not."))))));
        items.add(new Item(
                dossier.say("4. Opérations effectuées", "4. Operations carried out"),
                List.of(List.of(
                        Span.link(dossier.say("L’arbre de preuve", "The tree of proof"), "#auditeur-preuve")))));
        return items;
    }

    private List<Span> notice(String code) {
        return dossier.account().notices().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map((Notice each) -> {
                    List<Span> line = new ArrayList<>(
                            List.of(Span.text(dossier.colon(dossier.say(each.name()), dossier.say(each.name())))));
                    line.addAll(PhysicianView.said(dossier, each));
                    return line;
                })
                .orElse(new ArrayList<>());
    }

    private List<DataTable> problems() {
        List<Row> rows = new ArrayList<>();
        for (Problem problem : dossier.decision().problems()) {
            rows.add(Row.of(List.of(
                    List.of(Span.text(dossier.say(problem.sentence()))),
                    List.of(Span.text(
                            problem.amount().map(dossier.figures()::euros).orElse("–"))),
                    problem.acts().isEmpty()
                            ? List.of(Span.text("–"))
                            : subjects.of(problem.acts().stream()
                                    .map(act -> "acts." + act)
                                    .toList()),
                    List.of(Span.code(problem.code()), Span.lineBreak(), Span.code(problem.rule())))));
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(DataTable.of(
                        "constats",
                        dossier.say("Constats", "Findings"),
                        "stack",
                        List.of(
                                Head.of(dossier.say("Constat", "Finding")),
                                Head.of(dossier.say("Montant", "Amount"), "number"),
                                Head.of(dossier.say("Actes", "Acts")),
                                Head.of(dossier.say("Code et règle", "Code and rule"))),
                        rows));
    }

    private List<DataTable> missing() {
        Paths paths = new Paths(dossier);
        List<Row> rows = dossier.decision().missing().stream()
                .map(path -> Row.of(List.of(
                        List.of(Span.text(paths.name(path)), Span.lineBreak(), Span.code(path)),
                        List.of(Span.text(String.join(
                                ", ",
                                dossier.decision().answers().stream()
                                        .filter(answer -> answer.missing().contains(path))
                                        .map(Answer::question)
                                        .map(dossier::question)
                                        .distinct()
                                        .toList()))))))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(DataTable.of(
                        "manquants",
                        dossier.say("Faits qui manquent", "Facts that are missing"),
                        "stack",
                        List.of(
                                Head.of(dossier.say("Fait", "Fact")),
                                Head.of(dossier.say("Questions qui en ont besoin", "Questions that need it"))),
                        rows));
    }

    private List<Item> evidence() {
        Evidence evidence = dossier.account().evidence();
        List<Item> items = new ArrayList<>();
        items.add(item("Programme", "Program", Span.text(evidence.engine())));
        items.add(item(
                "Empreinte du référentiel",
                "Digest of the rulebook",
                Span.code(dossier.decision().rulebook().digest())));
        items.add(item("Empreinte des faits", "Digest of the facts", Span.code(evidence.factsDigest())));
        items.add(item("Empreinte de la décision", "Digest of the decision", Span.code(evidence.decisionDigest())));
        evidence.recorded()
                .ifPresentOrElse(
                        run -> run(run, items),
                        () -> items.add(item(
                                "Dossier d’exécution",
                                "Run",
                                Span.text(dossier.say(
                                        "aucun\u00A0: la décision a été prise pour cette explication",
                                        "none: the decision was made for this explanation")))));
        return items;
    }

    private void run(Evidence.InRun run, List<Item> items) {
        items.add(item("Programme qui a décidé", "Program that decided", Span.text(run.engine())));
        items.add(item(
                "Place dans l’exécution",
                "Place in the run",
                Span.text(dossier.say(
                        "décision n° " + (run.index() + 1) + " sur " + run.size(),
                        "decision " + (run.index() + 1) + " of " + run.size()))));
        items.add(item("Racine de l’arbre", "Root of the tree", Span.code(run.root())));
        items.add(new Item(
                dossier.say("Preuve d’inclusion", "Proof of inclusion"),
                run.path().stream().map(hash -> List.of(Span.code(hash))).toList()));
        items.add(item("La preuve mène à la racine", "The proof leads to the root", yes(run.holds())));
        items.add(item(
                "Décider à nouveau donne la même réponse", "Deciding again gives the same answer", yes(run.same())));
    }

    private Span yes(boolean yes) {
        return Span.badge(yes ? dossier.say("oui", "yes") : dossier.say("non", "no"), yes ? "good" : "bad");
    }
}
