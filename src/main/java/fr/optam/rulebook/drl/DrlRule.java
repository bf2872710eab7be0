package fr.optam.rulebook.drl;

import java.util.List;
import java.util.Map;

/**
 * A rule of a DRL file after it was judged: nothing but constants is left in it.
 *
 * @param id name of the rule
 * @param line line of the file, first is 1
 * @param stage agenda group
 * @param kind kind of fact
 * @param conditions conditions, as written
 * @param metadata annotations by name
 * @param calls calls of the sink: name, then the texts
 */
public record DrlRule(
        String id,
        int line,
        String stage,
        String kind,
        List<String> conditions,
        Map<String, String> metadata,
        List<List<String>> calls) {}
