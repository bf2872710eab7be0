package fr.optam.scenario;

import fr.optam.decision.Sentence;

/** Sentences in both languages. */
final class Texts {
    /** Nothing to say. */
    static final Sentence NOTHING = same("");

    /** A spreadsheet that no name makes one of scenarios. */
    static final Sentence IGNORED =
            new Sentence("ce tableur ne serait lu par personne.", "this spreadsheet would be read by nobody.");

    private Texts() {}

    /** A hint. */
    static Sentence maybe(String word) {
        return new Sentence("Peut-être " + word + ".", "Maybe " + word + ".");
    }

    /** A code, a figure or a name, which no language changes. */
    static Sentence same(String text) {
        return new Sentence(text, text);
    }

    /** Two scenarios have one name. */
    static Sentence twin(String name) {
        return new Sentence(
                "un autre scénario porte déjà le nom " + name + ".", "another scenario has the name " + name + " too.");
    }

    /** The sentence in one language. */
    static String in(Sentence sentence, boolean french) {
        return french ? sentence.fr() : sentence.en();
    }
}
