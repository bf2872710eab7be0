package fr.optam.report.explain;

import fr.optam.explain.Unflipped;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;

/** Why nothing that practice can change would better an answer, in words. */
final class Unreached {
    private static final int FACTS = 6;

    private final Dossier dossier;
    private final Paths paths;

    Unreached(Dossier dossier) {
        this.dossier = dossier;
        this.paths = new Paths(dossier);
    }

    /** What decides it, and how far was looked. */
    List<Span> of(Unflipped each) {
        List<Span> line = new ArrayList<>();
        line.add(Span.text(dossier.say(
                "Aucun changement des faits qui dépendent de la pratique ne donnerait une meilleure réponse.",
                "No change of facts that depend on practice would give a better answer.")));
        if (!each.fixed().isEmpty()) {
            List<String> facts = each.fixed().stream()
                    .limit(FACTS)
                    .map(fixed ->
                            paths.name(fixed.path()) + dossier.colon("", "") + paths.value(fixed.path(), fixed.value()))
                    .toList();
            line.add(Span.text(dossier.say(" Elle tient à\u00A0: ", " It depends on: ")
                    + String.join(dossier.say("\u00A0; ", "; "), facts) + "."));
        }
        if (!each.searched().isEmpty()) {
            List<String> looked = each.searched().stream()
                    .limit(FACTS)
                    .map(searched -> dossier.say(searched.fr(), searched.en())
                            + dossier.say(" jusqu’à ", " up to ")
                            + (searched.unit().equals("EUR") ? dossier.figures().euros(searched.to()) : searched.to()))
                    .toList();
            line.add(Span.soft(dossier.say(" Cherché\u00A0: ", " Searched: ")
                    + String.join(dossier.say("\u00A0; ", "; "), looked) + "."));
        }
        return line;
    }
}
