package fr.optam.scenario.sheet;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Facts to start from, by name. */
public interface Bases {
    /** A copy of what a base gives, {@code surgeon}. */
    Optional<ObjectNode> named(String name);

    /** Every name. */
    List<String> names();

    /**
     * Reads a map or a list as YAML writes it on one line.
     *
     * @throws IllegalArgumentException if the text is none
     */
    tools.jackson.databind.JsonNode flow(String text);
}
