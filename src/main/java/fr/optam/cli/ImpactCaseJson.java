package fr.optam.cli;

import fr.optam.compare.impact.Case;
import fr.optam.compare.impact.ChangedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A case of a comparison of effects as JSON. */
final class ImpactCaseJson {
    private ImpactCaseJson() {}

    static Map<String, Object> of(Case one) {
        return ImpactJson.map(
                "practitioner",
                one.practitioner(),
                "year",
                one.year(),
                "specialty",
                ImpactJson.none(one.specialty()),
                "department",
                ImpactJson.none(one.department()),
                "sector",
                ImpactJson.none(one.sector()),
                "option",
                ImpactJson.none(one.option()),
                "balance",
                CaseFiles.euros(one.balance()),
                "findingsGained",
                one.gained(),
                "findingsLost",
                one.lost(),
                "changes",
                one.changes().stream().map(ImpactCaseJson::change).toList());
    }

    private static Map<String, Object> change(ChangedAnswer change) {
        List<Map<String, Object>> shares = new ArrayList<>();
        for (int i = 0; i < change.shares().size(); i++) {
            shares.add(ImpactJson.map(
                    "edit",
                    "E" + change.cause().edits().get(i),
                    "share",
                    CaseFiles.euros(change.shares().get(i))));
        }
        return ImpactJson.map(
                "question",
                change.question(),
                "act",
                ImpactJson.none(change.act().strip()),
                "letter",
                ImpactJson.none(change.letter()),
                "lines",
                change.lines(),
                "changed",
                change.parts().stream().map(Enum::name).toList(),
                "before",
                said(change.before()),
                "after",
                said(change.after()),
                "own",
                change.own().isPresent() ? CaseFiles.euros(change.own().getAsLong()) : null,
                "balance",
                CaseFiles.euros(change.balance()),
                "how",
                change.cause().how().name(),
                "exact",
                change.cause().exact(),
                "shares",
                shares);
    }

    private static Map<String, Object> said(ChangedAnswer.Said said) {
        return said.verdict().isEmpty()
                ? null
                : ImpactJson.map(
                        "verdict",
                        said.verdict(),
                        "reason",
                        ImpactJson.none(said.reason()),
                        "value",
                        ImpactJson.none(said.value()),
                        "unit",
                        ImpactJson.none(said.unit()),
                        "amount",
                        ImpactJson.none(said.amount()),
                        "confidence",
                        said.confidence().name());
    }
}
