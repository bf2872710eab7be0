package fr.optam.report.impact;

import fr.optam.compare.impact.Bin;
import fr.optam.compare.impact.Breakdown;
import fr.optam.compare.impact.Breakdown.Dimension;
import fr.optam.compare.impact.Breakdown.Group;
import fr.optam.compare.impact.Case;
import fr.optam.compare.impact.Cause;
import fr.optam.compare.impact.CauseTotal;
import fr.optam.compare.impact.ChangedAnswer;
import fr.optam.compare.impact.ChangedAnswer.Said;
import fr.optam.compare.impact.EditEffect;
import fr.optam.compare.impact.EditEffect.Reach;
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
import fr.optam.decision.Confidence;
import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Impacts that a page can be made of. */
final class Impacts {
    private Impacts() {}

    static Sentence both(String fr, String en) {
        return new Sentence(fr, en);
    }

    static Figures figures(
            long practitioners, long changed, long answers, long gaining, long gain, long losing, long loss) {
        return new Figures(practitioners, changed, answers, answers, gaining, losing, gain, loss);
    }

    private static Side side(String name, String digest, String... overlays) {
        return new Side(name, new RulebookId("2026.1", "sha256:" + digest.repeat(32), List.of(overlays)));
    }

    /** An edit of a cell. */
    static EditEffect edit(int number, String title, Reach reach, Shown part, Shown reverting) {
        return new EditEffect(
                new EditView(
                        number,
                        "consequence/prime-bareme",
                        "PRIM-SHARE-020",
                        "share",
                        "decision-tables/consequence/prime-bareme.drl.xlsx, Table!F11",
                        "0.9000",
                        "0.9500",
                        both(title, title + " (en)")),
                reach,
                reach == Reach.UNREACHED ? 0 : 5210,
                part,
                reverting);
    }

