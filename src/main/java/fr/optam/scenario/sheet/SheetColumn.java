package fr.optam.scenario.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a column of a sheet of scenarios holds, from its technical name. */
sealed interface SheetColumn {
    /** Name of the column that tells the scenarios apart. */
    String ID = "id";

    /** Names of lists that a scenario may state. */
    Set<String> LISTS = Set.of("problems", "noProblems", "missing", "fires", "silent", "refused", "absentAnswers");

    /** Id, title, base or overlays. */
    record Head(String name) implements SheetColumn {
        static final List<String> NAMES = List.of(ID, "title", "base", "overlays");
    }

    /** A fact. */
    record Fact(FactPath path) implements SheetColumn {}

    /** The outcome. */
    record Outcome() implements SheetColumn {}

    /** Names separated by {@code ;}. */
    record Names(String name) implements SheetColumn {}

    /** A part of an answer. */
    record Answered(AnswerPath path) implements SheetColumn {}

    /** For people only. */
    record Remark() implements SheetColumn {}

    /** A name that says nothing. */
    record Faulty() implements SheetColumn {}

    /**
     * Reads the technical name of a column.
     *
     * @throws Slipped if it means nothing
     */
    static SheetColumn of(String name, Vocabulary vocabulary) throws Slipped {
        if (name.startsWith("#")) {
            return new Remark();
        }
        if (Head.NAMES.contains(name)) {
            return new Head(name);
        }
        if (name.equals("outcome")) {
            return new Outcome();
        }
        if (LISTS.contains(name)) {
            return new Names(name);
        }
        if (FactPath.isOne(name)) {
            return new Fact(FactPath.of(name));
        }
        Optional<AnswerPath> answer = AnswerPath.of(name);
        if (answer.isPresent() && vocabulary.knows(answer.get().question())) {
            return new Answered(answer.get());
        }
        throw new Slipped(unknown(name, vocabulary));
    }

    private static Slip unknown(String name, Vocabulary vocabulary) {
        List<String> others = new java.util.ArrayList<>(Head.NAMES);
        others.add("outcome");
        others.addAll(LISTS.stream().sorted().toList());
        others.addAll(vocabulary.questions().stream().sorted().toList());
        String near = Near.to(name, others);
        Slip path = FactPath.unknown(name);
        return Slip.of(
                        "COLUMN_UNKNOWN",
                        "",
                        "colonne «\u00a0" + name + "\u00a0» : ni un fait, ni une question.",
                        "column «" + name + "»: neither a fact nor a question.")
                .maybe(near.isEmpty() ? path.hint().en().replaceAll("^Maybe |\\.$", "") : near);
    }
}
