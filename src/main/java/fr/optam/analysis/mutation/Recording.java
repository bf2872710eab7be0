package fr.optam.analysis.mutation;

import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Observer;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.table.TableWatch;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What the tables of a rulebook were asked while the scenarios were decided. A change that answers none of these questions
 * otherwise changes no decision: whatever follows from a change, follows from a first answer that is another.
 */
final class Recording implements TableWatch, Observer {
    private final Map<String, Map<Map<String, Object>, BitSet>> asked = new HashMap<>();
    private final Map<String, Map<Opened, BitSet>> opened = new HashMap<>();
    private final Map<String, Map<Look, BitSet>> looks = new HashMap<>();
    private final BitSet sound = new BitSet();
    private int trial;

    private record Opened(List<String> fields, Map<String, Object> values) {}

    private record Look(List<String> keys, List<Object> values, Optional<LocalDate> day) {}

    private Recording() {}

    /**
     * Decides scenarios and keeps what the tables are asked.
     *
     * @param members places of the scenarios that this engine decides
     */
    static Recording of(Engine engine, List<Trial> trials, Collection<Integer> members) throws RulebookInvalid {
        Recording recording = new Recording();
        Engine watched = engine.with(engine.rulebook().watched(recording));
        for (int member : members) {
            recording.trial = member;
            Decision decision = watched.observe(trials.get(member).facts(), recording, Detail.RULES);
            recording.sound.set(member, trials.get(member).passes().test(decision));
        }
        return recording;
    }

    /** Scenarios that pass as the rulebook is. */
    BitSet sound() {
        return sound;
    }

    @Override
    public void asked(RuleTable table, Fact fact) {
        List<String> fields =
                table.conditions().stream().map(ConditionColumn::field).toList();
        keep(asked, table.name(), values(fact, fields));
    }

    @Override
    public void opened(String table, Fact fact, List<String> fields) {
        keep(opened, table, new Opened(fields, values(fact, fields)));
    }

    @Override
    public void found(PlainTable list, List<String> keys, List<Object> values, Optional<LocalDate> day) {
        keep(looks, list.name(), new Look(keys, values, day));
    }

    private <T> void keep(Map<String, Map<T, BitSet>> all, String table, T what) {
        all.computeIfAbsent(table, t -> new HashMap<>())
                .computeIfAbsent(what, w -> new BitSet())
                .set(trial);
    }

    private static Map<String, Object> values(Fact fact, List<String> fields) {
        Map<String, Object> values = new HashMap<>();
        fields.forEach(f -> values.put(f, fact.value(f)));
        return values;
    }

    /** Scenarios of which a question to the row is answered otherwise after a change. */
    BitSet affected(Change change) {
        BitSet affected = new BitSet();
        if (change instanceof Change.OfRule rule) {
            ofRule(rule, affected);
        } else if (change instanceof Change.OfList list) {
            looks.getOrDefault(list.list().name(), Map.of()).forEach((look, trials) -> {
                if (differs(list, look)) {
                    affected.or(trials);
                }
            });
        }
        return affected;
    }

    private void ofRule(Change.OfRule rule, BitSet affected) {
        asked.getOrDefault(rule.table().name(), Map.of()).forEach((values, trials) -> {
            if (differs(rule, values, (cell, field) -> true)) {
                affected.or(trials);
            }
        });
        opened.getOrDefault(rule.table().name(), Map.of()).forEach((open, trials) -> {
            boolean before = matches(
                    rule.before(), open.values(), (c, f) -> open.fields().contains(f));
            boolean after = rule.after().isPresent()
                    && matches(rule.after().get(), open.values(), (c, f) -> open.fields()
                            .contains(f));
            if (before != after) {
                affected.or(trials);
            }
        });
    }

    /** A row that only unknown fields keep from applying may decide what follows whatever they are. */
    private static boolean differs(
            Change.OfRule rule, Map<String, Object> values, BiPredicate<ConditionCell, String> counted) {
        boolean before = matches(rule.before(), values, counted);
        boolean after = rule.after().isPresent() && matches(rule.after().get(), values, counted);
        if (before || after) {
            return before != after
                    || !rule.before().actions().equals(rule.after().get().actions());
        }
        if (values.values().stream().noneMatch(Unknown.class::isInstance)) {
            return false;
        }
        BiPredicate<ConditionCell, String> known = (c, f) -> !(values.get(f) instanceof Unknown);
        before = matches(rule.before(), values, known);
        after = rule.after().isPresent() && matches(rule.after().get(), values, known);
        return before != after || (before && !alike(rule.before(), rule.after().get(), values));
    }

    /** Whether two forms of a row conclude the same and want the same of the fields that are unknown. */
    private static boolean alike(RuleRow one, RuleRow other, Map<String, Object> values) {
        return one.actions().equals(other.actions()) && unknown(one, values).equals(unknown(other, values));
    }

    private static List<ConditionCell> unknown(RuleRow row, Map<String, Object> values) {
        return row.conditions().stream()
                .filter(c -> values.get(c.column().field()) instanceof Unknown)
                .toList();
    }

    private static boolean matches(
            RuleRow row, Map<String, Object> values, BiPredicate<ConditionCell, String> counted) {
        for (ConditionCell cell : row.conditions()) {
            String field = cell.column().field();
            if (counted.test(cell, field) && !cell.holdsFor(values.get(field))) {
                return false;
            }
        }
        return true;
    }

    private static boolean differs(Change.OfList list, Look look) {
        boolean before = hits(list.before(), look);
        boolean after = list.after().isPresent() && hits(list.after().get(), look);
        return before != after
                || (before && !list.before().values().equals(list.after().get().values()));
    }

    private static boolean hits(PlainRow row, Look look) {
        for (int i = 0; i < look.keys().size(); i++) {
            Object value =
                    Objects.requireNonNullElse(row.values().get(look.keys().get(i)), "");
            if (!PlainTable.normal(value).equals(look.values().get(i))) {
                return false;
            }
        }
        return look.day().isEmpty() || row.citation().validOn(look.day().get());
    }
}
