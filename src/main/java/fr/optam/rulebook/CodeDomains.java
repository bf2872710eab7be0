package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ColumnType;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The codes that each coded field may have: those that the drop-downs of its columns offer, and those of the lists that
 * have a column of its name. A code of none of them would never match, without a word.
 */
final class CodeDomains {
    private static final Pattern SEPARATOR = Pattern.compile("[;,]");
    private static final int FIRST_ROW = 4;
    private static final int STRANGE = 3;
    private static final String REASONS = "reference/motifs";
    private static final String DOMAINS = "reference/domaines";

    private final Map<String, Set<String>> offered = new TreeMap<>();
    private final Map<String, Set<String>> listed = new TreeMap<>();
    private final Set<String> reasons = new TreeSet<>();
    private final CodeUse use = new CodeUse();
    private final Map<String, Sheet> sheets;
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, Set<String>> byLetters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    CodeDomains(Map<String, Sheet> sheets, Collection<PlainTable> lists, Collection<RuleTable> tables) {
        this.sheets = new HashMap<>(sheets);
        lists.forEach(this::learn);
        lists.stream().filter(l -> l.name().equals(DOMAINS)).forEach(this::declared);
        tables.forEach(this::learn);
    }

    private void learn(PlainTable list) {
        for (Column column : list.columns()) {
            if (isCoded(column)) {
                Set<String> codes = listed.computeIfAbsent(column.name(), n -> new TreeSet<>());
                List<String> here = new ArrayList<>();
                list.rows().forEach(row -> here.addAll(codes(row.values().get(column.name()))));
                codes.addAll(here);
                Set<String> values = offer(list, column);
                offer(column.name(), values, here);
                use.add(list.name(), column.name(), values, here);
                if (list.name().equals(REASONS) && column.name().equals("reason")) {
                    reasons.addAll(codes);
                }
            }
        }
    }

    /** The codes that a field is declared to take; those of a list are learned from the list. */
    private void declared(PlainTable domains) {
        for (PlainRow row : domains.rows()) {
            Set<String> codes =
                    listed.computeIfAbsent(String.valueOf(row.values().get("field")), n -> new TreeSet<>());
            for (String column : List.of("values", "several")) {
                codes(row.values().get(column)).stream()
                        .filter(c -> !c.contains("/"))
                        .forEach(c -> codes.addAll(List.of(c.split("[+]"))));
            }
        }
    }

    private void learn(RuleTable table) {
        Sheet sheet = sheets.get(table.name());
        Map<Integer, List<String>> here = new HashMap<>();
        Map<Integer, Set<String>> values = new HashMap<>();
        table.rows().forEach(row -> {
            row.conditions().stream()
                    .filter(c -> c.column().test() == Test.AMONG)
                    .forEach(c -> here.computeIfAbsent(c.column().number(), n -> new ArrayList<>())
                            .addAll(codes(c.text())));
            row.actions().forEach(a -> here.computeIfAbsent(a.column().number(), n -> new ArrayList<>())
                    .add(a.text()));
            for (int column : fieldOf(table).keySet()) {
                values.computeIfAbsent(column, n -> new TreeSet<>()).addAll(sheet.offered(row.row(), column));
            }
        });
        fieldOf(table).forEach((column, field) -> {
            Set<String> offers = values.getOrDefault(column, Set.of());
            List<String> codes = here.getOrDefault(column, List.of());
            offer(field, offers, codes);
            use.add(table.name(), field, offers, codes);
        });
    }

    private static Map<Integer, String> fieldOf(RuleTable table) {
        Map<Integer, String> fields = new HashMap<>();
        table.conditions().stream().filter(c -> c.test() == Test.AMONG).forEach(c -> fields.put(c.number(), c.field()));
        table.actions().stream().filter(a -> !a.computed()).forEach(a -> fields.put(a.number(), a.field()));
        return fields;
    }

    private Set<String> offer(PlainTable list, Column column) {
        Sheet sheet = sheets.get(list.name());
        Set<String> values = new TreeSet<>(sheet.offered(FIRST_ROW, column.number()));
        list.rows().forEach(row -> values.addAll(sheet.offered(row.row(), column.number())));
        return values;
    }

    /** A drop-down that most codes of its column are none of was left behind when columns moved. */
    private boolean offer(String name, Set<String> values, List<String> here) {
        long strange = here.stream()
                .filter(c -> !values.contains(c) && !c.equals(Test.ANY))
                .count();
        boolean meant = !values.isEmpty() && (strange < STRANGE || strange * 2 <= here.size());
        if (meant) {
            offered.computeIfAbsent(name, n -> new TreeSet<>()).addAll(values);
        }
        return meant;
    }

    private static boolean isCoded(Column column) {
        return (column.type() == ColumnType.CODE || column.type() == ColumnType.CODES)
                && !column.name().equals("confidence");
    }

    private static List<String> codes(Object cell) {
        List<String> codes = new ArrayList<>();
        for (String code : SEPARATOR.split(String.valueOf(cell == null ? "" : cell))) {
            if (!code.isBlank()) {
                codes.add(code.strip());
            }
        }
        return codes;
    }

