package fr.optam.report.explain;

import fr.optam.explain.FactRead;
import fr.optam.explain.ParameterRead;
import fr.optam.fact.Act;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every fact and every parameter that the decision read. */
final class Registers {
    private static final int VALUES = 8;

    private final Dossier dossier;
    private final Paths paths;
    private final Subjects subjects;
    private final Map<String, String> rules = new LinkedHashMap<>();

    Registers(Dossier dossier, Subjects subjects) {
        this.dossier = dossier;
        this.paths = new Paths(dossier);
        this.subjects = subjects;
        dossier.account()
                .explanation()
                .steps()
                .forEach(step -> rules.put(step.firing().id(), step.firing().rule()));
    }

    /** Facts that were given. */
    DataTable given() {
        return facts(
                "faits-transmis",
                true,
                dossier.say("Faits transmis, tels qu’ils ont été lus", "Facts given, as they were read"));
    }

    /** Facts that earlier steps made. */
    DataTable made() {
        return facts("faits-etablis", false, dossier.say("Faits établis par les règles", "Facts made by the rules"));
    }

    private DataTable facts(String id, boolean given, String caption) {
        Map<String, List<FactRead>> alike = new TreeMap<>();
        for (FactRead fact : dossier.account().explanation().facts()) {
            if (fact.given() == given) {
                alike.computeIfAbsent(Proof.pattern(fact.path()), key -> new ArrayList<>())
                        .add(fact);
            }
        }
        List<Row> rows = new ArrayList<>();
        alike.forEach((pattern, facts) -> rows.add(Row.of(List.of(
                List.of(Span.text(label(facts.get(0))), Span.lineBreak(), Span.code(pattern)),
                values(facts),
                List.of(Span.text(unit(facts.get(0)))),
                List.of(Span.text(period(facts))),
                given
                        ? List.of(Span.text(dossier.say("dossier transmis", "facts given")))
                        : by(facts.stream()
                                .flatMap(fact -> fact.madeBy().stream())
                                .toList()),
                by(facts.stream().flatMap(fact -> fact.readBy().stream()).toList())))));
        return DataTable.of(
                id,
                caption,
                "stack",
                List.of(
                        Head.of(dossier.say("Fait", "Fact")),
                        Head.of(dossier.say("Valeur", "Value")),
                        Head.of(dossier.say("Unité", "Unit")),
                        Head.of(dossier.say("Période", "Period")),
                        Head.of("Source"),
                        Head.of(dossier.say("Lu par", "Read by"))),
                rows);
    }

    private String label(FactRead fact) {
        String label = dossier.say(fact.fr(), fact.en());
        String of = paths.of(fact.path());
        return label.isEmpty() ? paths.name(fact.path()) : label + (of.isEmpty() ? "" : " (" + of + ")");
    }

    private List<Span> values(List<FactRead> facts) {
        if (facts.size() == 1) {
            return List.of(
                    Span.text(paths.value(facts.get(0).path(), facts.get(0).value())));
        }
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        facts.forEach(fact -> byValue.computeIfAbsent(paths.value(fact.path(), fact.value()), key -> new ArrayList<>())
                .add(subject(fact.path())));
        List<Span> spans = new ArrayList<>();
        byValue.entrySet().stream().limit(VALUES).forEach(entry -> {
            if (!spans.isEmpty()) {
                spans.add(Span.lineBreak());
            }
            spans.add(Span.text(entry.getKey() + dossier.colon("", "")));
            spans.addAll(subjects.of(entry.getValue()));
        });
        int rest = byValue.size() - VALUES;
        if (rest > 0) {
            spans.add(Span.lineBreak());
            spans.add(Span.soft(dossier.say("et " + rest + " autres valeurs", "and " + rest + " more values")));
        }
        return spans;
    }

    private static String subject(String path) {
        int bracket = path.indexOf('[');
        if (bracket > 0) {
            String key = path.substring(bracket + 1, path.length() - 1);
            return "acts." + key.replace(":BILLED", "").replace(":", "\u00A0");
        }
        return path.startsWith("acts.") ? path.substring(0, path.indexOf('.', "acts.".length())) : path;
    }

    private String unit(FactRead fact) {
        return Unit.of(fact.unit())
                .map(unit -> switch (unit) {
                    case EUR -> dossier.say("euros", "euros");
                    case RATE -> dossier.say("taux", "rate");
                    case POINTS -> "points";
                    case COUNT -> dossier.say("nombre", "number");
                    case YEAR -> dossier.say("année civile", "civil year");
                    case DATE -> "date";
                    case TIME -> dossier.say("heure", "time");
                    case CODE -> "code";
                    case BOOL -> dossier.say("oui ou non", "yes or no");
                    default -> dossier.say("texte", "text");
                })
                .orElse("");
    }

    private String period(List<FactRead> facts) {
        Set<String> periods = new LinkedHashSet<>();
        facts.forEach(fact -> periods.add(fact.period()));
        periods.remove("");
        if (periods.size() > 2) {
            return dossier.say("jour de chaque acte", "day of each act");
        }
        return periods.isEmpty() ? dossier.say("sans date", "undated") : String.join(", ", periods);
    }

