package fr.optam.report.impact;

import fr.optam.report.html.Lang;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Writes pages of made-up impacts, to be looked at in a browser. */
public final class ImpactsToLookAt {
    private ImpactsToLookAt() {}

    /** Writes {@code impact-fr.html}, {@code hidden-en.html} and {@code empty-fr.html}. @param args the folder to write to */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Rulebook rulebook = Shipped.base();
        Files.writeString(
                folder.resolve("impact-fr.html"),
                ImpactPage.of(Impacts.full("Urologie", OptionalInt.empty()), rulebook, rulebook, true, Lang.FR));
        Files.writeString(
                folder.resolve("hidden-en.html"),
                ImpactPage.of(Impacts.full("Urology", OptionalInt.of(11)), rulebook, rulebook, true, Lang.EN));
        Files.writeString(
                folder.resolve("empty-fr.html"),
                ImpactPage.of(Impacts.empty(true), rulebook, rulebook, false, Lang.FR));
    }
}
