package fr.optam.rulebook;

import fr.optam.decision.RulebookId;
import fr.optam.rulebook.drl.DrlFile;
import fr.optam.rulebook.kie.StageBase;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A rulebook: read, checked, fingerprinted; compiled on first use. It never changes. */
public final class Rulebook {
    private final RulebookId id;
    private final Dictionary dictionary;
    private final Words words;
    private final SortedMap<String, PlainTable> lists;
    private final SortedMap<String, RuleTable> tables;
    private final List<DrlFile> drl;
    private final SortedMap<String, Rule> rules;
    private final SortedMap<String, byte[]> files;
    private Map<Stage, StageBase> bases;

    Rulebook(
            RulebookId id,
            Dictionary dictionary,
            Words words,
            SortedMap<String, PlainTable> lists,
            SortedMap<String, RuleTable> tables,
            List<DrlFile> drl,
            SortedMap<String, Rule> rules,
            SortedMap<String, byte[]> files) {
        this.id = id;
        this.dictionary = dictionary;
        this.words = words;
        this.lists = lists;
        this.tables = tables;
        this.drl = List.copyOf(drl);
        this.rules = rules;
        this.files = files;
    }

    /** Version, digest and overlays. */
    public RulebookId id() {
        return id;
    }

    /** Fields that facts may have. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** Sentences and labels. */
    public Words words() {
        return words;
    }

    /** A list by name, {@code reference/options}. */
    public Optional<PlainTable> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** Every list by name. */
    public SortedMap<String, PlainTable> lists() {
        return Collections.unmodifiableSortedMap(lists);
    }

    /** Every rule table by name. */
    public SortedMap<String, RuleTable> tables() {
        return Collections.unmodifiableSortedMap(tables);
    }

    /** Every rule by id, from DRL and from rows. */
    public SortedMap<String, Rule> rules() {
        return Collections.unmodifiableSortedMap(rules);
    }

    /** Every file by relative path, as read: what a run records. */
    public SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /**
     * The compiled rule bases, by stage in order; compiled on the first call.
     *
     * @throws RulebookInvalid if Drools refuses a rule
     */
    public synchronized Map<Stage, StageBase> bases() throws RulebookInvalid {
        if (bases == null) {
            try {
                bases = StageBase.build(drl, List.copyOf(tables.values()));
            } catch (IllegalStateException e) {
                throw new RulebookInvalid(RulebookProblem.error(
                        "NOT_COMPILED", RulebookFiles.RULES, "", String.valueOf(e.getMessage()), ""));
            }
        }
        return bases;
    }
}
