package fr.optam.rulebook.drl;

import fr.optam.decision.Conclusions;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Grammar;
import fr.optam.rulebook.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Compiled DRL on disk. The key covers everything that the compiled code depends on: the text, Drools, the Java that it
 * was compiled by, the classes of the facts and of the sink, and the code that judges and rewrites; a change of any of
 * them is another key. What was written is held against its own digest, made over its name too, before it is used.
 */
public final class DrlCache {
    private static final int DIGEST = 32;
    private static final String DROOLS =
            String.valueOf(org.drools.model.Model.class.getPackage().getImplementationVersion());
    private static final int JAVA = Runtime.version().feature();
    private static final byte[] CLASSES = classes();

    private final Path folder;

    /** @param folder where it is kept; made when it is first written */
    public DrlCache(Path folder) {
        this.folder = folder;
    }

    private static byte[] classes() {
        MessageDigest digest = sha256();
        List<Class<?>> types = new ArrayList<>(List.of(
                Fact.class,
                Test.class,
                Kind.class,
                Conclusions.class,
                Stage.class,
                Grammar.class,
                DrlGate.class,
                DrlCursor.class,
                DrlRuleReader.class,
                ConditionGate.class,
                ConsequenceGate.class,
                DrlRule.class,
                DrlText.class,
                DrlCompiler.class));
        Arrays.stream(Kind.values()).forEach(kind -> types.add(kind.type()));
        for (Class<?> type : types) {
            try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                digest.update(in == null ? new byte[0] : in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String name, byte[] content) {
        MessageDigest digest = sha256();
        digest.update((name + "\0").getBytes(StandardCharsets.UTF_8));
        return digest.digest(content);
    }

    /** Key of a file's text in a phase. */
    String key(String phase, String text) {
        MessageDigest digest = sha256();
        digest.update(CLASSES);
        digest.update((DROOLS + "\0" + JAVA + "\0" + phase + "\0" + text).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What was kept under a name, if it is whole. */
    public Optional<byte[]> get(String name) {
        Path path = folder.resolve(name);
        try {
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(path);
            if (all.length < DIGEST) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(all, DIGEST, all.length);
            byte[] told = Arrays.copyOf(all, DIGEST);
            return MessageDigest.isEqual(told, digest(name, content)) ? Optional.of(content) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps bytes under a name; a folder that can't be written only costs the next start. */
    public void put(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, name.substring(0, 8), ".part");
            byte[] all = Arrays.copyOf(digest(name, content), DIGEST + content.length);
            System.arraycopy(content, 0, all, DIGEST, content.length);
            Files.write(part, all);
            move(part, folder.resolve(name));
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(DrlCache.class)
                    .debug("cache {} can't be written: {}", folder, e.getMessage());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
