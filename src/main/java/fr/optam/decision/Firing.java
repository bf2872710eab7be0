package fr.optam.decision;

import java.util.List;
import java.util.Map;

/**
 * One rule or table row that applied, stamped by the engine.
 *
 * @param id {@code f1}, {@code f2}, … in a stable order
 * @param rule id of the rule or row
 * @param at file and place: {@code decision-tables/….drl.xlsx!Table!A12} or {@code rules-drl/….drl!45}
 * @param facts facts read, by JSON path
 * @param parameters table values read, by name
 * @param because ids of the firings whose conclusions were read
 * @param sources citations
 * @param sentence what it concluded, in words
 */
public record Firing(
        String id,
        String rule,
        String at,
        Map<String, String> facts,
        Map<String, String> parameters,
        List<String> because,
        List<Source> sources,
        Sentence sentence) {}
