package fr.optam.rulebook.drl;

import fr.optam.rulebook.RulebookProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drools.model.Model;

/**
 * A DRL file: its judged rules and, on demand, their compiled form.
 *
 * @param file path below the rulebook
 * @param rules rules in the order of the file
 * @param key what the compiled form is kept under
 * @param phase package
 * @param cache where it is kept
 * @param text the file as written
 */
public record DrlFile(String file, List<DrlRule> rules, String key, String phase, Path cache, String text) {

    /**
     * Judges a file, or remembers that the same text was judged before.
     *
     * @param phase phase of the folder it lies in
     * @param cache folder of the cache
     * @param problems takes every refusal, with its line
     */
    public static DrlFile read(String file, String phase, String text, Path cache, List<RulebookProblem> problems) {
        DrlCache kept = new DrlCache(cache);
        String key = kept.key(phase, text);
        Optional<byte[]> judged = kept.get(key + ".rules");
        if (judged.isPresent()) {
            return new DrlFile(
                    file, DrlText.rules(new String(judged.get(), StandardCharsets.UTF_8)), key, phase, cache, text);
        }
        int before = problems.size();
        List<DrlRule> rules = new DrlGate(file, phase, problems).read(text);
        if (problems.size() == before) {
            kept.put(key + ".rules", DrlText.lines(rules).getBytes(StandardCharsets.UTF_8));
        }
        return new DrlFile(file, rules, key, phase, cache, text);
    }

    /** Line of the file where a rule says some words, the line of the rule if it does not; first is 1. */
    public int line(DrlRule rule, String words) {
        int start = 0;
        for (int line = 1; line < rule.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = text.indexOf("\nrule ", start + 1);
        int at = text.indexOf(words, start);
        int quote = words.indexOf('"');
        if (at < 0 && quote >= 0) {
            at = text.indexOf(words.substring(quote), start);
        }
        return at < 0 || (end >= 0 && at > end)
                ? rule.line()
                : rule.line()
                        + (int) text.substring(start, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }

    /**
     * The compiled rules: from the cache, or compiled now and kept.
     *
     * @throws IllegalStateException if Drools refuses them
     */
    public List<Model> models() {
        if (rules.isEmpty()) {
            return List.of();
        }
        DrlCache kept = new DrlCache(cache);
        byte[] jar = kept.get(key + ".jar").orElseGet(() -> {
            byte[] compiled;
            try {
                compiled = DrlCompiler.compile(key, DrlText.drl(phase, rules));
            } catch (IllegalStateException e) {
                throw new IllegalStateException(file + ": " + e.getMessage(), e);
            }
            kept.put(key + ".jar", compiled);
            return compiled;
        });
        return DrlCompiler.load(jar, DrlFile.class.getClassLoader());
    }

    /** Names below the folder of the cache under which it is kept, judged and compiled. */
    public List<String> kept() {
        return rules.isEmpty() ? List.of() : List.of(key + ".rules", key + ".jar");
    }

    /** The compiled rules if they were compiled before and can be loaded; nothing is compiled. */
    public Optional<List<Model>> compiled() {
        if (rules.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            return new DrlCache(cache)
                    .get(key + ".jar")
                    .map(jar -> DrlCompiler.load(jar, DrlFile.class.getClassLoader()));
        } catch (IllegalStateException | LinkageError e) {
            return Optional.empty();
        }
    }
}
