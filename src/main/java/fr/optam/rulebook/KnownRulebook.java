package fr.optam.rulebook;

import fr.optam.rulebook.drl.DrlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rulebook whose very bytes were judged sound before, put together again without being judged. */
final class KnownRulebook {
    private KnownRulebook() {}

    /** The rulebook of these files; nothing if they were not judged before, or not all that was made of them is left. */
    static Optional<Rulebook> read(RulebookLocation where, SortedMap<String, RulebookFiles.Entry> files, String key) {
        return KnownTables.get(where.cache(), key).flatMap(tables -> {
            SortedMap<String, RulebookFiles.Entry> others = new TreeMap<>(files);
            others.keySet().removeIf(path -> path.startsWith(RulebookFiles.TABLES));
            ReadFiles read = ReadFiles.of(others, where.cache(), true);
            boolean whole = read.workbooks().isEmpty()
                    && read.texts().values().stream()
                            .allMatch(text -> text.problems().isEmpty());
            return whole ? Optional.of(of(where, files, tables, read)) : Optional.empty();
        });
    }

    private static Rulebook of(
            RulebookLocation where, SortedMap<String, RulebookFiles.Entry> files, KnownTables tables, ReadFiles read) {
        List<DrlFile> drl = new ArrayList<>();
        read.texts().values().forEach(text -> text.drl().ifPresent(drl::add));
        Optional<BasesAhead> bases =
                BasesAhead.of(read.texts().values(), tables.tables().values());
        List<RulebookProblem> known = new ArrayList<>();
        Dictionary dictionary = Dictionary.read(tables.lists().get(Dictionary.TABLE), known);
        RuleReader reader = new RuleReader(
                dictionary,
                new RuleTables(tables.lists(), tables.tables(), dictionary),
                new References(tables.lists()),
                known);
        tables.tables().values().forEach(reader::add);
        drl.forEach(reader::add);
        String changes = read.texts().get(RulebookLoader.CHANGES).text().orElse("");
        return RulebookLoader.rulebook(
                        where, files, RulebookLoader.version(changes), tables, dictionary, drl, reader.rules())
                .ahead(bases);
    }
}
