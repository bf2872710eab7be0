package fr.optam.run;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Says of a run, from the run alone, whether it is as it was sealed: the entry point of the verb {@code verify}. */
public final class RunVerifier {
    private final Path root;
    private final VerifyRequest request;
    private final List<Difference> found = new ArrayList<>();
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
     * @param rulebook digest of a recorded rulebook; empty text if it can't be read
     */
    public record VerifyRequest(
            Optional<PublicKey> key,
            Optional<String> treeRoot,
            int threads,
            Path cache,
            Function<RulebookLocation, String> rulebook) {}

    /**
     * What came of it.
     *
     * @param differences in the order of files; none if the run is as it was sealed
     * @param decisions decisions of the run
     * @param bytes bytes of text that were read and hashed
     * @param root root of the tree as the manifest says, {@code sha256:…}
     * @param signed whether a signature was verified
     */
    public record Verified(List<Difference> differences, long decisions, long bytes, String root, boolean signed) {}

    /**
     * Verifies a run.
     *
     * @throws RunRefused if the directory holds no sealed run
     * @throws IOException if a file can't be read
     */
    public static Verified verify(Path root, VerifyRequest request) throws IOException, RunRefused {
        return new RunVerifier(root, request).run();
    }

    private Verified run() throws IOException, RunRefused {
        if (!Files.isDirectory(root)) {
            throw new RunRefused("RUN_UNREADABLE", root + ": no such directory. Maybe it has another name.");
        }
        Manifest manifest = Manifest.read(root);
        boolean signed = new SealCheck(root, manifest, request.key(), found).run();
        request.treeRoot()
                .filter(held -> !held.equals(manifest.root()))
                .ifPresent(held -> add(
                        "ROOT_DIFFERS",
                        RunDirectory.MANIFEST,
                        "racine " + manifest.root() + ", attendue " + held,
                        "root " + manifest.root() + ", held elsewhere " + held));
        listing(manifest);
        plain(manifest);
        String rulebook = rulebook(manifest);
        parts(manifest, rulebook);
        return new Verified(found, decisions(manifest), bytes, manifest.root(), signed);
    }

    private static long decisions(Manifest manifest) {
        return manifest.parts().stream().mapToLong(Manifest.Entry::count).sum();
    }

    private void add(String code, String file, String fr, String en) {
        found.add(new Difference(code, file, "", new Sentence(fr, en)));
    }

    /** Files that are there and unknown, or known and not there. */
    private void listing(Manifest manifest) throws IOException {
        Set<String> there = new HashSet<>();
        for (Path file : Disk.files(root)) {
            String name = root.relativize(file).toString().replace('\\', '/');
            there.add(name);
            boolean ours = name.equals(RunDirectory.MANIFEST) || name.equals(RunDirectory.SEAL);
            if (!ours && !manifest.files().containsKey(name)) {
                add("FILE_ADDED", name, "fichier inconnu du manifeste", "a file that the manifest does not know");
            }
        }
        Set<String> ofParts = ofParts(manifest);
        for (String name : manifest.files().keySet()) {
            if (!there.contains(name) && !ofParts.contains(name)) {
                add("FILE_MISSING", name, "fichier absent", "the file is missing");
            }
        }
    }

    private static Set<String> ofParts(Manifest manifest) {
        Set<String> names = new HashSet<>();
        manifest.parts().forEach(part -> names.addAll(List.of(part.decisions(), part.facts(), part.ledger())));
        return names;
    }

    /** Files that are no part. */
    private void plain(Manifest manifest) throws IOException {
        Set<String> ofParts = ofParts(manifest);
        for (WrittenFile file : manifest.files().values()) {
            Path path = root.resolve(file.name());
            if (!ofParts.contains(file.name()) && Files.isRegularFile(path)) {
                bytes += Files.size(path);
                if (!file.holds(root)) {
                    add(
                            "FILE_CHANGED",
                            file.name(),
                            "le fichier n’est pas celui qui a été scellé",
                            "the file is not the one that was sealed");
                }
            }
        }
    }

    private String rulebook(Manifest manifest) {
        String digest = request.rulebook().apply(RunReader.rulebook(root, manifest, request.cache()));
        Object stated = manifest.rulebook().get("digest");
        if (!digest.equals(stated)) {
            add(
                    "RULEBOOK_DIFFERS",
                    RunDirectory.RULEBOOK,
                    digest.isEmpty()
                            ? "le référentiel du dossier est illisible"
                            : "le référentiel du dossier est " + digest + ", celui de la décision était " + stated,
                    digest.isEmpty()
                            ? "the rulebook of the run can't be read"
                            : "the run holds the rulebook " + digest + ", decided with " + stated);
        }
        return String.valueOf(stated);
    }

    private void parts(Manifest manifest, String rulebook) throws IOException {
        if (!manifest.sealed()) {
            plainParts(manifest);
            return;
        }
        if (!Sha256.text(manifest.treeOfParts()).equals(manifest.root())) {
            add(
                    "TREE_DIFFERS",
                    RunDirectory.MANIFEST,
                    "les racines des parties ne donnent pas celle de l’arbre",
                    "the roots of the parts do not make that of the tree");
        }
        ExecutorService readers = Executors.newFixedThreadPool(request.threads());
        try {
            List<Future<PartCheck.Result>> results = manifest.parts().stream()
                    .map(part -> readers.submit(() -> new PartCheck(root, manifest, part, rulebook).run()))
                    .toList();
            for (Future<PartCheck.Result> result : results) {
                PartCheck.Result part = result.get();
                found.addAll(part.differences());
                bytes += part.bytes();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("verify: interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            readers.shutdownNow();
        }
    }

    /** A run of the first format has no ledger: its files are held against their digests. */
    private void plainParts(Manifest manifest) throws IOException {
        for (Manifest.Entry part : manifest.parts()) {
            for (String name : List.of(part.decisions(), part.facts())) {
                WrittenFile file = manifest.files().get(name);
                if (file == null || !file.holds(root)) {
                    found.add(new Difference(
                            "FILE_CHANGED",
                            name,
                            part.first(),
                            new Sentence(
                                    "le fichier n’est pas celui qui a été scellé",
                                    "the file is not the one that was sealed")));
                }
            }
        }
    }
}
