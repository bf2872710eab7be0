package fr.optam.engine;

import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Rulebook;
import java.util.List;

/** One practitioner-year on its way to its decision. */
final class Course {
    private final PractitionerYear given;
    private final Year year;
    private final Said said = new Said();
    private final Detail detail;
    private final Speaker speaker;
    private final boolean mute;

    Course(PractitionerYear given, Year year, Detail detail) {
        this(given, year, detail, false);
    }

    /** @param mute whether nothing that rules say is kept, so that there is no decision */
    Course(PractitionerYear given, Year year, Detail detail, boolean mute) {
        this.mute = mute;
        this.given = given;
        this.year = year;
        this.detail = detail;
        this.speaker = new Speaker(detail);
    }

    Year year() {
        return year;
    }

    /** Two rules of a stage conclude different things of one fact. */
    void conflict(Origin second, Fact fact) {
        said.conflict(new Fired(second, fact));
    }

    /** Whether every rule that applied is kept. */
    boolean isWhole() {
        return detail.whole();
    }

    /** Whether a rule is kept once it applied. */
    boolean keeps(RuleCode code) {
        return mute ? weakens(code) : detail.whole() || !code.says().isEmpty();
    }

    /** Whether a rule must say what it says: if nobody listens, only where that weakens what it gave. */
    boolean hears(RuleCode code) {
        return !mute || weakens(code);
    }

    private static boolean weakens(RuleCode code) {
        return code.amounts() && !code.puts().isEmpty();
    }

    /** Says what a rule says of a fact. */
    void speak(Fired by) {
        said.fired(by);
        speaker.speak(by);
    }

    Decision decision(Rulebook rulebook, Sentences sentences, Cited cited) {
        for (Fact act : year.within(Kind.ACT)) {
            if (act.alike() instanceof UnitNode node) {
                tell((Act) act, detail.whole() ? node.marks() : node.telling());
            }
        }
        return new DecisionBuilder(rulebook, sentences, cited, detail).build(given, said);
    }

    private void tell(Act act, List<UnitNode.Mark> marks) {
        for (int i = 0; i < marks.size(); i++) {
            UnitNode.Mark mark = marks.get(i);
            if (mark.conflict()) {
                conflict(mark.origin(), UnitRun.fact(act, mark.ordinal()));
            } else if (keeps(mark.origin().code())) {
                speak(new Fired(mark.origin(), UnitRun.fact(act, mark.ordinal())));
            }
        }
    }
}
