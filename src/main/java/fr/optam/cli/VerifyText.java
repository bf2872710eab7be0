package fr.optam.cli;

import fr.optam.decision.Sentence;
import fr.optam.run.Difference;
import fr.optam.run.RunVerifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a verification came to, as a person and as a program read it. */
final class VerifyText {
    private final RunVerifier.Verified verified;
    private final boolean french;

    VerifyText(RunVerifier.Verified verified, boolean french) {
        this.verified = verified;
        this.french = french;
    }

    private String say(String fr, String en) {
        return french ? fr : en;
    }

    private String say(Sentence sentence) {
        return say(sentence.fr(), sentence.en());
    }

    /** A line for each difference. */
    static String lines(List<Difference> differences, boolean french) {
        StringBuilder text = new StringBuilder();
        for (Difference each : differences) {
            text.append(each.file());
            if (!each.practitioner().isEmpty()) {
                text.append(french ? ", praticien " : ", practitioner ").append(each.practitioner());
            }
            text.append(": ")
                    .append(french ? each.message().fr() : each.message().en())
                    .append('\n');
        }
        return text.toString();
    }

    /** A line for each difference and each note, then the verdict. */
    String text() {
        StringBuilder text = new StringBuilder(lines(verified.differences(), french));
        verified.notes()
                .forEach(note ->
                        text.append(say("Note : ", "Note: ")).append(say(note)).append(".\n"));
        boolean sound = verified.differences().isEmpty();
        String signed = verified.signed() ? say(", signature vérifiée", ", signature verified") : "";
        return text.append(
                        sound
                                ? say("Dossier intact : ", "The run is as it was sealed: ")
                                : say("Dossier modifié : ", "The run was changed: "))
                .append(verified.decisions())
                .append(say(" décisions", " decisions"))
                .append(verified.root().isEmpty() ? "" : say(", racine ", ", root ") + verified.root())
                .append(signed)
                .append(".\n")
                .toString();
    }

    /** As the documentation of the verb shows it. */
    Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("intact", verified.differences().isEmpty());
        json.put("decisions", verified.decisions());
        json.put("root", verified.root());
        json.put("signed", verified.signed());
        List<String> notes = verified.notes().stream().map(this::say).toList();
        json.put("notes", notes);
        json.put(
                "differences",
                verified.differences().stream()
                        .map(each -> Map.of(
                                "code", each.code(),
                                "file", each.file(),
                                "practitioner", each.practitioner(),
                                "message", say(each.message())))
                        .toList());
        return json;
    }
}
