package fr.optam.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How wide the terminal of this process is. */
final class TerminalWidth {
    /** Where nobody says. */
    static final int USUAL = 80;

    private TerminalWidth() {}

    /** What the terminal says of itself, else {@code COLUMNS}, else 80. */
    static int now(Map<String, String> environment) {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (stty.waitFor(1, TimeUnit.SECONDS)) {
                String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                return parsed(said.strip().replaceFirst("^\\d+ ", ""), environment);
            }
            stty.destroy();
        } catch (IOException none) {
            return parsed("", environment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return parsed("", environment);
    }

    private static int parsed(String columns, Map<String, String> environment) {
        String text = columns.isEmpty() ? environment.getOrDefault("COLUMNS", "") : columns;
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : USUAL;
    }
}
