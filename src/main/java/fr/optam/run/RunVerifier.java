package fr.optam.run;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** Says of a run, from the run alone, whether it is as it was sealed: the entry point of the verb {@code verify}. */
public final class RunVerifier {
    private final Path root;
    private final VerifyRequest request;
    private final List<Difference> found = new ArrayList<>();
    private final List<Sentence> notes = new ArrayList<>();
    private long bytes;

    private RunVerifier(Path root, VerifyRequest request) {
        this.root = root;
        this.request = request;
    }

    /**
     * What is held elsewhere, and how to work.
     *
     * @param key public key of the operator, if the run is signed
     * @param treeRoot root of the tree as it is held elsewhere, {@code sha256:…}
     * @param threads threads that read, at least 1
     * @param cache folder for compiled rules
     * @param engine version of this program
     * @param rulebook digest of a recorded rulebook; empty text if it can't be read
     */
    public record VerifyRequest(
            Optional<PublicKey> key,
            Optional<String> treeRoot,
            int threads,
            Path cache,
            String engine,
            Function<RulebookLocation, String> rulebook) {}

    /**
     * What came of it.
     *
     * @param differences in the order of files; none if the run is as it was sealed
     * @param notes what should be known and is no difference
     * @param decisions decisions of the run
     * @param bytes bytes of text that were read and hashed
     * @param root root of the tree as the manifest says, {@code sha256:…}
     * @param signed whether a signature was verified
     */
    public record Verified(
            List<Difference> differences,
            List<Sentence> notes,
            long decisions,
            long bytes,
            String root,
            boolean signed) {}

    /**
     * Verifies a run.
     *
     * @throws RunRefused if the directory holds no sealed run
     * @throws IOException if a file can't be read
     */
    public static Verified verify(Path root, VerifyRequest request) throws IOException, RunRefused {
        if (!Files.isDirectory(root)) {
            throw RunRefused.noDirectory(root);
        }
        return new RunVerifier(root.toRealPath(), request).run();
    }

    /**
     * Holds the manifest alone against its seal, and its signature against a key.
     *
     * @throws RunRefused if the directory holds no sealed run
     * @throws IOException if a file can't be read
     */
    public static List<Difference> seal(Path root, Optional<PublicKey> key) throws IOException, RunRefused {
        List<Difference> found = new ArrayList<>();
        Manifest manifest = Manifest.read(root);
        if (!manifest.first()) {
            new SealCheck(root, manifest, key, found).run();
        }
        return found;
    }

    private Verified run() throws IOException, RunRefused {
        Manifest manifest;
        try {
            manifest = Manifest.read(root);
        } catch (RunRefused refused) {
            if (refused.code().equals("RUN_UNREADABLE") || sealed()) {
                throw refused;
            }
            add(
                    "MANIFEST_CHANGED",
                    RunDirectory.MANIFEST,
                    refused.what().fr(),
                    refused.what().en());
            return new Verified(found, notes, 0, 0, "", false);
        }
        boolean signed = false;
        if (!manifest.first() || request.key().isPresent()) {
            signed = new SealCheck(root, manifest, request.key(), found).run();
        }
        if (request.treeRoot().isPresent() && !request.treeRoot().get().equals(manifest.root())) {
            String held = request.treeRoot().get();
            add(
                    "ROOT_DIFFERS",
                    RunDirectory.MANIFEST,
                    "racine " + manifest.root() + ", attendue " + held,
                    "root " + manifest.root() + ", held elsewhere " + held);
        }
        Leftover leftover = Leftover.of(root, manifest);
        FilesCheck files = new FilesCheck(root, manifest, leftover, found);
        bytes += files.run();
        notes.addAll(leftover.notes());
        ExecutorService readers = Executors.newFixedThreadPool(request.threads());
        try {
            parts(manifest, readers, files);
        } finally {
            readers.shutdownNow();
        }
        return new Verified(found, notes, manifest.size(), bytes, manifest.root(), signed);
    }

