package fr.optam.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as the run writes them: {@code sha256:} and 64 hexadecimal digits. */
public final class Sha256 {
    private static final int BLOCK = 1 << 16;

    private Sha256() {}

    /** Digest of bytes. */
    public static String of(byte[] bytes) {
        return text(start().digest(bytes));
    }

    /** Digest of some of the bytes. */
    static String of(byte[] bytes, int from, int to) {
        MessageDigest digest = start();
        digest.update(bytes, from, to - from);
        return text(digest.digest());
    }

    /**
     * Digest of a file.
     *
     * @throws IOException if it can't be read to its end
     */
    public static String of(Path file) throws IOException {
        MessageDigest digest = start();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return text(digest.digest());
    }

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 32 bytes of a digest as the run writes it; no bytes if it is none. */
    static byte[] bytes(String digest) {
        return digest != null && digest.matches("sha256:[0-9a-f]{64}")
                ? HexFormat.of().parseHex(digest, "sha256:".length(), digest.length())
                : new byte[0];
    }

    static String text(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }
}
