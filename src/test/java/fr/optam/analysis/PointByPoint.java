package fr.optam.analysis;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The second way to analyse a table: every value of every field is tried, with the tests that decisions use. */
final class PointByPoint {
    final List<Map<String, Object>> points = new ArrayList<>();
    final List<Set<Integer>> rows = new ArrayList<>();

    private final RandomTable random;
    private final List<RuleRow> all;

    PointByPoint(RandomTable random) {
        this.random = random;
        this.all = random.table.rows();
        List<String> fields = random.values.keySet().stream().sorted().toList();
        List<Map<String, Object>> worlds = new ArrayList<>(List.of(new HashMap<>()));
        for (String field : fields) {
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> world : worlds) {
                for (Object value : random.values.get(field)) {
                    Map<String, Object> wider = new HashMap<>(world);
                    wider.put(field, value);
                    next.add(wider);
                }
            }
            worlds = next;
        }
        worlds.stream().filter(this::possible).forEach(points::add);
        for (RuleRow row : all) {
            Set<Integer> matched = new HashSet<>();
            for (int p = 0; p < points.size(); p++) {
                if (matches(row, points.get(p))) {
                    matched.add(p);
                }
            }
            rows.add(matched);
        }
    }

    static boolean matches(RuleRow row, Map<String, Object> point) {
        for (ConditionCell cell : row.conditions()) {
            if (!cell.holdsFor(point.get(cell.column().field()))) {
                return false;
            }
        }
        return true;
    }

    boolean possible(Map<String, Object> point) {
        for (DomainRow row : random.domains) {
            if (row.when().isPresent() && applies(row.when().get(), point) && !holds(row.domain(), point)) {
                return false;
            }
        }
        return true;
    }

    private static boolean applies(DomainRow.When when, Map<String, Object> point) {
        Object value = point.get(when.field());
        if (when.codes().isEmpty()) {
            return value != null && Test.AT_MOST.holds(value, when.to().orElseThrow());
        }
        return value instanceof Boolean b
                ? b == when.codes().get(0).equals("OUI")
                : Test.AMONG.holds(value, when.codes());
    }

    private static boolean holds(FieldDomain domain, Map<String, Object> point) {
        Object value = point.get(domain.field());
        if (value == null) {
            return domain.empty();
        }
        return domain.ordered()
                ? Test.AT_LEAST.holds(value, domain.scale().value(domain.from()))
                        && Test.AT_MOST.holds(value, domain.scale().value(domain.to()))
                : domain.codes().contains(value);
    }

    boolean in(Intent intent, Map<String, Object> point) {
        for (Map.Entry<ConditionColumn, Intent.Limit> each : intent.limits().entrySet()) {
            Object value = point.get(each.getKey().field());
            boolean passes = each.getKey().test().holds(value, each.getValue().operand());
            boolean held = value == null
                    ? each.getValue().empty()
                    : passes == (each.getValue().mode() == Intent.Mode.PASSING);
            if (!held) {
                return false;
            }
        }
        return true;
    }

    private List<Intent> intents(IntentKind kind) {
        return random.intents.stream().filter(i -> i.kind() == kind).toList();
    }

    Set<Integer> gaps() {
        Set<Integer> gaps = new TreeSet<>();
        for (int p = 0; p < points.size(); p++) {
            Map<String, Object> point = points.get(p);
            int here = p;
            if (rows.stream().noneMatch(r -> r.contains(here))
                    && intents(IntentKind.GAP).stream().noneMatch(i -> in(i, point))) {
                gaps.add(p);
            }
        }
        return gaps;
    }

    boolean same(int i, int j) {
        return all.get(i)
                .actions()
                .get(0)
                .text()
                .equals(all.get(j).actions().get(0).text());
    }

    /** Points of both rows that no declaration is about. */
    Set<Integer> undeclared(int i, int j) {
        Set<Integer> both = new TreeSet<>(rows.get(i));
        both.retainAll(rows.get(j));
        both.removeIf(p -> intents(IntentKind.OVERLAP).stream()
                .anyMatch(in -> in.concerns(List.of(all.get(i).id(), all.get(j).id())) && in(in, points.get(p))));
        return both;
    }

    /** By row what is to be said of it, with the row that holds it if one does. */
    Map<Integer, String> lines(Map<Integer, Integer> inside) {
        Map<Integer, String> said = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isEmpty()) {
                said.put(i, "EMPTY_ROW");
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            String one = said.containsKey(i) ? "" : single(i, inside);
            if (!one.isEmpty()) {
                boolean declared = !intents(IntentKind.OVERLAP).isEmpty()
                        && undeclared(i, inside.get(i)).isEmpty();
                said.put(i, declared ? "" : one);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!said.containsKey(i)) {
                said.put(i, union(i, inside));
            }
        }
        said.values().removeIf(String::isEmpty);
        return said;
    }

    private String single(int i, Map<Integer, Integer> inside) {
        for (boolean agreeing : new boolean[] {true, false}) {
            for (int j = 0; j < rows.size(); j++) {
                boolean equal = rows.get(j).equals(rows.get(i));
                if (i != j
                        && same(i, j) == agreeing
                        && rows.get(j).containsAll(rows.get(i))
                        && (!equal || agreeing && j < i)) {
                    inside.put(i, j);
                    return agreeing ? "SUBSUMED" : "MASKED";
                }
            }
        }
        return "";
    }

    private String union(int i, Map<Integer, Integer> inside) {
        for (boolean agreeing : new boolean[] {true, false}) {
            Set<Integer> others = new HashSet<>();
            for (int j = 0; j < rows.size(); j++) {
                boolean idle = inside.containsKey(j) && same(j, inside.get(j));
                if (i != j && !idle && (!agreeing || same(i, j))) {
                    others.addAll(rows.get(j));
                }
            }
            boolean twin = false;
            for (int j = 0; j < rows.size(); j++) {
                twin |= !same(i, j) && rows.get(j).equals(rows.get(i));
            }
            if (others.containsAll(rows.get(i)) && (agreeing || !twin)) {
                return agreeing ? "SUBSUMED" : "MASKED";
            }
        }
        return "";
    }

    /** Places of the declarations that nothing needs. */
    Set<String> needless() {
        Set<String> needless = new TreeSet<>();
        for (Intent intent : random.intents) {
            boolean needed = false;
            for (int p = 0; p < points.size(); p++) {
                int here = p;
                List<String> matching = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i).contains(here)
                            && intent.concerns(List.of(all.get(i).id()))) {
                        matching.add(all.get(i).id());
                    }
                }
                boolean shown = intent.kind() == IntentKind.GAP || matching.size() > 1;
                needed |= shown && in(intent, points.get(p));
            }
            if (!needed) {
                needless.add(intent.place());
            }
        }
        return needless;
    }

    /** Fields that change no conclusion. */
    Set<String> idle() {
        Set<String> idle = new TreeSet<>();
        for (String field : random.values.keySet()) {
            Map<Map<String, Object>, Set<String>> seen = new HashMap<>();
            boolean matters = false;
            for (int p = 0; p < points.size(); p++) {
                Map<String, Object> rest = new HashMap<>(points.get(p));
                rest.remove(field);
                Set<String> said = new TreeSet<>();
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i).contains(p)) {
                        said.add(all.get(i).actions().get(0).text());
                    }
                }
                Set<String> before = seen.putIfAbsent(rest, said);
                matters |= before != null && !Objects.equals(before, said);
            }
            if (!matters && random.values.get(field).size() > 1) {
                idle.add(field);
            }
        }
        return idle;
    }
}
