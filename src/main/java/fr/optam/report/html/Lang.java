package fr.optam.report.html;

import fr.optam.decision.Sentence;
import java.util.Locale;

/** Language of a page. */
public enum Lang {
    /** French. */
    FR(Locale.FRENCH),
    /** English. */
    EN(Locale.ENGLISH);

    private final Locale locale;

    Lang(Locale locale) {
        this.locale = locale;
    }

    /** Value of the attribute {@code lang}, {@code fr} or {@code en}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** Locale that templates are filled in with. */
    Locale locale() {
        return locale;
    }

    /** One of two texts. */
    public String say(String fr, String en) {
        return this == FR ? fr : en;
    }

    /** The text of a sentence in this language. */
    public String say(Sentence sentence) {
        return say(sentence.fr(), sentence.en());
    }
}
