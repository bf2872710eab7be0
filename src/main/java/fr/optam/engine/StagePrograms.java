package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The programs of a rulebook, by stage and kind of fact. */
final class StagePrograms {
    private final Rulebook rulebook;
    private final Map<String, RuleRow> rows;
    private final Map<Stage, Map<Kind, List<Rule>>> rules = new HashMap<>();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** @param rows rows of all tables by id */
    StagePrograms(Rulebook rulebook, Map<String, RuleRow> rows) {
        this.rulebook = rulebook;
        this.rows = rows;
        rulebook.rules().values().forEach(r -> rules.computeIfAbsent(r.stage(), s -> new EnumMap<>(Kind.class))
                .computeIfAbsent(r.kind(), k -> new ArrayList<>())
                .add(r));
    }

    /** The programs of a stage; those of another engine if they are of the same rules. */
    Map<Kind, StageProgram> of(Stage stage, Optional<StageRules> known) {
        Map<Kind, StageProgram> programs = new EnumMap<>(Kind.class);
        rules.getOrDefault(stage, Map.of()).forEach((kind, list) -> {
            Optional<StageProgram> same = known.map(k -> k.programs().get(kind)).filter(p -> p.isOf(list));
            programs.put(
                    kind,
                    same.orElseGet(() -> new StageProgram(
                            kind, list, rows, rulebook.dictionary(), templates, !rulebook.isWatched())));
        });
        return programs;
    }
}