    /** An impact with all there can be. @param label a name of a group @param smallest hides the group of five */
    static Impact full(String label, OptionalInt smallest) {
        Shown all = Shown.of(figures(10_000, 1_234, 2_468, 1_000, 1_234_567_89L, 234, -45_678_90L));
        Shown some = Shown.of(figures(1_000, 1_000, 2_000, 1_000, 1_234_567_89L, 0, 0));
        Shown rest = Shown.of(figures(234, 234, 400, 0, 0, 234, -45_678_90L));
        Shown five = smallest.isPresent() ? Shown.HIDDEN : Shown.of(figures(5, 5, 7, 0, 0, 5, -123_45L));
        List<EditEffect> edits = List.of(
                edit(1, "PRIM-SHARE-020, part\u00A0: 0,9000 devient 0,9500", Reach.EFFECT, some, some),
                edit(2, "PRIM-SHARE-030, borne\u00A0: 3,00 devient 2,50", Reach.EFFECT, rest, Shown.of(Figures.NONE)),
                edit(3, label, Reach.EFFECT, five, five),
                edit(4, "Libellé", Reach.WITHOUT_EFFECT, Shown.of(Figures.NONE), Shown.of(Figures.NONE)),
                edit(5, "Ancienne année", Reach.UNREACHED, Shown.of(Figures.NONE), Shown.of(Figures.NONE)));
        List<Group> groups = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            groups.add(new Group(
                    "0" + i,
                    both("Spécialité " + i, "Specialty " + i),
                    Shown.of(figures(700, 80L * i % 300, 160, 40, 100_000_00L * (i % 5), 10, -40_000_00L * (i % 3)))));
        }
        groups.add(new Group("77", both(label, label), five));
        groups.add(new Group("", both("", ""), Shown.of(figures(20, 0, 0, 0, 0, 0, 0))));
        return new Impact(
                side("HEAD", "0a"),
                side("copie de travail", "0b", "guide-2026"),
                new Population(Population.Kind.INPUT, "cohorte", 2025, 10_000, 5_210, smallest.isEmpty(), 12, 1),
                all,
                Shown.of(figures(30, 30, 60, 0, 0, 0, 0)),
                edits,
                List.of(
                        new QuestionTotal(
                                "outcome",
                                both("Issue", "Outcome"),
                                false,
                                Shown.of(figures(14, 14, 14, 0, 0, 0, 0)),
                                0,
                                0,
                                0),
                        new QuestionTotal("prime", both("Prime", "Bonus"), true, all, 3_000_000_00L, 4_188_888_99L, 3),
                        new QuestionTotal("clawback", both("Récupération", "Clawback"), false, five, 0, 0, 0)),
                List.of(
                        transition("prime", "PAYABLE", "payable", "PAYABLE", "payable", all),
                        transition("prime", "NOT_PAYABLE", "non payable", "PAYABLE", "payable", some),
                        transition("prime", "PAYABLE", "payable", "NOT_PAYABLE", "non payable", five),
                        transition("outcome", "COMPLIANT", "conforme", "", "", rest)),
                List.of(
                        new Breakdown(Dimension.SPECIALTY, groups),
                        new Breakdown(Dimension.DEPARTMENT, groups.subList(0, 3)),
                        new Breakdown(Dimension.SECTOR, List.of(new Group("2", both("Secteur 2", "Sector 2"), all))),
                        new Breakdown(Dimension.OPTION, groups.subList(13, 16))),
                List.of(
                        new CauseTotal(new Cause(List.of(1), Cause.How.ALONE, true), some),
                        new CauseTotal(new Cause(List.of(1, 2), Cause.How.TOGETHER, true), rest),
                        new CauseTotal(new Cause(List.of(2, 3), Cause.How.EITHER, true), five),
                        new CauseTotal(new Cause(List.of(1, 2, 3, 4, 5), Cause.How.PARTLY, false), five)),
                List.of(new FindingTotal(
                        "X", both("Constat " + label, "Finding " + label), 12, smallest.isPresent() ? -1 : 4)),
                bins(smallest.isPresent()),
                List.of(one("SYN-000041", -1_234_56L), one(label, 987_65L)),
                smallest,
                List.of(
                        new Gate("--max-changed", "10 %", "12,34 %", false),
                        new Gate("--max-loss", "5000", "45.00", true)));
    }

    private static List<Bin> bins(boolean hidden) {
        return List.of(
                new Bin(Long.MIN_VALUE, -10_000_01, hidden ? OptionalLong.empty() : OptionalLong.of(3)),
                new Bin(-10_000_00, -1_000_01, OptionalLong.of(80)),
                new Bin(-1_000_00, -1, OptionalLong.of(151)),
                new Bin(0, 0, OptionalLong.of(0)),
                new Bin(1, 10_00, OptionalLong.of(20)),
                new Bin(10_01, Long.MAX_VALUE, OptionalLong.of(980)));
    }

    private static Transition transition(
            String question, String from, String fromFr, String to, String toFr, Shown shown) {
        return new Transition(question, from, both(fromFr, from), to, both(toFr, to), shown);
    }

    private static Case one(String id, long balance) {
        Said before = new Said("PAYABLE", "", "0.90", "rate", "1234.56", Confidence.PRESS);
        Said after = new Said("PAYABLE", "", "0.95", "rate", "1300.00", Confidence.PRESS);
        ChangedAnswer change = new ChangedAnswer(
                "prime",
                "",
                "",
                1,
                Set.of(ChangedAnswer.Part.VALUE, ChangedAnswer.Part.AMOUNT),
                before,
                after,
                OptionalLong.of(balance),
                balance,
                new Cause(List.of(1), Cause.How.ALONE, true),
                List.of(balance));
        return new Case(id, 2025, "07", "75", "2", "OPTAM", List.of(change), balance, List.of(), List.of(), true);
    }

    /** An impact of edits without effect, or of no edit at all. */
    static Impact empty(boolean edits) {
        Shown none = Shown.of(new Figures(300, 0, 0, 0, 0, 0, 0, 0));
        return new Impact(
                side("HEAD", "0a"),
                side("HEAD", "0a"),
                new Population(Population.Kind.SHIPPED, "", 2025, 300, 0, true, 0, 0),
                none,
                Shown.of(Figures.NONE),
                edits
                        ? List.of(edit(
                                1, "Ancienne année", Reach.UNREACHED, Shown.of(Figures.NONE), Shown.of(Figures.NONE)))
                        : List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                List.of());
    }
}
