package fr.optam.analysis;

import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.engine.Observed;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Findings of a decision about the tables themselves: no row for a case that should have one, rows that disagree. */
public final class TableNotes {
    private static final String NO_ROW = "NO_ROW";
    private static final String ROWS_DISAGREE = "ROWS_DISAGREE";

    private final Engine engine;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private Domains domains;

    /** @param engine decides */
    public TableNotes(Engine engine) {
        this.engine = engine;
    }

    /** What is noted, with the acts that it is about. */
    private record Note(String code, String rule, Sentence sentence) {}

    /** The decision of a practitioner-year as the engine makes it, with what is to be said of the tables. */
    public Decision decide(PractitionerYear facts) {
        Map<Note, TreeSet<String>> notes = new TreeMap<>(
                Comparator.comparing(Note::code).thenComparing(n -> n.sentence().fr()));
        Decision decision = engine.observe(facts, (table, fact) -> {
            Observed observed = Observed.of(table, fact);
            for (Note note : notes(observed)) {
                notes.computeIfAbsent(note, n -> new TreeSet<>()).addAll(acts(facts, observed));
            }
        });
        return notes.isEmpty() ? decision : with(decision, notes);
    }

    private static Decision with(Decision decision, Map<Note, TreeSet<String>> notes) {
        List<Problem> problems = new ArrayList<>(decision.problems());
        notes.forEach((note, acts) -> problems.add(
                new Problem(note.code(), List.copyOf(acts), Optional.empty(), note.rule(), note.sentence())));
        problems.sort(Comparator.comparing(Problem::code));
        return decision.with(problems);
    }

    private List<Note> notes(Observed observed) {
        List<RuleRow> matching = observed.matching();
        boolean open = observed.values().values().stream().anyMatch(Unknown.class::isInstance);
        if (open ? matching.size() < 2 : matching.size() == 1) {
            return List.of();
        }
        Standing standing = standings.computeIfAbsent(
                observed.table().name(), t -> Standing.of(engine.rulebook(), observed.table(), domains()));
        if (matching.isEmpty()) {
            return standing.isGap(observed.values()::get) ? List.of(noRow(observed)) : List.of();
        }
        return standing.clashes(field -> known(observed, field), matching).stream()
                .map(clash -> disagree(observed.table(), clash))
                .toList();
    }

    private synchronized Domains domains() {
        if (domains == null) {
            domains = Domains.read(engine.rulebook(), new ArrayList<>());
        }
        return domains;
    }

    private static Object known(Observed observed, String field) {
        Object value = observed.values().get(field);
        return value instanceof Unknown ? null : value;
    }

    private Note noRow(Observed observed) {
        RuleTable table = observed.table();
        String fr = table.conditions().stream()
                .map(ConditionColumn::field)
                .distinct()
                .map(f -> label(f, true) + "\u00a0: " + shown(observed.values().get(f)))
                .collect(Collectors.joining("\u00a0; "));
        String en = table.conditions().stream()
                .map(ConditionColumn::field)
                .distinct()
                .map(f -> label(f, false) + ": " + shown(observed.values().get(f)))
                .collect(Collectors.joining("; "));
        return new Note(
                NO_ROW,
                "",
                new Sentence(
                        "Aucune ligne de la table " + table.name() + " ne convient (" + fr
                                + "), et ce trou n’est pas déclaré.",
                        "No row of table " + table.name() + " matches (" + en + "), and this gap is not declared."));
    }

    private String label(String field, boolean french) {
        Optional<Field> known = engine.rulebook().dictionary().field(field);
        return known.map(f -> french ? f.fr() : f.en()).orElse(field);
    }

    private static String shown(Object value) {
        if (value == null) {
            return "–";
        }
        return value instanceof Boolean yes ? (yes ? "OUI" : "NON") : plain(value);
    }

    private static String plain(Object value) {
        return value instanceof java.math.BigDecimal n
                ? n.stripTrailingZeros().toPlainString()
                : value instanceof LocalDate day ? day.toString() : String.valueOf(value);
    }

    private static Note disagree(RuleTable table, Standing.Clash clash) {
        String first = row(clash.first());
        String second = row(clash.second());
        return new Note(
                ROWS_DISAGREE,
                clash.second().id(),
                new Sentence(
                        "Deux lignes de la table " + table.name() + " conviennent et se contredisent\u00a0: " + first
                                + " et " + second + ". Ce recouvrement n’est pas déclaré.",
                        "Two rows of table " + table.name() + " match and contradict each other: " + first + " and "
                                + second + ". This overlap is not declared."));
    }

    private static String row(RuleRow row) {
        return row.id() + " (" + row.actions().stream().map(TableNotes::cell).collect(Collectors.joining(", ")) + ")";
    }

    private static String cell(ActionCell cell) {
        return cell.address() + "\u00a0= " + cell.text();
    }

    private static List<String> acts(PractitionerYear facts, Observed observed) {
        String path = observed.path();
        return facts.acts().orElse(List.of()).stream()
                .filter(a -> path.equals("acts." + a.ids().get(0)))
                .findFirst()
                .map(a -> a.ids())
                .orElse(List.of());
    }
}
