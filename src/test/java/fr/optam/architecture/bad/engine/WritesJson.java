package fr.optam.architecture.bad.engine;

/** Uses a library that has its home elsewhere. */
final class WritesJson {
    tools.jackson.databind.JsonNode uses;
}