    /** The codes that a field may have, if that is known. */
    Optional<Set<String>> of(String field) {
        return offered.containsKey(field) ? Optional.of(known.computeIfAbsent(field, this::domain)) : Optional.empty();
    }

    private Set<String> domain(String field) {
        Set<String> all = new TreeSet<>(offered.get(field));
        all.addAll(listed.getOrDefault(field, Set.of()));
        Set<String> own = new TreeSet<>(offered.get(field));
        own.retainAll(reasons);
        if (own.size() * 2 > offered.get(field).size()) {
            all.addAll(reasons);
        }
        return all;
    }

    /** Every code that a list or a drop-down holds. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        offered.values().forEach(all::addAll);
        listed.values().forEach(all::addAll);
        return all;
    }

    /** Reports the codes of a list that its column does not offer. */
    void check(PlainTable list, List<RulebookProblem> problems) {
        for (Column column : list.columns()) {
            Set<String> known = offered.getOrDefault(column.name(), Set.of());
            List<String> here = new ArrayList<>();
            list.rows().forEach(row -> here.addAll(codes(row.values().get(column.name()))));
            Set<String> values = isCoded(column) ? offer(list, column) : Set.of();
            if (isCoded(column) && offer(column.name(), values, here)) {
                for (PlainRow row : list.rows()) {
                    for (String code : codes(row.values().get(column.name()))) {
                        if (use.elsewhere(list.name(), column.name(), values, code)) {
                            continue;
                        }
                        String place = row.at(column.name()).split("!", 2)[1];
                        unknown(list.file(), place, column.header(), code, known, problems);
                    }
                }
            }
        }
    }

    /** Reports the codes of a rule table that its fields can't have. */
    void check(RuleTable table, List<RulebookProblem> problems) {
        table.rows().forEach(row -> {
            row.conditions().stream()
                    .filter(c -> c.column().test() == Test.AMONG)
                    .forEach(c -> ((List<?>) c.operand())
                            .forEach(code -> check(table, c.address(), c.column(), String.valueOf(code), problems)));
            row.actions().stream()
                    .filter(a -> !a.column().computed())
                    .forEach(a -> check(table, a.address(), a.column(), a.text(), problems));
        });
    }

    private void check(
            RuleTable table, String address, ConditionColumn column, String code, List<RulebookProblem> problems) {
        Set<String> domain = of(column.field()).orElseGet(() -> capitals(code));
        if (domain.contains(code)) {
            return;
        }
        Set<String> known = new TreeSet<>(domain);
        known.add(Test.ANY);
        if (use.elsewhere(table.name(), column.field(), Set.of(), code)) {
            known.add(code);
        }
        unknown(table.file(), table.sheet() + "!" + address, column.header(), code, known, problems);
    }

    private void check(
            RuleTable table, String address, ActionColumn column, String code, List<RulebookProblem> problems) {
        Set<String> domain = of(column.field()).orElseGet(() -> capitals(code));
        if (domain.contains(code)) {
            return;
        }
        Set<String> known = new TreeSet<>(domain);
        if (use.elsewhere(table.name(), column.field(), Set.of(), code)) {
            known.add(code);
        }
        unknown(table.file(), table.sheet() + "!" + address, column.header(), code, known, problems);
    }

    /** Where nothing is offered, a code is held against those of all lists that differ in capitals only. */
    private Set<String> capitals(String code) {
        if (byLetters.isEmpty()) {
            all().forEach(c ->
                    byLetters.computeIfAbsent(c, x -> new TreeSet<>()).add(c));
        }
        return byLetters.getOrDefault(code, Set.of(code));
    }

    private static void unknown(
            String file, String place, String header, String code, Set<String> known, List<RulebookProblem> problems) {
        if (known.contains(code) || known.isEmpty()) {
            return;
        }
        Optional<String> capitals =
                known.stream().filter(k -> k.equalsIgnoreCase(code)).findFirst();
        if (capitals.isPresent()) {
            problems.add(RulebookProblem.error(
                    "CODE_CAPITALS",
                    file,
                    place,
                    new Sentence(
                            "colonne «" + header + "» : le code «" + code + "» ne diffère de «" + capitals.get()
                                    + "» que par ses capitales",
                            "column «" + header + "»: code «" + code + "» differs from «" + capitals.get()
                                    + "» in capitals only"),
                    new Sentence("Peut-être " + capitals.get() + ".", "Maybe " + capitals.get() + ".")));
            return;
        }
        Optional<String> meant = Closest.to(code, known);
        String all = String.join(", ", known.stream().limit(12).toList()) + (known.size() > 12 ? ", …" : "");
        problems.add(RulebookProblem.error(
                "CODE_UNKNOWN",
                file,
                place,
                new Sentence(
                        "colonne «" + header + "» : code inconnu «" + code + "»",
                        "column «" + header + "»: unknown code «" + code + "»"),
                new Sentence(
                        "Peut-être " + meant.orElse("l’un de " + all)
                                + " ; un code nouveau s’ajoute à la liste déroulante de la colonne.",
                        "Maybe " + meant.orElse("one of " + all)
                                + "; a new code is added to the drop-down of the column.")));
    }
}
