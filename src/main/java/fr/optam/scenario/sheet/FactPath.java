package fr.optam.scenario.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a column writes into the facts: names joined by dots, an entry of a list in brackets.
 *
 * <p>{@code practitioner.sector}, {@code memberships[0].option}, {@code activity[2024].overruns},
 * {@code activity[year-1].actCounts.ADC}, {@code acts[a1].modifiers}, {@code events[QUARTER_BREACHED#2].on},
 * {@code events[+]}.
 */
final class FactPath {
    private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[([^\\[\\]]+)])?");
    private static final Pattern DOT = Pattern.compile("\\.(?![^\\[]*])");

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private FactSchema leaf = FactSchema.root();

    /**
     * A name and, of a list, which entry.
     *
     * @param name key
     * @param entry entry of the list
     * @param key key that tells the entries of the list apart
     */
    private record Step(String name, Optional<Selector> entry, String key) {}

    private FactPath(String text) {
        this.text = text;
    }

    /** Whether a text begins as a path of facts does. */
    static boolean isOne(String text) {
        Matcher first = STEP.matcher(DOT.split(text)[0]);
        return first.matches() && FactSchema.root().has(first.group(1));
    }

    /**
     * Reads a path.
     *
     * @throws Slipped if the facts have no such place
     */
    static FactPath of(String text) throws Slipped {
        FactPath path = new FactPath(text);
        for (String part : DOT.split(text, -1)) {
            path.step(part);
        }
        return path;
    }

    private void step(String part) throws Slipped {
        Matcher step = STEP.matcher(part);
        if (!step.matches() || !leaf.has(step.group(1))) {
            throw new Slipped(unknown(text));
        }
        FactSchema next = leaf.of(step.group(1));
        Optional<Selector> entry = step.group(2) == null ? Optional.empty() : Selector.of(step.group(2));
        if (step.group(2) != null && (!next.isList() || entry.isEmpty())) {
            throw new Slipped(unknown(text));
        }
        steps.add(new Step(step.group(1), entry, next.isList() ? next.key() : ""));
        leaf = entry.isPresent() ? next.items() : next;
    }

    /** Says that there is no such place, with the one that was perhaps meant. */
    static Slip unknown(String text) {
        List<String> known = FactSchema.paths();
        String bare = text.replaceAll("\\[[^]]*]?", "[]");
        String near = Near.to(bare, known);
        Matcher entry = Pattern.compile("\\[[^]]+]").matcher(text);
        String meant = entry.find() ? near.replaceFirst("\\[]", Matcher.quoteReplacement(entry.group())) : near;
        return Slip.of(
                        "PATH_UNKNOWN",
                        "",
                        "les faits n’ont pas de place «\u00a0" + text + "\u00a0».",
                        "facts have no place «" + text + "».")
                .maybe(meant);
    }

    String text() {
        return text;
    }

    /** Whether several columns may have this path: each adds an entry. */
    boolean isRepeatable() {
        return text.contains("[+]");
    }

    /** What the place holds. */
    FactSchema leaf() {
        return leaf;
    }

    /** Whether the place is a map, an entry or a list, and not one value. */
    boolean isWhole() {
        return leaf.isObject() || leaf.isList();
    }

    /** Whether the place is the year that is decided, on which others may rest. */
    boolean isYear() {
        return text.equals("year");
    }

    /**
     * Puts a value in its place; maps and entries on the way are made.
     *
     * @param value the value; null takes away what is there
     * @throws Slipped if the list has no such entry and can't get it
     */
    void put(ObjectNode root, JsonNode value) throws Slipped {
        ObjectNode map = root;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean last = i == steps.size() - 1;
            if (step.entry().isEmpty()) {
                if (last) {
                    set(map, step.name(), value);
                    return;
                }
                map = map.get(step.name()) instanceof ObjectNode inner ? inner : map.putObject(step.name());
                continue;
            }
            ArrayNode list = map.get(step.name()) instanceof ArrayNode there ? there : map.putArray(step.name());
            int at = step.entry().get().in(list, step.key(), root);
            if (at < 0) {
                throw new Slipped(missing(step, list.size()));
            }
            if (last) {
                entry(list, at, value);
                return;
            }
            map = (ObjectNode) list.get(at);
        }
    }

    private static void set(ObjectNode map, String name, JsonNode value) {
        if (value == null) {
            map.remove(name);
        } else {
            map.set(name, value);
        }
    }

    /** An entry as a whole: what is there already, its key, stays where the value says nothing. */
    private static void entry(ArrayNode list, int at, JsonNode value) {
        if (value == null) {
            list.remove(at);
        } else if (value instanceof ObjectNode own && list.get(at) instanceof ObjectNode there) {
            ObjectNode merged = own.deepCopy();
            there.properties().forEach(e -> {
                if (!own.has(e.getKey())) {
                    merged.set(e.getKey(), e.getValue());
                }
            });
            list.set(at, merged);
        } else {
            list.set(at, value);
        }
    }

    private Slip missing(Step step, int size) {
        return Slip.of(
                "ENTRY_MISSING",
                "",
                "«\u00a0" + text + "\u00a0» : la liste " + step.name() + " n’a que " + size + " entrée(s) ici.",
                "«" + text + "»: list " + step.name() + " has only " + size + " entries here.");
    }
}
