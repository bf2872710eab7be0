package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.explain.Account;
import fr.optam.explain.Notice;
import fr.optam.fact.Practitioner;
import fr.optam.report.html.Frame;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The account of one decision as one page of its own: for the physician, the analyst and the auditor. */
public final class ExplainPage {
    private static final String TEMPLATE = "explain";
    private static final int REASONS = 2;
    private static final List<String> NEXT = List.of("REMEDIES", "CONTACT");

    private final Dossier dossier;

    private ExplainPage(Dossier dossier) {
        this.dossier = dossier;
    }

    /**
     * The page: HTML that is XML too, which loads nothing and needs no script. Equal accounts give equal pages.
     *
     * @param account what is shown
     * @param rulebook that decided, for its words, sources and tables
     * @param lang language of the page
     */
    public static String of(Account account, Rulebook rulebook, Lang lang) {
        return new ExplainPage(new Dossier(account, rulebook, lang)).page();
    }

    /** Makes ready what every page needs, for whoever still waits for the account. */
    public static void ready() {
        HtmlPage.ready(TEMPLATE);
    }

    private String page() {
        String who = dossier.decision().practitioner();
        int year = dossier.decision().year();
        Frame frame = new Frame(
                dossier.say("Praticien " + who + ", année " + year, "Practitioner " + who + ", year " + year),
                List.of(Span.text(person())),
                List.of(),
                nav(),
                Frame.of(dossier.decision().rulebook(), "", "", dossier.lang()).foot());
        Map<String, Object> model = frame.model();
        model.put("first", first());
        model.put("physician", new PhysicianView(dossier).model());
        Subjects subjects = new Subjects(dossier);
        model.put("analyst", new AnalystView(dossier, subjects).model());
        model.put("auditor", new AuditorView(dossier, subjects).model());
        return HtmlPage.render(TEMPLATE, model, dossier.lang());
    }

    private String person() {
        Practitioner practitioner = dossier.account().facts().practitioner();
        Paths paths = new Paths(dossier);
        List<String> words = new ArrayList<>();
        practitioner.specialty().ifPresent(code -> words.add(paths.value("practitioner.specialty", code)));
        practitioner.sector().ifPresent(code -> words.add(paths.value("practitioner.sector", code)));
        dossier.account().facts().memberships().orElse(List.of()).stream()
                .map(membership -> dossier.label("OPTION", membership.option()))
                .distinct()
                .forEach(words::add);
        return words.isEmpty()
                ? dossier.say("Explication d’une décision", "Explanation of a decision")
                : String.join(" · ", words);
    }

    private List<Frame.Entry> nav() {
        return List.of(
                entry("essentiel", 1, "L’essentiel", "In short"),
                entry("medecin", 1, "Pour le médecin", "For the physician"),
                entry("medecin-reponses", 2, "Vos réponses", "Your answers"),
                entry("medecin-changements", 2, "Ce qui changerait la réponse", "What would change the answer"),
                entry("medecin-images", 2, "En images", "In pictures"),
                entry("analyste", 1, "Pour l’analyste", "For the analyst"),
                entry("analyste-pourquoi", 2, "Ce qui a décidé", "What decided"),
                entry("analyste-pourquoi-pas", 2, "Ce qui ne s’est pas appliqué", "What did not apply"),
                entry("auditeur", 1, "Pour l’auditeur", "For the auditor"),
                entry("auditeur-crpa", 2, "Mentions légales", "Legal statements"),
                entry("auditeur-preuve", 2, "Preuve", "Proof"),
                entry("auditeur-faits", 2, "Faits", "Facts"),
                entry("auditeur-parametres", 2, "Paramètres", "Parameters"),
                entry("auditeur-constats", 2, "Constats et manques", "Findings and gaps"),
                entry("auditeur-empreintes", 2, "Empreintes", "Digests"));
    }

    private Frame.Entry entry(String to, int level, String fr, String en) {
        return new Frame.Entry("#" + to, dossier.say(fr, en), level);
    }

    /** What stands on the first screen. */
    private First first() {
        Reasons reasons = new Reasons(dossier);
        List<Answer> main = reasons.main();
        List<List<Span>> why = main.stream()
                .limit(REASONS)
                .map(answer -> List.of(Span.text(dossier.say(answer.sentence()))))
                .toList();
        int rest = main.size() - REASONS;
        return new First(
                dossier.label("OUTCOME", dossier.decision().outcome()),
                tone(dossier.decision().outcome()),
                dossier.say(dossier.decision().outcomeSentence()),
                why.isEmpty() ? missing() : why,
                rest > 0
                        ? dossier.say(
                                "Et " + rest + (rest > 1 ? " autres points" : " autre point") + " plus bas.",
                                "And " + rest + " more below.")
                        : "",
                dossier.cited(reasons.sources(main.subList(0, Math.min(main.size(), REASONS)))),
                next());
    }

    private List<List<Span>> missing() {
        return dossier.decision().missing().isEmpty()
                ? List.of()
                : List.of(List.of(Span.text(dossier.colon("Il manque", "Missing")
                        + String.join(", ", dossier.decision().missing()))));
    }

    private static String tone(String outcome) {
        return switch (outcome) {
            case "COMPLIANT" -> "good";
            case "NON_COMPLIANT" -> "bad";
            case "NOT_EVALUABLE" -> "warn";
            default -> "info";
        };
    }

    /** What the authority says of remedies and contact; in one line as long as it has said nothing. */
    private List<List<Span>> next() {
        List<Notice> notices = dossier.account().notices().stream()
                .filter(each -> NEXT.contains(each.code()))
                .toList();
        if (notices.stream().allMatch(each -> each.text().isEmpty())) {
            String names = String.join(
                    ", ", notices.stream().map(each -> dossier.say(each.name())).toList());
            return List.of(List.of(
                    Span.text(names.isEmpty() ? "" : dossier.colon(names, names)),
                    Span.soft(dossier.say("à compléter par l’organisme", "to be filled in by the authority"))));
        }
        List<List<Span>> lines = new ArrayList<>();
        for (Notice each : notices) {
            List<Span> line = new ArrayList<>();
            line.add(Span.text(dossier.colon(dossier.say(each.name()), dossier.say(each.name()))));
            line.addAll(PhysicianView.said(dossier, each));
            lines.add(line);
        }
        return lines;
    }

    /** The first screen. */
    record First(
            String outcome,
            String tone,
            String sentence,
            List<List<Span>> why,
            String more,
            List<Span> sources,
            List<List<Span>> next) {}
}
