package fr.optam.run;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** What closes a run: the digest of its manifest, the root of its tree, and where the operator has a key, a signature. */
public final class Seal {
    /** Value of {@code schema}. */
    static final String SCHEMA = "optam/seal/1";

    /** Bytes that a seal may have. */
    static final long MAX_BYTES = 1L << 20;

    private static final String CHECK = "check";
    private static final String ALGORITHM = "Ed25519";

    private Seal() {}

    /** The key of the operator: none, or one that signs the manifest. */
    public interface Signer {
        /** Signs nothing. */
        Signer NONE = manifest -> null;

        /** The member {@code signature} of the seal for the bytes of a manifest; null for none. */
        Map<String, Object> sign(byte[] manifest);
    }

    /** The seal of a manifest. */
    static Map<String, Object> of(byte[] manifest, String root, Signer signer) {
        Map<String, Object> seal = new TreeMap<>();
        seal.put("schema", SCHEMA);
        seal.put("manifest", Sha256.of(manifest));
        seal.put("root", root);
        seal.put("signature", signer.sign(manifest));
        seal.put(CHECK, check(seal));
        return seal;
    }

    /** Digest of a seal without the member that holds it: tells a seal that was changed from a manifest that was. */
    private static String check(Map<String, Object> seal) {
        Map<String, Object> said = new TreeMap<>(seal);
        said.remove(CHECK);
        return Sha256.of(CanonicalJson.write(said));
    }

    /** Whether a seal, as it stands on disk, is one that was written as a whole. */
    static boolean whole(byte[] bytes, Map<String, Object> seal) {
        try {
            return SCHEMA.equals(seal.get("schema"))
                    && check(seal).equals(seal.get(CHECK))
                    && Arrays.equals(CanonicalJson.line(seal), bytes);
        } catch (IllegalArgumentException | ClassCastException e) {
            return false;
        }
    }

    /**
     * Reads a private key.
     *
     * @param pem PKCS #8 in PEM, as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IllegalArgumentException if it is none
     */
    public static Signer signer(String pem) {
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            PrivateKey key = keys.generatePrivate(new PKCS8EncodedKeySpec(body(pem, "PRIVATE KEY")));
            return manifest -> signature(key, manifest);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 private key", e);
        }
    }

    private static Map<String, Object> signature(PrivateKey key, byte[] manifest) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(manifest);
            Map<String, Object> json = new TreeMap<>();
            json.put("algorithm", ALGORITHM);
            json.put("value", Base64.getEncoder().encodeToString(signature.sign()));
            return json;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a public key.
     *
     * @param pem X.509 in PEM, as {@code openssl pkey -pubout} writes it
     * @throws IllegalArgumentException if it is none
     */
    public static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(body(pem, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 public key", e);
        }
    }

    private static byte[] body(String pem, String kind) {
        String begin = "-----BEGIN " + kind + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + kind + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no " + begin);
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }

    /** Whether a seal carries the signature of a manifest. */
    static boolean signed(Map<String, Object> seal, byte[] manifest, PublicKey key) {
        if (!(seal.get("signature") instanceof Map<?, ?> found)
                || !ALGORITHM.equals(found.get("algorithm"))
                || !(found.get("value") instanceof String value)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(manifest);
            return signature.verify(Base64.getDecoder().decode(value));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
