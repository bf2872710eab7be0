package fr.optam.cli;

import fr.optam.decision.Sentence;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** What a code of a finding means, in a sentence. */
final class FindingHelp {
    private static final String TEXTS = "fr.optam.cli.findings";

    private FindingHelp() {}

    /** The sentence for a code, if there is one. */
    static Optional<Sentence> of(String code) {
        try {
            return Optional.of(new Sentence(text(code, Locale.FRENCH), text(code, Locale.ENGLISH)));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    private static String text(String code, Locale language) {
        return ResourceBundle.getBundle(
                        TEXTS,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(code);
    }
}
