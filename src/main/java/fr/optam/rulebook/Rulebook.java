package fr.optam.rulebook;

import fr.optam.decision.RulebookId;
import fr.optam.rulebook.drl.DrlFile;
import fr.optam.rulebook.kie.StageBase;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.table.TableWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.model.Model;

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
    private Optional<BasesAhead> ahead = Optional.empty();
    private boolean watched;
    private List<RulebookProblem> findings = List.of();
    private SortedMap<String, String> shown = new TreeMap<>();
    private List<Model> models = List.of();

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

    /** Whether every look into a table is told, so that none may be spared. */
    public boolean isWatched() {
        return watched;
    }

    Rulebook shown(SortedMap<String, String> paths) {
        shown = paths;
        return this;
    }

    /** What decisions show of files that stand elsewhere, in an overlay: path shown by relative path. */
    public SortedMap<String, String> shown() {
        return Collections.unmodifiableSortedMap(shown);
    }

    /**
     * What the cache holds of its rules, by name: in the cache of another machine it spares the compiling there. What is
     * missing or of no use there is compiled again.
     */
    public SortedMap<String, byte[]> cached() {
        SortedMap<String, byte[]> found = new TreeMap<>();
        for (DrlFile file : drl) {
            for (String name : file.kept()) {
                try {
                    found.put(name, Files.readAllBytes(file.cache().resolve(name)));
                } catch (IOException missing) {
                    found.remove(name);
                }
            }
        }
        return found;
    }

    Rulebook found(List<RulebookProblem> lighter) {
        findings = List.copyOf(lighter);
        return this;
    }

    Rulebook ahead(Optional<BasesAhead> begun) {
        ahead = begun;
        return this;
    }

    /** What was found while it was read and does not keep it from being used: warnings and notes. */
    public List<RulebookProblem> findings() {
        return findings;
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
     * This rulebook with one rule table replaced by another of its name. All that the change does not touch is shared, and
     * nothing is judged or compiled: so it is for asking what a change would do, and keeps the fingerprint of this one.
     *
     * @throws RulebookInvalid if Drools refuses a rule of this rulebook
     */
    public Rulebook with(RuleTable table) throws RulebookInvalid {
        RuleTable before = tables.get(table.name());
        SortedMap<String, RuleTable> others = new TreeMap<>(tables);
        others.put(table.name(), table);
        ChangedRulebook changed = new ChangedRulebook(rules, new RuleTables(lists, others, dictionary));
        changed.rows(before, table);
        changed.formulas(Set.of(table.name()));
        Rulebook other = new Rulebook(id, dictionary, words, lists, others, drl, changed.rules(), files).shown(shown);
        other.bases = new TreeMap<>(bases());
        RuleTable none = before.with(List.of());
        boolean moved = !before.stage().equals(table.stage());
        if (moved) {
            other.bases.computeIfPresent(before.stage(), (stage, base) -> base.with(before, none));
        }
        other.bases.compute(table.stage(), (stage, base) -> (base == null ? StageBase.none(stage) : base)
                .with(moved ? none : before, table));
        return other;
    }

    /**
     * This rulebook, ready to take parts of another by {@link #with(Rulebook, Set)}, {@link #with(RuleTable)} and
     * {@link #with(PlainTable)}: it knows the fields, tables, lists and columns of both, and decides as before.
     *
     * @throws RulebookInvalid if Drools refuses a rule of this rulebook
     */
    public Rulebook beside(Rulebook other) throws RulebookInvalid {
        Beside both = new Beside(this, other);
        if (both.isSame()) {
            return this;
        }
        Rulebook wider = new Rulebook(
                        id, dictionary.and(other.dictionary), words, both.lists(), both.tables(), drl, rules, files)
                .shown(shown);
        wider.bases = bases();
        return wider;
    }

    /**
     * This rulebook with some rules of DRL as another has them: added, replaced, or removed if it has none; as
     * {@link #with(RuleTable)}. It must know the fields and lists of both, see {@link #beside}.
     *
     * @throws RulebookInvalid if Drools refuses a rule of either
     */
    public Rulebook with(Rulebook other, Set<String> ids) throws RulebookInvalid {
        ChangedRulebook changed = new ChangedRulebook(rules, new RuleTables(lists, tables, dictionary));
        ids.forEach(each -> changed.rule(each, Optional.ofNullable(other.rules.get(each))));
        TakenRules taken = new TakenRules(rules, other.rules, ids);
        Rulebook mixed = new Rulebook(id, dictionary, words, lists, tables, drl, changed.rules(), files).shown(shown);
        mixed.bases = taken.bases(bases(), taken.any() ? other.compiled() : List.of());
        return mixed;
    }

    private synchronized List<Model> compiled() throws RulebookInvalid {
        if (models.isEmpty()) {
            bases();
            models = models();
        }
        return models;
    }

    /**
     * This rulebook with one list replaced by another of its name; as {@link #with(RuleTable)}. Words and fields stay.
     *
     * @throws RulebookInvalid if Drools refuses a rule of this rulebook
     */
    public Rulebook with(PlainTable list) throws RulebookInvalid {
        SortedMap<String, PlainTable> others = new TreeMap<>(lists);
        others.put(list.name(), list);
        return with(others, new RuleTables(others, tables, dictionary), Set.of(list.name()));
    }

    /**
     * This rulebook, whose every look into a table is told.
     *
     * @throws RulebookInvalid if Drools refuses a rule of this rulebook
     */
    public Rulebook watched(TableWatch watch) throws RulebookInvalid {
        SortedMap<String, PlainTable> others = new TreeMap<>();
        lists.forEach((name, list) -> others.put(name, list.watched(watch)));
        Set<String> names = new HashSet<>(lists.keySet());
        names.addAll(tables.keySet());
        Rulebook other = with(others, new RuleTables(others, tables, dictionary, Optional.of(watch)), names);
        other.watched = true;
        return other;
    }

    private Rulebook with(SortedMap<String, PlainTable> others, RuleTables seen, Set<String> names)
            throws RulebookInvalid {
        ChangedRulebook changed = new ChangedRulebook(rules, seen);
        changed.formulas(names);
        Rulebook other = new Rulebook(id, dictionary, words, others, tables, drl, changed.rules(), files).shown(shown);
        other.bases = bases();
        return other;
    }

    private List<Model> models() {
        return drl.stream().flatMap(file -> file.models().stream()).toList();
    }

    /**
     * The compiled rule bases, by stage in order; compiled on the first call.
     *
     * @throws RulebookInvalid if Drools refuses a rule
     */
    public synchronized Map<Stage, StageBase> bases() throws RulebookInvalid {
        if (bases == null) {
            try {
                bases = ahead.flatMap(BasesAhead::bases)
                        .orElseGet(() -> StageBase.build(models(), List.copyOf(tables.values())));
                ahead = Optional.empty();
            } catch (IllegalStateException e) {
                throw new RulebookInvalid(RulebookProblem.error(
                        "NOT_COMPILED", RulebookFiles.RULES, "", String.valueOf(e.getMessage()), ""));
            }
        }
        return bases;
    }
}
