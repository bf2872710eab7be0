package fr.optam.scenario;

import fr.optam.scenario.sheet.Bases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of a folder as bases, by their names without ending. */
final class BasesFolder implements Bases {
    private static final List<String> ENDINGS = List.of("", ".yaml", ".yml", ".json");

    private final Documents documents;
    private final Path folder;
    private final Map<String, Optional<ObjectNode>> known = new HashMap<>();

    BasesFolder(Documents documents, Path folder) {
        this.documents = documents;
        this.folder = folder;
    }

    @Override
    public Optional<ObjectNode> named(String path) {
        String name = path.replaceFirst("^(\\.\\./)*(bases/)?", "");
        return known.computeIfAbsent(name, this::read).map(ObjectNode::deepCopy);
    }

    private Optional<ObjectNode> read(String name) {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            return Optional.empty();
        }
        for (String ending : ENDINGS) {
            Path file = folder.resolve(name + ending);
            if (Files.isRegularFile(file)) {
                try {
                    return Optional.of(documents.whole(file));
                } catch (ScenarioInvalid unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()).replaceAll("\\.(yaml|yml|json)$", ""))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    @Override
    public JsonNode flow(String text) {
        return Documents.flow(text);
    }
}
