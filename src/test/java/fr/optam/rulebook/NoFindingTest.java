package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rulebook that ships, alone and under each overlay, gives no finding of any weight. */
class NoFindingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "decision-tables/overlays/guide-2026",
                "decision-tables/overlays/prime-rates-kept",
                "decision-tables/overlays/reference-2013-2015",
                "decision-tables/overlays/reference-2023-2024",
                "decision-tables/overlays/gain-share-0",
                "decision-tables/overlays/regional-correction-all",
                "test-scenarios/overlays/test-gaps",
                "test-scenarios/overlays/test-regions"
            })
    void what_ships_gives_no_finding(String overlay) throws RulebookInvalid {
        List<Path> overlays = overlay.isEmpty() ? List.of() : List.of(Path.of(overlay));
        assertEquals(
                List.of(),
                RulebookLoader.load(new RulebookLocation(Shipped.ROOT, overlays, Shipped.CACHE))
                        .findings());
    }
}
