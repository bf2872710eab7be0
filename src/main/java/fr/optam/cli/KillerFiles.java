package fr.optam.cli;

import fr.optam.analysis.mutation.Killer;
import fr.optam.analysis.mutation.Result;
import fr.optam.analysis.witness.Witnesses;
import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Scenarios that survivors would fail: the search for them, and their files. */
final class KillerFiles {
    private static final String SCHEMA = "/schema/practitioner-year-1.schema.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private KillerFiles() {}

    /** A search for facts that begins with those of scenarios. */
    static Witnesses witnesses(Engine engine, List<PractitionerYear> known) {
        List<Map<String, Object>> docs = new ArrayList<>();
        known.forEach(facts -> docs.add(map(FactsJson.write(facts))));
        try (InputStream schema = FactsJson.class.getResourceAsStream(SCHEMA)) {
            return new Witnesses(engine, map(schema.readAllBytes()), KillerFiles::facts, docs);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(byte[] json) {
        return JSON.readValue(json, Map.class);
    }

    private static Optional<PractitionerYear> facts(Object doc) {
        try {
            return Optional.of(FactsJson.read(CanonicalJson.write(doc)));
        } catch (FactsRefused | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Writes each scenario as a pair of files; a name that is taken gets a number. */
    static int write(Path folder, List<Result> results) throws IOException {
        Set<String> taken = new HashSet<>();
        int written = 0;
        Files.createDirectories(folder);
        for (Result result : results) {
            if (result.killer().isPresent()) {
                Killer killer = result.killer().get();
                String name = killer.name();
                for (int i = 2; !taken.add(name); i++) {
                    name = killer.name() + "-" + i;
                }
                Files.write(folder.resolve(name + ".given.yaml"), YAML.writeValueAsBytes(killer.facts()));
                Files.write(folder.resolve(name + ".expected.yaml"), YAML.writeValueAsBytes(killer.expected()));
                written++;
            }
        }
        return written;
    }
}
