package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Holds the manifest of a run against its seal and the key of who sealed it. */
final class SealCheck {
    private final Path root;
    private final Manifest manifest;
    private final Optional<PublicKey> key;
    private final List<Difference> found;

    SealCheck(Path root, Manifest manifest, Optional<PublicKey> key, List<Difference> found) {
        this.root = root;
        this.manifest = manifest;
        this.key = key;
        this.found = found;
    }

    /** Whether a signature was verified. */
    boolean run() throws IOException {
        byte[] bytes;
        Map<String, Object> seal;
        try {
            bytes = Disk.readAtMost(root.resolve(RunDirectory.SEAL), Seal.MAX_BYTES);
            seal = CanonicalJson.read(bytes);
        } catch (java.nio.file.NoSuchFileException e) {
            add("SEAL_MISSING", RunDirectory.SEAL, "le sceau manque", "the seal is missing");
            return false;
        } catch (JacksonException | ClassCastException | IllegalArgumentException e) {
            add("SEAL_CHANGED", RunDirectory.SEAL, "le sceau est illisible", "the seal can't be read");
            return false;
        }
        boolean signed = key.isPresent() && Seal.signed(seal, manifest.bytes(), key.get());
        if (!Seal.whole(bytes, seal)) {
            add(
                    "SEAL_CHANGED",
                    RunDirectory.SEAL,
                    "le sceau n’est pas celui qui a été apposé",
                    "the seal is not the one that was set");
        } else if (!Sha256.of(manifest.bytes()).equals(seal.get("manifest"))
                || !manifest.root().equals(seal.get("root"))) {
            disagreement(signed);
        }
        if (key.isPresent() && !signed) {
            add(
                    "SIGNATURE_WRONG",
                    RunDirectory.SEAL,
                    seal.get("signature") == null
                            ? "le dossier n’est pas signé"
                            : "la signature ne correspond pas au manifeste et à cette clé",
                    seal.get("signature") == null
                            ? "the run is not signed"
                            : "the signature does not fit the manifest and this key");
        }
        return signed;
    }

    /**
     * A seal that is whole and closes another manifest. Where a signature or the manifest itself says which of the two
     * was changed, that one is named, else both.
     */
    private void disagreement(boolean signed) {
        if (!signed) {
            add(
                    "MANIFEST_CHANGED",
                    RunDirectory.MANIFEST,
                    "le manifeste n’est pas celui que le sceau ferme",
                    "the manifest is not the one that the seal closes");
        }
        if (signed || manifest.coherent()) {
            add(
                    "SEAL_CHANGED",
                    RunDirectory.SEAL,
                    "le sceau ferme un autre manifeste : l’un des deux a été modifié",
                    "the seal closes another manifest: one of the two was changed");
        }
    }

    private void add(String code, String file, String fr, String en) {
        found.add(new Difference(code, file, "", new Sentence(fr, en)));
    }
}