    /** Whether the seal closes the very bytes of a manifest that can't be read. */
    private boolean sealed() throws IOException {
        Path seal = root.resolve(RunDirectory.SEAL);
        Path manifest = root.resolve(RunDirectory.MANIFEST);
        try {
            if (!Files.isRegularFile(seal) || !Files.isRegularFile(manifest)) {
                return false;
            }
            Map<String, Object> json = CanonicalJson.read(Disk.readAtMost(seal, Seal.MAX_BYTES));
            return Sha256.of(manifest).equals(json.get("manifest"));
        } catch (JacksonException | ClassCastException | IllegalArgumentException e) {
            return false;
        }
    }

    private void add(String code, String file, String fr, String en) {
        found.add(new Difference(code, file, "", new Sentence(fr, en)));
    }

    private void parts(Manifest manifest, ExecutorService readers, FilesCheck files) throws IOException {
        Future<String> rulebook = readers.submit(() -> files.rulebookHolds()
                ? request.rulebook().apply(RunReader.rulebook(root, manifest, request.cache()))
                : "");
        if (manifest.first()) {
            rulebook(manifest, get(rulebook), files);
            files.firstFormat();
            notes.add(new Sentence(
                    "dossier du premier format, sans arbre ni sceau : seules les empreintes des fichiers sont vérifiées",
                    "a run of the first format, without tree and seal: only the digests of the files are verified"));
            return;
        }
        if (!Sha256.text(manifest.treeOfParts()).equals(manifest.root())) {
            add(
                    "TREE_DIFFERS",
                    RunDirectory.MANIFEST,
                    "les racines des parties ne donnent pas celle de l’arbre",
                    "the roots of the parts do not make that of the tree");
        }
        String stated = String.valueOf(manifest.rulebook().get("digest"));
        List<Future<PartCheck.Result>> results = manifest.parts().stream()
                .map(part -> readers.submit(() -> new PartCheck(root, manifest, part, stated).run()))
                .toList();
        rulebook(manifest, get(rulebook), files);
        for (Future<PartCheck.Result> result : results) {
            PartCheck.Result part = get(result);
            part.differences().stream().filter(this::fresh).forEach(found::add);
            bytes += part.bytes();
        }
    }

    /** Another rulebook is told once, and a file once with each code. */
    private boolean fresh(Difference next) {
        return found.stream()
                .noneMatch(each -> each.code().equals(next.code())
                        && (each.file().equals(next.file())
                                || each.code().equals("RULEBOOK_DIFFERS")
                                        && !each.practitioner().isEmpty()));
    }

    private static <T> T get(Future<T> result) throws IOException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("verify: interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new IOException("verify: " + e.getCause(), e.getCause());
        }
    }

    /**
     * A rulebook of which a file was changed is named by that file, and not read.
     *
     * @param digest that of the rulebook in the run, as this program reads it; empty if it can't
     */
    private void rulebook(Manifest manifest, String digest, FilesCheck files) {
        Object stated = manifest.rulebook().get("digest");
        if (digest.equals(stated) || !files.rulebookHolds()) {
            return;
        }
        String fr = digest.isEmpty()
                ? "le référentiel du dossier est illisible"
                : "le référentiel du dossier est " + digest + ", celui de la décision était " + stated;
        String en = digest.isEmpty()
                ? "the rulebook of the run can't be read"
                : "the run holds the rulebook " + digest + ", decided with " + stated;
        if (!manifest.engine().equals(request.engine()) && found.isEmpty()) {
            notes.add(new Sentence(
                    fr + " ; ses fichiers sont ceux qui ont été scellés, par la version " + manifest.engine(),
                    en + "; its files are those that were sealed, by version " + manifest.engine()));
        } else {
            add("RULEBOOK_DIFFERS", RunDirectory.RULEBOOK, fr, en);
        }
    }
}
