package fr.optam.cli;

import fr.optam.compare.impact.Bin;
import fr.optam.compare.impact.Breakdown;
import fr.optam.compare.impact.Cause;
import fr.optam.compare.impact.CauseTotal;
import fr.optam.compare.impact.EditEffect;
import fr.optam.compare.impact.EditView;
import fr.optam.compare.impact.Figures;
import fr.optam.compare.impact.FindingTotal;
import fr.optam.compare.impact.Gate;
import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.Population;
import fr.optam.compare.impact.QuestionTotal;
import fr.optam.compare.impact.Shown;
import fr.optam.compare.impact.Side;
import fr.optam.compare.impact.Transition;
import fr.optam.decision.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a change of rules does, as JSON, {@code optam/impact/1}; the shape is public. */
final class ImpactJson {
    private final boolean french;

    private ImpactJson(boolean french) {
        this.french = french;
    }

    static Map<String, Object> of(Impact impact, boolean french) {
        ImpactJson json = new ImpactJson(french);
        return map(
                "schema",
                "optam/impact/1",
                "before",
                side(impact.before()),
                "after",
                side(impact.after()),
                "cohort",
                cohort(impact.population()),
                "totals",
                shown(impact.totals()),
                "unrecorded",
                shown(impact.unrecorded()),
                "edits",
                impact.edits().stream().map(json::edit).toList(),
                "questions",
                impact.questions().stream().map(json::question).toList(),
                "transitions",
                impact.transitions().stream().map(json::transition).toList(),
                "groups",
                json.groups(impact.breakdowns()),
                "causes",
                impact.causes().stream().map(ImpactJson::cause).toList(),
                "findings",
                impact.findings().stream().map(json::finding).toList(),
                "balances",
                impact.balances().stream().map(ImpactJson::bin).toList(),
                "largest",
                impact.largest().stream().map(ImpactCaseJson::of).toList(),
                "smallestGroup",
                impact.smallestGroup().isPresent() ? impact.smallestGroup().getAsInt() : null,
                "gates",
                impact.gates().stream().map(ImpactJson::gate).toList());
    }

    private static Map<String, Object> side(Side side) {
        return map(
                "name",
                side.name(),
                "version",
                side.id().version(),
                "digest",
                side.id().digest(),
                "overlays",
                side.id().overlays());
    }

    private static Map<String, Object> cohort(Population cohort) {
        return map(
                "kind",
                cohort.kind().name(),
                "name",
                cohort.name(),
                "year",
                cohort.year(),
                "practitioners",
                cohort.practitioners(),
                "touched",
                cohort.touched(),
                "synthetic",
                cohort.synthetic(),
                "rowsRejected",
                cohort.rejected(),
                "practitionersRejected",
                cohort.practitionersRejected());
    }

    /** Figures, or nothing if they are hidden. */
    private static Map<String, Object> shown(Shown shown) {
        return shown.figures().map(ImpactJson::figures).orElse(null);
    }

    private static Map<String, Object> figures(Figures figures) {
        return map(
                "practitioners",
                figures.practitioners(),
                "changed",
                figures.changed(),
                "answers",
                figures.answers(),
                "lines",
                figures.lines(),
                "gaining",
                figures.gaining(),
                "losing",
                figures.losing(),
                "gain",
                CaseFiles.euros(figures.gain()),
                "loss",
                CaseFiles.euros(figures.loss()),
                "balance",
                CaseFiles.euros(figures.balance()));
    }

    private Map<String, Object> edit(EditEffect effect) {
        EditView edit = effect.edit();
        return map(
                "edit",
                edit.name(),
                "table",
                edit.table(),
                "row",
                none(edit.row()),
                "column",
                none(edit.column()),
                "place",
                edit.place(),
                "old",
                none(edit.old()),
                "new",
                none(edit.now()),
                "title",
                say(edit.title()),
                "reach",
                effect.reach().name(),
                "touched",
                effect.touched(),
                "part",
                shown(effect.part()),
                "reverting",
                shown(effect.reverting()));
    }

    private Map<String, Object> question(QuestionTotal total) {
        return map(
                "question",
                total.question(),
                "label",
                say(total.label()),
                "counted",
                total.counted(),
                "figures",
                shown(total.shown()),
                "before",
                total.shown().hidden() ? null : CaseFiles.euros(total.before()),
                "after",
                total.shown().hidden() ? null : CaseFiles.euros(total.after()),
                "unmeasured",
                total.shown().hidden() ? null : total.unmeasured());
    }

    private Map<String, Object> transition(Transition transition) {
        return map(
                "question",
                transition.question(),
                "from",
                none(transition.from()),
                "to",
                none(transition.to()),
                "figures",
                shown(transition.shown()));
    }

    private Map<String, Object> groups(List<Breakdown> breakdowns) {
        Map<String, Object> groups = new TreeMap<>();
        breakdowns.forEach(b -> groups.put(
                b.dimension().name().toLowerCase(Locale.ROOT),
                b.groups().stream()
                        .map(g -> map("code", none(g.code()), "label", say(g.label()), "figures", shown(g.shown())))
                        .toList()));
        return groups;
    }

    private static List<String> names(Cause cause) {
        return cause.edits().stream().map(n -> "E" + n).toList();
    }

    private static Map<String, Object> cause(CauseTotal total) {
        return map(
                "edits",
                names(total.cause()),
                "how",
                total.cause().how().name(),
                "exact",
                total.cause().exact(),
                "figures",
                shown(total.shown()));
    }

    private Map<String, Object> finding(FindingTotal finding) {
        return map(
                "code",
                finding.code(),
                "label",
                say(finding.label()),
                "gained",
                finding.gained() < 0 ? null : finding.gained(),
                "lost",
                finding.lost() < 0 ? null : finding.lost());
    }

    private static Map<String, Object> bin(Bin bin) {
        return map(
                "from",
                bin.from() == Long.MIN_VALUE ? null : CaseFiles.euros(bin.from()),
                "to",
                bin.to() == Long.MAX_VALUE ? null : CaseFiles.euros(bin.to()),
                "practitioners",
                bin.practitioners().isPresent() ? bin.practitioners().getAsLong() : null);
    }

    private static Map<String, Object> gate(Gate gate) {
        return map("gate", gate.name(), "limit", gate.limit(), "measured", gate.measured(), "passed", gate.passed());
    }

    private String say(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    static String none(String text) {
        return text.isEmpty() ? null : text;
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
