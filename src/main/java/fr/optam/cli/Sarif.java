package fr.optam.cli;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import fr.optam.run.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings as SARIF 2.1.0, so that editors and code review show them in place: a cell is a region of its file. */
final class Sarif {
    private static final Pattern CELL = Pattern.compile("(.+)!([A-Z]{1,3})([1-9][0-9]{0,6})(?::.*)?");
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final Map<Severity, String> LEVELS =
            Map.of(Severity.ERROR, "error", Severity.WARNING, "warning", Severity.NOTE, "note");

    private final RulebookOptions rulebook;
    private final boolean french;

    Sarif(RulebookOptions rulebook, boolean french) {
        this.rulebook = rulebook;
        this.french = french;
    }

    /** The document, ready to be written as JSON. */
    Map<String, Object> log(List<RulebookProblem> findings) {
        Map<String, RulebookProblem> first = new LinkedHashMap<>();
        findings.forEach(each -> first.putIfAbsent(each.code(), each));
        List<String> codes = List.copyOf(first.keySet());
        List<Object> rules = first.values().stream().map(this::rule).toList();
        List<Object> results = new ArrayList<>();
        findings.forEach(each -> results.add(result(each, codes.indexOf(each.code()))));
        Map<String, Object> driver = Map.of("name", "optam", "version", Verbs.Version.text(), "rules", rules);
        Map<String, Object> run = Map.of(
                "tool",
                Map.of("driver", driver),
                "language",
                french ? "fr" : "en",
                "columnKind",
                "unicodeCodePoints",
                "results",
                results);
        return Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
    }

    private Object rule(RulebookProblem each) {
        String help = FindingHelp.of(each.code()).map(this::in).orElse(said(each));
        return Map.of(
                "id", each.code(),
                "shortDescription", Map.of("text", help),
                "help", Map.of("text", help),
                "defaultConfiguration", Map.of("level", LEVELS.get(each.severity())));
    }

    private Object result(RulebookProblem each, int rule) {
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", Map.of("uri", rulebook.uri(each.file()), "uriBaseId", "%SRCROOT%"));
        region(each.place(), physical);
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        Matcher cell = CELL.matcher(each.place());
        if (cell.matches()) {
            location.put(
                    "logicalLocations",
                    List.of(Map.of(
                            "fullyQualifiedName", each.file() + "!" + each.place(),
                            "name", cell.group(2) + cell.group(3),
                            "kind", "cell")));
        }
        String print = each.code() + "\n" + each.file() + "\n" + each.place();
        return Map.of(
                "ruleId", each.code(),
                "ruleIndex", rule,
                "level", LEVELS.get(each.severity()),
                "message", Map.of("text", said(each)),
                "locations", List.of(location),
                "partialFingerprints", Map.of("optam/v1", Sha256.of(print.getBytes(StandardCharsets.UTF_8))));
    }

    /** A line, or the row and column of a cell; a finding about a whole file points at its first line. */
    private static void region(String place, Map<String, Object> physical) {
        Matcher cell = CELL.matcher(place);
        if (cell.matches()) {
            int column = cell.group(2).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
            physical.put("region", Map.of("startLine", Integer.valueOf(cell.group(3)), "startColumn", column));
        } else {
            int line = place.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(place) : 1;
            physical.put("region", Map.of("startLine", line));
        }
    }

    private String said(RulebookProblem each) {
        String hint = in(each.hint());
        return in(each.message()) + (hint.isEmpty() ? "" : ". " + hint);
    }

    private String in(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }
}
