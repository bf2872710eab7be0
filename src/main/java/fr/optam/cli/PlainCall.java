package fr.optam.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code decide} that is written plainly, understood without the parser, whose classes the virtual machine
 * can't keep from one start to the next. Whatever is written otherwise, or wrong, is left to the parser.
 */
final class PlainCall {
    private final DecideVerb verb = new DecideVerb();
    private final Set<String> given = new java.util.HashSet<>();

    private PlainCall() {
        verb.rulebook = new RulebookOptions();
        verb.output = new OutputOptions();
        verb.output.format = OutputOptions.Format.text;
        verb.output.lang = OutputOptions.Lang.fr;
    }

    /** The verb with what the call asks; nothing if the parser must read it. */
    static Optional<Verb> of(String[] args) {
        if (args.length < 2 || !args[0].equals("decide")) {
            return Optional.empty();
        }
        PlainCall call = new PlainCall();
        List<String> files = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            String word = args[i];
            if (word.equals("-") || isPlain(word)) {
                files.add(word);
            } else if (word.equals("--cross-check") && call.given.add(word)) {
                call.verb.crossCheck = true;
            } else if (i + 1 == args.length || !isPlain(args[i + 1]) || !call.takes(word, args[++i])) {
                return Optional.empty();
            }
        }
        call.verb.files = files;
        return files.isEmpty() ? Optional.empty() : Optional.of(call.verb);
    }

    /** Whether it can be nothing but a name: no option, no file of arguments, no comment, not quoted. */
    private static boolean isPlain(String word) {
        return !word.isEmpty() && "-@#\"'".indexOf(word.charAt(0)) < 0;
    }

    private boolean takes(String option, String value) {
        if (option.equals("--overlay")) {
            return verb.rulebook.overlays.add(value);
        }
        if (!given.add(option)) {
            return false;
        }
        switch (option) {
            case "--rulebook" -> verb.rulebook.rulebook = Path.of(value);
            case "--lang" -> {
                boolean french = value.equals("fr");
                verb.output.lang = french ? OutputOptions.Lang.fr : OutputOptions.Lang.en;
                return french || value.equals("en");
            }
            case "--format" -> {
                Optional<OutputOptions.Format> format = verb.formats().stream()
                        .filter(each -> each.name().equals(value))
                        .findFirst();
                verb.output.format = format.orElse(OutputOptions.Format.text);
                return format.isPresent();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
