package fr.optam.compare;

import fr.optam.compare.Change.Kind;
import fr.optam.compare.Change.Place;
import fr.optam.compare.Change.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the rules of all DRL files by id, whatever file they stand in. */
final class RulesDiff {
    /** A rule and where it stands. */
    private record Placed(String path, String shown, DrlParts.Part rule) {
        Place place() {
            return new Place(shown, "", String.valueOf(rule.line()));
        }
    }

    private final Map<String, Placed> before;
    private final Map<String, Placed> after;
    private final List<Change> changes = new ArrayList<>();

    private RulesDiff(Map<String, Placed> before, Map<String, Placed> after) {
        this.before = before;
        this.after = after;
    }

    /** Every difference of the rules of two sides. */
    static List<Change> compare(Edition before, Edition after) {
        RulesDiff diff = new RulesDiff(rules(before), rules(after));
        Set<String> keys = new LinkedHashSet<>(diff.after.keySet());
        keys.addAll(diff.before.keySet());
        keys.forEach(diff::compare);
        diff.heads(before, after);
        return diff.changes;
    }

    private static Map<String, Placed> rules(Edition edition) {
        Map<String, Placed> rules = new LinkedHashMap<>();
        edition.files().forEach((path, file) -> {
            if (path.endsWith(".drl")) {
                for (DrlParts.Part rule : DrlParts.read(file.text())) {
                    String key = rule.id();
                    for (int n = 2; rules.containsKey(key); n++) {
                        key = rule.id() + " #" + n;
                    }
                    rules.put(key, new Placed(path, file.shown(), rule));
                }
            }
        });
        return rules;
    }

    private void heads(Edition before, Edition after) {
        after.files().forEach((path, file) -> {
            Edition.Entry was = before.files().get(path);
            if (path.endsWith(".drl") && was != null) {
                List<String> old = DrlParts.head(was.text());
                List<String> now = DrlParts.head(file.text());
                lists(new Place(was.shown(), "", ""), new Place(file.shown(), "", ""), path, "", "head", old, now);
            }
        });
    }

    private void compare(String key) {
        Placed from = before.get(key);
        Placed to = after.get(key);
        if (from == null || to == null) {
            Placed one = to == null ? from : to;
            changes.add(new Change(
                    to == null ? Kind.RULE_REMOVED : Kind.RULE_ADDED,
                    one.path(),
                    one.path(),
                    to == null ? one.place() : Place.NONE,
                    to == null ? Place.NONE : one.place(),
                    one.rule().id(),
                    "",
                    "",
                    "",
                    "",
                    values(one.rule()),
                    ""));
            return;
        }
        if (!from.path().equals(to.path())) {
            change(
                    Kind.RULE_MOVED,
                    from.place(),
                    to.place(),
                    to.path(),
                    to.rule().id(),
                    "",
                    from.shown(),
                    to.shown());
        }
        if (!from.rule().whole() || !to.rule().whole()) {
            lists(
                    from.place(),
                    to.place(),
                    to.path(),
                    to.rule().id(),
                    "text",
                    from.rule().lines(),
                    to.rule().lines());
            return;
        }
        Set<String> parts = new LinkedHashSet<>(from.rule().single().keySet());
        parts.addAll(to.rule().single().keySet());
        for (String part : parts) {
            String old = from.rule().single().getOrDefault(part, "");
            String now = to.rule().single().getOrDefault(part, "");
            if (!old.equals(now)) {
                change(
                        Kind.RULE_CHANGED,
                        from.place(),
                        to.place(),
                        to.path(),
                        to.rule().id(),
                        part,
                        old,
                        now);
            }
        }
        String id = to.rule().id();
        lists(
                from.place(),
                to.place(),
                to.path(),
                id,
                "when",
                from.rule().conditions(),
                to.rule().conditions());
        lists(
                from.place(),
                to.place(),
                to.path(),
                id,
                "then",
                from.rule().consequences(),
                to.rule().consequences());
    }

    private static List<Value> values(DrlParts.Part rule) {
        List<Value> values = new ArrayList<>();
        rule.single().forEach((name, value) -> values.add(new Value(name, name, value)));
        rule.conditions().forEach(each -> values.add(new Value("when", "when", each)));
        rule.consequences().forEach(each -> values.add(new Value("then", "then", each)));
        return values;
    }

    /** Parts between two that stayed are paired one by one; what is left came or went. */
    private void lists(Place from, Place to, String path, String id, String part, List<String> old, List<String> now) {
        List<int[]> same = new ArrayList<>(Sequences.common(old, now));
        same.add(new int[] {old.size(), now.size()});
        int i = 0;
        int j = 0;
        for (int[] next : same) {
            for (; i < next[0] || j < next[1]; i++, j++) {
                change(
                        Kind.RULE_CHANGED,
                        from,
                        to,
                        path,
                        id,
                        part,
                        i < next[0] ? old.get(i) : "",
                        j < next[1] ? now.get(j) : "");
            }
            i = next[0] + 1;
            j = next[1] + 1;
        }
    }

    private void change(Kind kind, Place from, Place to, String path, String id, String part, String old, String now) {
        changes.add(new Change(kind, path, path, from, to, id, part, part, old, now, List.of(), ""));
    }
}
