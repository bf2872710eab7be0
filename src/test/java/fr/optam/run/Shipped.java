package fr.optam.run;

import fr.optam.engine.Engine;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import java.nio.file.Path;
import java.util.List;

/** The engine with the rulebook that ships, made once. */
final class Shipped {
    private static final Path CACHE = Path.of("target", "test-cache");
    static final Engine ENGINE = engine();

    private Shipped() {}

    private static Engine engine() {
        try {
            return new Engine(RulebookLoader.load(new RulebookLocation(Path.of(""), List.of(), CACHE)));
        } catch (RulebookInvalid e) {
            throw new IllegalStateException(e);
        }
    }
}
