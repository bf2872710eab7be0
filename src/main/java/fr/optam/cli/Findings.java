package fr.optam.cli;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code check} found, in words. */
final class Findings {
    private static final Pattern CELL = Pattern.compile("(?:(.*)!)?([A-Z]{0,3})([0-9]{1,9})(?::.*)?");
    private static final int MAX_NUMBER = 9;

    private Findings() {}

    /** By file, sheet, row and column, each once. */
    static List<RulebookProblem> sorted(List<RulebookProblem> found) {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(RulebookProblem::file)
                        .thenComparing(each -> position(each.place()))
                        .thenComparing(RulebookProblem::severity)
                        .thenComparing(RulebookProblem::code))
                .toList();
    }

    /** A text that sorts as a person reads: sheet, row, column. */
    private static String position(String place) {
        Matcher cell = CELL.matcher(place);
        if (!cell.matches()) {
            return place;
        }
        String sheet = cell.group(1) == null ? "" : cell.group(1);
        String row = "0".repeat(MAX_NUMBER - cell.group(3).length()) + cell.group(3);
        return sheet + "!" + row + " ".repeat(3 - cell.group(2).length()) + cell.group(2);
    }

    static boolean has(List<RulebookProblem> findings, Severity severity) {
        return findings.stream().anyMatch(each -> each.severity() == severity);
    }

    /** One line: where, how grave if it is no mistake, what, what was perhaps meant, code. */
    static String line(RulebookProblem each, boolean french) {
        RulebookProblem named = each;
        if (each.severity() != Severity.ERROR) {
            boolean warning = each.severity() == Severity.WARNING;
            named = new RulebookProblem(
                    each.code(),
                    each.severity(),
                    each.file(),
                    each.place(),
                    new Sentence(
                            (warning ? "avertissement, " : "remarque, ")
                                    + each.message().fr(),
                            (warning ? "warning, " : "note, ") + each.message().en()),
                    each.hint());
        }
        return Complaint.of(named).text(french) + " [" + each.code() + "]";
    }

    /** How many of each weight, in how many files. */
    static String summary(List<RulebookProblem> findings, boolean french) {
        if (findings.isEmpty()) {
            return french ? "Aucune erreur." : "No mistake.";
        }
        List<String> parts = new ArrayList<>();
        count(findings, Severity.ERROR, french ? "erreur" : "mistake", parts);
        count(findings, Severity.WARNING, french ? "avertissement" : "warning", parts);
        count(findings, Severity.NOTE, french ? "remarque" : "note", parts);
        long files = findings.stream().map(RulebookProblem::file).distinct().count();
        return String.join(", ", parts)
                + String.format(
                        Locale.ROOT,
                        french
                                ? (files == 1 ? " dans %d fichier." : " dans %d fichiers.")
                                : (files == 1 ? " in %d file." : " in %d files."),
                        files);
    }

    private static void count(List<RulebookProblem> findings, Severity severity, String word, List<String> parts) {
        long count = findings.stream().filter(f -> f.severity() == severity).count();
        if (count > 0) {
            parts.add(count + " " + word + (count == 1 ? "" : "s"));
        }
    }

    /** What a sound rulebook holds. */
    static String figures(Rulebook sound, boolean french) {
        int rows = sound.tables().values().stream()
                .mapToInt(table -> table.rows().size())
                .sum();
        int listed = sound.lists().values().stream()
                .mapToInt(list -> list.rows().size())
                .sum();
        String overlays = sound.id().overlays().isEmpty()
                ? ""
                : " + " + String.join(" + ", sound.id().overlays());
        return String.format(
                Locale.ROOT,
                french
                        ? "Référentiel %s, %s\n%d règles, %d lignes de %d tables de décision, %d lignes de %d listes.\n"
                        : "Rulebook %s, %s\n%d rules, %d rows of %d decision tables, %d rows of %d lists.\n",
                sound.id().version() + overlays,
                sound.id().digest(),
                sound.rules().size() - rows,
                rows,
                sound.tables().size(),
                listed,
                sound.lists().size());
    }
}
