package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Names that one place of a rulebook defines and others use: fields, sources, columns of a list. A name that many use and
 * nobody defines is one mistake, where it should be defined, and not many. Where a name stands twice, the second took the
 * place of the missing one.
 */
final class Names {
    /** A use of a name, and what is wrong if nobody defines it. */
    record Use(String file, String place, Sentence message) {}

    private final String code;
    private final Severity severity;
    private final String registry;
    private final Sentence what;
    private final Map<String, String> defined = new TreeMap<>();
    private final Map<String, List<Use>> used = new TreeMap<>();
    private final Set<String> alike = new HashSet<>();
    private final Set<String> familiar = new HashSet<>();

    /**
     * @param code code of the mistake
     * @param severity how much it weighs
     * @param registry file that defines the names
     * @param what what is named, with its article
     */
    Names(String code, Severity severity, String registry, Sentence what) {
        this.code = code;
        this.severity = severity;
        this.registry = registry;
        this.what = what;
    }

    /** A definition, with its sheet and cell; all are told before the first use. */
    void define(String name, String place) {
        defined.putIfAbsent(name, place);
    }

    /** Words that are well spelt, since they stand elsewhere too. */
    void familiar(Set<String> words) {
        familiar.addAll(words);
    }

    /** Further names that may have been meant. */
    void suggest(Set<String> names) {
        alike.addAll(names);
    }

    boolean defines(String name) {
        return defined.containsKey(name);
    }

    Set<String> defined() {
        return defined.keySet();
    }

    /** A use, and what is wrong if the name is not defined. */
    void use(String name, String file, String place, Sentence message) {
        use(name, () -> new Use(file, place, message));
    }

    /** A use; where it stands and what is wrong is only asked if the name is not defined. */
    void use(String name, Supplier<Use> use) {
        List<Use> uses = used.computeIfAbsent(name, n -> new ArrayList<>());
        if (!defined.containsKey(name)) {
            uses.add(use.get());
        }
    }

    /** Names defined that nobody uses, with their places. */
    Map<String, String> unused() {
        Map<String, String> unused = new TreeMap<>(defined);
        unused.keySet().removeAll(used.keySet());
        return unused;
    }

    /** Names used that nobody defines. */
    Set<String> missing() {
        Set<String> missing = new HashSet<>(used.keySet());
        missing.removeAll(defined.keySet());
        return missing;
    }

    /** Reports names used and not defined; those of which a broken file may be the reason are left out. */
    void check(Set<String> excused, List<RulebookProblem> problems) {
        long doubled = problems.stream()
                .filter(p -> p.code().equals("KEY_TWICE") && p.file().equals(registry))
                .count();
        if (doubled > 0 && missing().size() <= doubled) {
            return;
        }
        used.forEach((name, uses) -> {
            if (!defined.containsKey(name) && !excused.contains(name)) {
                missing(name, uses, problems);
            }
        });
    }

    /** The one name that nobody uses and that only adds to another, or is only its start. */
    private Optional<String> lengthened(String name) {
        List<String> longer = unused().keySet().stream()
                .filter(u -> u.length() > 1 && (u.startsWith(name) || name.startsWith(u)))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    /** The header over the names, where one of them should stand below. */
    private String head() {
        return defined.values().stream()
                .findFirst()
                .map(place -> place.replaceAll("(?<=![A-Z]{1,3})([4-9]|[1-9][0-9]+)$", "3"))
                .orElse("");
    }

    private void missing(String name, List<Use> uses, List<RulebookProblem> problems) {
        Set<String> places = new HashSet<>();
        uses.forEach(u -> places.add(u.file() + "!" + u.place()));
        Optional<String> renamed = Closest.to(name, unused().keySet()).or(() -> lengthened(name));
        Use first = uses.get(0);
        boolean hereMisspelt = renamed.isPresent() && familiar.contains(name) && !familiar.contains(renamed.get());
        if (places.size() == 1 && !hereMisspelt) {
            Optional<String> meant =
                    renamed.or(() -> Closest.to(name, defined.keySet())).or(() -> Closest.to(name, alike));
            problems.add(new RulebookProblem(
                    code,
                    severity,
                    first.file(),
                    first.place(),
                    first.message(),
                    meant.map(m -> new Sentence("Peut-être " + m + ".", "Maybe " + m + "."))
                            .orElseGet(() -> new Sentence(
                                    "Peut-être l’ajouter à " + registry + ".", "Maybe add it to " + registry + "."))));
            return;
        }
        String at = first.file() + "!" + first.place();
        String place = renamed.map(defined::get).orElseGet(this::head);
        String fr = what.fr() + " «" + name + "» manque ; " + places.size()
                + (places.size() > 1 ? " endroits s’en servent, d’abord " : " endroit s’en sert, ") + at;
        String en = what.en() + " «" + name + "» is missing; " + places.size()
                + (places.size() > 1 ? " places use it, the first is " : " place uses it, ") + at;
        problems.add(new RulebookProblem(
                code,
                severity,
                registry,
                place,
                new Sentence(
                        fr
                                + renamed.map(r -> ", et personne ne se sert de «" + r + "»")
                                        .orElse(""),
                        en + renamed.map(r -> ", and nobody uses «" + r + "»").orElse("")),
                renamed.isPresent()
                        ? new Sentence("Peut-être " + name + ".", "Maybe " + name + ".")
                        : new Sentence(
                                "Peut-être sa ligne ou sa colonne a-t-elle été supprimée ou renommée.",
                                "Maybe its row or its column was deleted or renamed.")));
    }
}
