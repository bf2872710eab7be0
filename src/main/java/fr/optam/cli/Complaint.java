package fr.optam.cli;

import fr.optam.cohort.FactsProblem;
import fr.optam.cohort.Trouble;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import fr.optam.run.RunRefused;
import fr.optam.scenario.ScenarioProblem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One error for whoever called: as a line of text, or as JSON.
 *
 * @param code stable code
 * @param severity how much it weighs
 * @param file file or other place at fault; empty if none
 * @param sheet sheet of a workbook; empty if none
 * @param place key and value of the place in it, {@code cell}, {@code line} or {@code path}; no key if none
 * @param message what is wrong, with the value
 * @param hint what was perhaps meant; empty if nothing comes to mind
 */
record Complaint(
        String code, Severity severity, String file, String sheet, Place place, Sentence message, Sentence hint) {

    /** A place in a file. */
    record Place(String key, String value) {
        static final Place NONE = new Place("", "");
    }

    static Complaint of(String code, String where, String message, String hint) {
        return new Complaint(code, Severity.ERROR, where, "", Place.NONE, same(message), same(hint));
    }

    private static Sentence same(String text) {
        return new Sentence(text, text);
    }

    /** From a message of the form {@code where: what. Maybe …}. */
    static Complaint of(String code, String line) {
        return of(Trouble.of(code, line));
    }

    static Complaint of(Trouble trouble) {
        return new Complaint(
                trouble.code(), Severity.ERROR, trouble.where(), "", Place.NONE, trouble.what(), trouble.hint());
    }

    static Complaint of(RunRefused refused) {
        return new Complaint(
                refused.code(), Severity.ERROR, refused.where(), "", Place.NONE, refused.what(), refused.hint());
    }

    static Complaint of(RulebookProblem problem) {
        String place = problem.place();
        int cut = place.indexOf('!');
        return new Complaint(
                problem.code(),
                problem.severity(),
                problem.file(),
                cut < 0 ? "" : place.substring(0, cut),
                place.isEmpty() ? Place.NONE : new Place(cut < 0 ? "line" : "cell", place.substring(cut + 1)),
                problem.message(),
                problem.hint());
    }

    static Complaint of(ScenarioProblem problem) {
        return of(RulebookProblem.error(
                problem.code(), problem.file(), problem.place(), problem.message(), problem.hint()));
    }

    static Complaint of(String file, FactsProblem problem) {
        return new Complaint(
                problem.code(),
                Severity.ERROR,
                file,
                "",
                new Place("path", problem.path()),
                same(problem.message()),
                same(problem.hint().isEmpty() ? "" : "Maybe " + problem.hint() + "?"));
    }

    /** One line, {@code where: what, with the value. Maybe …}. */
    String text(boolean french) {
        String where = file + (sheet.isEmpty() ? "" : "!" + sheet);
        where += place.key().isEmpty() ? "" : (place.key().equals("path") ? " " : "!") + place.value();
        String what = in(french, message);
        String maybe = in(french, hint);
        String stop = what.isEmpty() || ".?!".indexOf(what.charAt(what.length() - 1)) >= 0 ? "" : ".";
        return ((where.isEmpty() ? "optam" : where) + ": " + what + stop + (maybe.isEmpty() ? "" : " " + maybe))
                .replaceAll("[\\r\\n]+", " ");
    }

    private static String in(boolean french, Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    /** As the contract shows it; what does not apply is null. */
    Map<String, Object> json(boolean french) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("severity", severity.name().toLowerCase(Locale.ROOT));
        json.put("file", file.isEmpty() ? null : file);
        json.put("sheet", sheet.isEmpty() ? null : sheet);
        if (!place.key().isEmpty()) {
            json.put(
                    place.key(),
                    place.value().matches("[0-9]{1,9}") && place.key().equals("line")
                            ? (Object) Integer.valueOf(place.value())
                            : place.value());
        }
        json.put("message", in(french, message));
        json.put("hint", hint.en().isEmpty() ? null : in(french, hint));
        return json;
    }
}
