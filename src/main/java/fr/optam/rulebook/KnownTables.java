package fr.optam.rulebook;

import fr.optam.rulebook.drl.DrlCache;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The tables of a rulebook that was judged sound before, kept so that deciding with it again reads no workbook. They are
 * kept under the digest of every file's bytes, every path, the Java and the build of the program; any change of any of
 * them is another key, and is judged.
 *
 * @param digest fingerprint of what the rulebook says
 * @param lists lists by name
 * @param tables rule tables by name
 */
record KnownTables(String digest, SortedMap<String, PlainTable> lists, SortedMap<String, RuleTable> tables) {
    private static final String FORMAT = "tables/1";

    /** Key of these files, as this program reads them; nothing if the program can't be told from another. */
    static Optional<String> key(SortedMap<String, RulebookFiles.Entry> files) {
        return ProgramPrint.read().map(program -> {
            MessageDigest digest = sha256();
            text(digest, FORMAT + " " + Runtime.version());
            bytes(digest, program);
            files.forEach((path, entry) -> {
                text(digest, path);
                text(digest, entry.shown());
                bytes(digest, entry.content());
            });
            return HexFormat.of().formatHex(digest.digest());
        });
    }

    private static void text(MessageDigest digest, String text) {
        bytes(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables kept under a key. */
    static Optional<KnownTables> get(Path cache, String key) {
        return new DrlCache(cache).get(key + ".tables").flatMap(KnownTables::read);
    }

    private static Optional<KnownTables> read(byte[] bytes) {
        try {
            PackedReader reader = new PackedReader(bytes);
            return Optional.of(new KnownTables(reader.text(), reader.lists(), reader.tables()));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /** Keeps them; call it for what was judged sound only. */
    void put(Path cache, String key) {
        PackedWriter writer = new PackedWriter();
        writer.text(digest);
        writer.lists(lists.values());
        writer.tables(tables.values());
        new DrlCache(cache).put(key + ".tables", writer.bytes());
    }
}
