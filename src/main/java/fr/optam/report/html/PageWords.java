package fr.optam.report.html;

import fr.optam.decision.Sentence;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What templates may call: {@code t('fr', 'en')} is one of two texts, {@code sentence | say} the text of a
 * {@link Sentence} in the language of the page, {@code lang()} that language, {@code text | anchor} an id,
 * {@code text | breaks} a code that may go on in a new line after its joints.
 */
final class PageWords extends AbstractExtension {
    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("t", new Choice(), "lang", new Language());
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("say", new Say(), "anchor", new AsAnchor(), "breaks", new Breaks());
    }

    private static boolean french(EvaluationContext context) {
        return context.getLocale().getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    private static final class Choice implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("fr", "en");
        }

        @Override
        public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return args.get(french(context) ? "fr" : "en");
        }
    }

    private static final class Language implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return french(context) ? Lang.FR.tag() : Lang.EN.tag();
        }
    }

    private static final class Say implements Filter {
        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return input instanceof Sentence s ? (french(context) ? s.fr() : s.en()) : input;
        }
    }

    private static final class AsAnchor implements Filter {
        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return Anchor.of(String.valueOf(input));
        }
    }

    private static final class Breaks implements Filter {
        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            String text = SafeText.of(String.valueOf(input));
            return new SafeString(text.replaceAll("[_/!]", "$0<wbr/>"));
        }
    }
}