    private List<Span> by(List<String> firings) {
        Set<String> names = new LinkedHashSet<>();
        firings.forEach(id -> names.add(rules.getOrDefault(id, id)));
        String some = String.join(", ", names.stream().limit(VALUES).toList());
        int rest = names.size() - VALUES;
        return names.isEmpty()
                ? List.of(Span.soft(dossier.say("comptage", "counted")))
                : List.of(Span.text(
                        some + (rest > 0 ? dossier.say(" et " + rest + " autres", " and " + rest + " more") : "")));
    }

    /** Every value of a table that was read, with its cell. */
    DataTable parameters() {
        List<Row> rows = new ArrayList<>();
        for (ParameterRead each : dossier.account().explanation().parameters()) {
            rows.add(Row.of(List.of(
                    List.of(Span.text(header(each)), Span.lineBreak(), Span.code(each.at())),
                    List.of(Span.text(shown(each.value()))),
                    List.of(Span.code(each.row())),
                    List.of(Span.text(dossier.validity(each.from(), each.to()))),
                    dossier.cited(each.sources()),
                    by(each.readBy()))));
        }
        return DataTable.of(
                "parametres",
                dossier.say("Paramètres lus dans les tables", "Parameters read from the tables"),
                "stack",
                List.of(
                        Head.of(dossier.say("Paramètre et cellule", "Parameter and cell")),
                        Head.of(dossier.say("Valeur", "Value")),
                        Head.of(dossier.say("Ligne", "Row")),
                        Head.of(dossier.say("Validité", "Validity")),
                        Head.of("Source", "long"),
                        Head.of(dossier.say("Lu par", "Read by"))),
                rows);
    }

    private String header(ParameterRead each) {
        return dossier.rulebook().lists().values().stream()
                .filter(list -> each.at().startsWith(list.file() + "!"))
                .findFirst()
                .flatMap((PlainTable list) -> list.column(each.name()))
                .map(column -> column.header() + " (" + each.name() + ")")
                .orElse(each.name());
    }

    private String shown(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}") ? Details.value(dossier, "", value) : value.replace(";", ", ");
    }

    /** The acts as they were given; none if there are none. */
    List<DataTable> acts() {
        List<Act> acts = dossier.account().facts().acts().orElse(List.of());
        if (acts.isEmpty()) {
            return List.of();
        }
        List<Row> rows = acts.stream()
                .map(act -> Row.of(List.of(
                        List.of(Span.text(names(act))),
                        cell(Optional.of(act.on()
                                + act.until().map(until -> " – " + until).orElse("")
                                + act.at().map(at -> " " + at).orElse(""))),
                        cell(Optional.of(
                                act.code() + act.activity().map(a -> "-" + a).orElse(""))),
                        cell(act.category()),
                        cell(act.modifiers().map(letters -> letters.isEmpty() ? "–" : letters)),
                        cell(act.allowedModifiers().map(letters -> letters.isEmpty() ? "–" : letters)),
                        cell(act.association().map(code -> code.isEmpty() ? "–" : code)),
                        cell(act.quantity().map(String::valueOf)),
                        cell(act.baseTariff().map(BigDecimal::toPlainString)),
                        cell(act.feeCharged().map(BigDecimal::toPlainString)),
                        cell(act.c2s().map(this::yes)),
                        cell(act.emergency().map(this::yes)))))
                .toList();
        List<Head> heads = new ArrayList<>();
        List.of(
                        dossier.say("Acte", "Act"),
                        "Date",
                        "Code",
                        dossier.say("Regroupement", "Category"),
                        dossier.say("Modificateurs", "Modifiers"),
                        dossier.say("Admis", "Allowed"),
                        dossier.say("Association", "Association"),
                        dossier.say("Quantité", "Quantity"))
                .forEach(head -> heads.add(Head.of(head)));
        heads.add(Head.of(dossier.say("Tarif (€)", "Tariff (EUR)"), "number"));
        heads.add(Head.of(dossier.say("Facturé (€)", "Charged (EUR)"), "number"));
        heads.add(Head.of("C2S"));
        heads.add(Head.of(dossier.say("Urgence", "Emergency")));
        return List.of(DataTable.of("actes", dossier.say("Actes transmis", "Acts given"), "plain", heads, rows));
    }

    /** Ids of an act; of lines whose ids a run did not keep, how many they are. */
    private String names(Act act) {
        String first = act.ids().get(0);
        if (!first.startsWith(Act.STAND_IN)) {
            return String.join(", ", act.ids());
        }
        String name = first.substring(1, act.lines() > 1 ? first.lastIndexOf('.') : first.length());
        return name
                + dossier.say(
                        act.lines() > 1
                                ? "\u00A0: " + act.lines() + " actes dont le dossier ne garde pas les identifiants"
                                : "\u00A0: acte dont le dossier ne garde pas l’identifiant",
                        act.lines() > 1
                                ? ": " + act.lines() + " acts whose ids are not in the run"
                                : ": an act whose id is not in the run");
    }

    private String yes(boolean yes) {
        return yes ? dossier.say("oui", "yes") : dossier.say("non", "no");
    }

    private List<Span> cell(Optional<String> value) {
        return List.of(value.map(Span::text).orElse(Span.soft(dossier.say("inconnu", "unknown"))));
    }
}
