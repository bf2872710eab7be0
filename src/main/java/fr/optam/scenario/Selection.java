package fr.optam.scenario;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which scenarios to run, by name or folder.
 *
 * @param patterns names ({@code prime/PRIM-NONE-010-gap-of-six}), their last part alone, folders ({@code prime}), or any with
 *     {@code *} for any characters; none takes all
 */
public record Selection(List<String> patterns) {

    /** Copies the patterns. */
    public Selection {
        patterns = List.copyOf(patterns);
    }

    /** Takes every scenario. */
    public static Selection all() {
        return new Selection(List.of());
    }

    /** Whether a scenario of this name is taken. */
    public boolean takes(String name) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        String plain = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
        if (name.equals(plain) || name.startsWith(plain + "/") || name.endsWith("/" + plain)) {
            return true;
        }
        String regex = Pattern.quote(plain).replace("*", "\\E.*\\Q");
        return plain.contains("*") && Pattern.matches(regex, name);
    }
}
