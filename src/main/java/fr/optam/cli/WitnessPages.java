package fr.optam.cli;

import fr.optam.analysis.TableFinding;
import fr.optam.analysis.witness.Witness;
import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.ConditionColumn;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the facts of a folder show, as a page to read and as JSON. */
final class WitnessPages {
    private static final Set<String> SAYS_NOTHING = Set.of("NOT_APPLICABLE", "NOT_EVALUABLE");
    private static final String SPACE = "\u00a0";

    private final Rulebook rulebook;
    private final RulebookOptions options;
    private final Path folder;
    private final boolean french;

    /** @param folder where the files are written */
    WitnessPages(Rulebook rulebook, RulebookOptions options, Path folder, boolean french) {
        this.folder = folder;
        this.rulebook = rulebook;
        this.options = options;
        this.french = french;
    }

    /** The page. */
    String index(List<WitnessFolder.Shown> all) {
        StringBuilder page = new StringBuilder(
                say("# Témoins des constats de l’analyse\n\n", "# Witnesses of the findings of the analysis\n\n"));
        page.append(say("Référentiel ", "Rulebook "))
                .append(rulebook.id().version())
                .append(", `")
                .append(rulebook.id().digest())
                .append("`.\n\n")
                .append(say(
                        "Chaque fichier de faits est inventé et montre un constat" + SPACE
                                + ": décidez-le, et la décision dit ce que dit le constat.\n",
                        "Each file of facts is made up and shows one finding: decide it, and the decision says what the"
                                + " finding says.\n"));
        if (all.isEmpty()) {
            page.append(say("\nAucun constat à montrer.\n", "\nNo finding to show.\n"));
        }
        all.forEach(shown -> section(shown, page));
        return page.toString();
    }

    private void section(WitnessFolder.Shown shown, StringBuilder page) {
        TableFinding finding = shown.finding();
        page.append(String.format(
                java.util.Locale.ROOT,
                "%n## %03d · %s · %s%n%n%s%n%n",
                shown.number(),
                finding.kind().name(),
                finding.table(),
                sentence(say(finding.message()))));
        item(page, say("Cellule", "Cell"), "`" + finding.file() + "!" + finding.place() + "`");
        if (shown.witness() instanceof Witness.Found found) {
            item(page, say("Faits", "Facts"), "[" + shown.file() + "](" + shown.file() + ")");
            item(
                    page,
                    say("La table voit", "The table sees"),
                    values(finding.table(), found.observed().values()));
            item(
                    page,
                    say("Lignes qui s’appliquent", "Rows that apply"),
                    found.rows().isEmpty() ? say("aucune", "none") : String.join(", ", found.rows()));
            item(page, say("Commande", "Command"), "`" + command(shown.file()) + "`");
            decision(shown.decision().orElseThrow(), page);
        } else if (shown.witness() instanceof Witness.Unreached none) {
            item(page, say("Faits", "Facts"), unreached(finding.table(), none));
        }
    }

    private String unreached(String table, Witness.Unreached none) {
        String fields = none.fields().stream().map(this::label).collect(Collectors.joining(", "));
        return say(
                "aucuns faits trouvés, sur " + none.runs() + " essayés" + SPACE + "; reste hors d’atteinte" + SPACE
                        + ": " + fields + ". Peut-être déclarer ce cas impossible dans reference/domaines."
                        + " Au plus près, la table voit" + SPACE + ": " + values(table, none.nearest()),
                "no facts found, of " + none.runs() + " tried; out of reach: " + fields
                        + ". Maybe declare the case impossible in reference/domaines. At the nearest the table sees: "
                        + values(table, none.nearest()));
    }

    private void decision(Decision decision, StringBuilder page) {
        item(page, say("Décision", "Decision"), decision.outcome());
        for (Problem problem : decision.problems()) {
            page.append("  - ").append(problem.code()).append(colon());
            page.append(say(problem.sentence())).append('\n');
        }
        List<Answer> said = decision.answers().stream()
                .filter(a -> !SAYS_NOTHING.contains(a.verdict()))
                .toList();
        for (Answer answer : said) {
            page.append("  - `").append(answer.question()).append("` → ").append(answer.verdict());
            page.append(" (").append(answer.reason()).append(")\n");
        }
    }

    private static void item(StringBuilder page, String name, String text) {
        page.append("- **")
                .append(name)
                .append("**")
                .append(SPACE)
                .append(": ")
                .append(text)
                .append('\n');
    }

    private static String sentence(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
    }

    private String command(String file) {
        StringBuilder command = new StringBuilder("optam decide");
        if (options.rulebook != null) {
            command.append(" --rulebook ").append(options.rulebook);
        }
        options.overlays.forEach(o -> command.append(" --overlay ").append(o));
        return command.append(' ').append(folder.resolve(file)).toString();
    }

    private String values(String table, Map<String, Object> values) {
        return rulebook.tables().get(table).conditions().stream()
                .map(ConditionColumn::field)
                .distinct()
                .map(field -> label(field) + " = " + (values.containsKey(field) ? plain(values.get(field)) : "–"))
                .collect(Collectors.joining(french ? SPACE + "; " : "; "));
    }

    private String label(String field) {
        return rulebook.dictionary()
                .field(field)
                .map(f -> say(new Sentence(f.fr(), f.en())))
                .orElse(field);
    }

    private String plain(Object value) {
        if (value instanceof Unknown) {
            return say("inconnu", "unknown");
        }
        return value instanceof BigDecimal n ? n.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    /** The same for programs. */
    List<Object> json(List<WitnessFolder.Shown> all) {
        List<Object> list = new ArrayList<>();
        for (WitnessFolder.Shown shown : all) {
            Map<String, Object> one = new LinkedHashMap<>();
            TableFinding finding = shown.finding();
            one.put("number", shown.number());
            one.put("kind", finding.kind().name());
            one.put("table", finding.table());
            one.put("file", finding.file());
            one.put("cell", finding.place());
            one.put("rows", finding.rows());
            one.put("message", say(finding.message()));
            one.put("facts", shown.file().isEmpty() ? null : shown.file());
            if (shown.witness() instanceof Witness.Found found) {
                one.put("command", command(shown.file()));
                one.put("applying", found.rows());
                one.put("seen", seen(found.observed().values()));
            } else if (shown.witness() instanceof Witness.Unreached none) {
                one.put("outOfReach", none.fields());
                one.put("seen", seen(none.nearest()));
            }
            shown.decision().ifPresent(d -> {
                one.put("outcome", d.outcome());
                one.put("problems", d.problems().stream().map(Problem::code).toList());
            });
            list.add(one);
        }
        return list;
    }

    private Map<String, Object> seen(Map<String, Object> values) {
        Map<String, Object> seen = new java.util.TreeMap<>();
        values.forEach((field, value) -> seen.put(field, plain(value)));
        return seen;
    }

    private String say(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    private String colon() {
        return french ? SPACE + ": " : ": ";
    }

    private String say(String fr, String en) {
        return french ? fr : en;
    }
}
