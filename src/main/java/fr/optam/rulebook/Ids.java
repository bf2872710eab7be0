package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids across files: none stands twice, and none of those that the changelog withdrew is used again. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+");
    private static final Pattern WITHDRAWN = Pattern.compile(
            "\\|\\s*(?i:withdrawn|removed|deleted|retired|retir\\p{L}*|supprim\\p{L}*|abrog\\p{L}*)\\s*\\|.*");

    private final SortedMap<String, PlainTable> lists;
    private final SortedMap<String, RuleTable> tables;
    private final Set<String> withdrawn = new TreeSet<>();

    Ids(SortedMap<String, PlainTable> lists, SortedMap<String, RuleTable> tables, String changes) {
        this.lists = lists;
        this.tables = tables;
        changes.lines().filter(l -> WITHDRAWN.matcher(l).matches()).forEach(l -> {
            Matcher m = ID.matcher(l);
            while (m.find()) {
                withdrawn.add(m.group());
            }
        });
    }

    void check(SortedMap<String, Rule> rules, List<RulebookProblem> problems) {
        Map<String, String> seen = new TreeMap<>();
        rules.forEach((id, rule) -> seen.put(id, rule.at()));
        rules.forEach((id, rule) -> reused(id, rule.at(), problems));
        lists.values().forEach(list -> list.rows().forEach(row -> {
            String other = row.id().isEmpty() ? null : seen.put(row.id(), row.at());
            String[] at = row.at().split("!", 2);
            reused(row.id(), row.at(), problems);
            if (other != null && !other.startsWith(at[0] + "!")) {
                problems.add(RulebookProblem.error(
                        "ID_TWICE",
                        at[0],
                        at[1],
                        new Sentence(
                                "l’identifiant " + row.id() + " existe déjà : " + other,
                                "id " + row.id() + " stands also at " + other),
                        new Sentence(
                                "Peut-être un nouvel identifiant : ils ne resservent jamais.",
                                "Maybe a new id: ids are never reused.")));
            }
        }));
        copies(problems);
    }

    private void reused(String id, String where, List<RulebookProblem> problems) {
        if (withdrawn.contains(id)) {
            String[] at = where.split("!", 2);
            problems.add(RulebookProblem.error(
                    "ID_REUSED",
                    at[0],
                    at[1],
                    new Sentence(
                            "l’identifiant " + id + " a été retiré, selon rules-drl/CHANGES.md",
                            "id " + id + " was withdrawn, says rules-drl/CHANGES.md"),
                    new Sentence(
                            "Peut-être un nouvel identifiant : ils ne resservent jamais.",
                            "Maybe a new id: ids are never reused.")));
        }
    }

    /** A file of which every id stands elsewhere is a copy: one mistake, and not one a row. */
    private void copies(List<RulebookProblem> problems) {
        Map<String, Integer> rows = new TreeMap<>();
        tables.values().forEach(t -> rows.put(t.file(), t.rows().size()));
        lists.values().forEach(l -> rows.put(l.file(), l.rows().size()));
        Map<String, List<RulebookProblem>> twice = new TreeMap<>();
        problems.stream()
                .filter(p -> p.code().equals("ID_TWICE") && p.message().en().contains("!"))
                .forEach(p ->
                        twice.computeIfAbsent(p.file(), f -> new ArrayList<>()).add(p));
        twice.forEach((file, own) -> {
            if (own.size() > 1 && own.size() * 2 > rows.getOrDefault(file, Integer.MAX_VALUE)) {
                problems.removeAll(own);
                String met = own.get(0).message().en().replaceAll("^id .* stands also at (.+)![^!]+![^!]+$", "$1");
                String copy = met.length() > file.length() ? met : file;
                String other = copy.equals(file) ? met : file;
                problems.removeIf(p -> p.file().equals(copy) && keepsTheName(p, other));
                problems.add(RulebookProblem.error(
                        "FILE_COPY",
                        copy,
                        "",
                        new Sentence(
                                "les identifiants de ce fichier existent déjà dans " + other,
                                "the ids of this file stand also in " + other),
                        new Sentence(
                                "Peut-être une copie, à supprimer ou à ranger ailleurs.",
                                "Maybe a copy, to be deleted or kept elsewhere.")));
            }
        });
    }

    /** Whether a mistake is only that a copy still bears the name of the list it was made from. */
    private boolean keepsTheName(RulebookProblem p, String other) {
        return p.code().equals("NOT_A_LIST")
                && lists.values().stream()
                        .anyMatch(
                                l -> l.file().equals(other) && p.message().en().contains("named «" + l.name() + "»"));
    }
}
