package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.drl.DrlFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.model.Model;

/** One file of DRL, or the changelog, read by itself, as {@link ReadWorkbook} reads a workbook. */
final class ReadText {
    private final RulebookFiles.Entry entry;
    private final List<RulebookProblem> problems = new ArrayList<>();
    private final Optional<String> text;
    private Optional<DrlFile> drl = Optional.empty();
    private Optional<List<Model>> models = Optional.empty();

    /**
     * Reads the text, and judges it if it is DRL.
     *
     * @param path path of the file, relative to the rulebook
     * @param cache folder of compiled rules
     * @param toRun whether rules that were compiled before are loaded too
     */
    ReadText(String path, RulebookFiles.Entry entry, Path cache, boolean toRun) {
        this.entry = entry;
        this.text = decoded();
        if (text.isPresent() && !path.endsWith(".md")) {
            DrlFile file = DrlFile.read(entry.shown(), path.split("/")[1], text.get(), cache, problems);
            this.drl = Optional.of(file);
            if (toRun && problems.isEmpty()) {
                this.models = file.compiled();
            }
        }
    }

    /** The text; none if it is not UTF-8. */
    Optional<String> text() {
        return text;
    }

    /** The judged rules of a text of DRL. */
    Optional<DrlFile> drl() {
        return drl;
    }

    /** The rules as they were compiled before, if they were and are wanted. */
    Optional<List<Model>> models() {
        return models;
    }

    /** What is wrong in it. */
    List<RulebookProblem> problems() {
        return problems;
    }

    /** What stands in it if something is wrong, maybe misread. */
    Optional<String> spoilt() {
        return problems.isEmpty()
                ? Optional.empty()
                : text.or(() -> Optional.of(new String(entry.content(), StandardCharsets.ISO_8859_1)));
    }

    private Optional<String> decoded() {
        CharBuffer read = CharBuffer.allocate(entry.content().length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry.content()), read, true);
        String all = read.flip().toString();
        if (result.isError()) {
            long line = 1 + all.chars().filter(c -> c == '\n').count();
            problems.add(RulebookProblem.error(
                    "NOT_UTF8",
                    entry.shown(),
                    entry.shown().endsWith(".drl") ? String.valueOf(line) : "",
                    new Sentence(
                            "n’est pas en UTF-8 : premier caractère illisible à la ligne " + line,
                            "is not UTF-8: the first character that can't be read is in line " + line),
                    new Sentence(
                            "Peut-être l’enregistrer en UTF-8 : il est sans doute en windows-1252.",
                            "Maybe save it as UTF-8: it is probably windows-1252.")));
            return Optional.empty();
        }
        boolean mark = all.startsWith("\uFEFF");
        if (mark && entry.shown().endsWith(".drl")) {
            problems.add(new RulebookProblem(
                    "BYTE_ORDER_MARK",
                    Severity.WARNING,
                    entry.shown(),
                    "1",
                    new Sentence(
                            "le fichier commence par une marque d’ordre des octets (BOM), que Drools refuse",
                            "the file starts with a byte order mark (BOM), which Drools refuses"),
                    new Sentence("Peut-être l’enregistrer en UTF-8 sans BOM.", "Maybe save it as UTF-8 without BOM.")));
        }
        return Optional.of(mark ? all.substring(1) : all);
    }
}
