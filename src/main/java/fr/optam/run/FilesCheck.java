package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the files of a run, but those of its parts, against the manifest: what is missing, unknown, a link, or changed. */
final class FilesCheck {
    private static final String NOT_SEALED_FR = "le fichier n’est pas celui qui a été scellé";
    private static final String NOT_SEALED_EN = "the file is not the one that was sealed";

    private final Path root;
    private final Manifest manifest;
    private final Leftover leftover;
    private final Set<String> ofParts;
    private final List<Difference> found;
    private boolean rulebookHolds = true;

    /**
     * @param leftover what may be there beside what the manifest knows
     * @param found takes what differs
     */
    FilesCheck(Path root, Manifest manifest, Leftover leftover, List<Difference> found) {
        this.leftover = leftover;
        this.root = root;
        this.manifest = manifest;
        this.ofParts = manifest.ofParts();
        this.found = found;
    }

    /** Returns the bytes that were read and hashed. */
    long run() throws IOException {
        Set<String> unknown = new HashSet<>();
        for (Path path : Disk.below(root)) {
            String name = root.relativize(path).toString().replace('\\', '/');
            boolean link = Files.isSymbolicLink(path);
            if (!link && Files.isDirectory(path)) {
                continue;
            }
            boolean known = name.equals(RunDirectory.MANIFEST)
                    || name.equals(RunDirectory.SEAL) && !manifest.first()
                    || manifest.files().containsKey(name);
            if (!known) {
                if (link || !leftover.has(name)) {
                    unknown.add(name);
                }
            } else if (link) {
                add("FILE_CHANGED", name, "un lien, et non un fichier", "a link, not a file");
            }
        }
        long bytes = 0;
        for (WrittenFile file : manifest.files().values()) {
            Path path = root.resolve(file.name());
            if (!Files.isRegularFile(path)) {
                missing(file, unknown);
            } else if (!ofParts.contains(file.name())) {
                bytes += Files.size(path);
                if (!file.holds(root)) {
                    add("FILE_CHANGED", file.name(), NOT_SEALED_FR, NOT_SEALED_EN);
                    rulebookHolds &= !file.name().startsWith(RunDirectory.RULEBOOK + "/");
                }
            }
        }
        for (String name : unknown.stream().sorted().toList()) {
            add("FILE_ADDED", name, "fichier inconnu du manifeste", "a file that the manifest does not know");
            rulebookHolds &= !name.startsWith(RunDirectory.RULEBOOK + "/");
        }
        return bytes;
    }

    private void missing(WrittenFile file, Set<String> unknown) throws IOException {
        Optional<String> renamed = Optional.empty();
        for (String name : unknown) {
            Path path = root.resolve(name);
            if (Files.isRegularFile(path)
                    && Files.size(path) == file.bytes()
                    && Sha256.of(path).equals(file.sha256())) {
                renamed = Optional.of(name);
            }
        }
        found.add(new Difference(
                "FILE_MISSING",
                file.name(),
                first(file.name()),
                new Sentence(
                        renamed.map(name -> "fichier absent, renommé " + name).orElse("fichier absent"),
                        renamed.map(name -> "the file is missing, renamed " + name)
                                .orElse("the file is missing"))));
        rulebookHolds &= !file.name().startsWith(RunDirectory.RULEBOOK + "/");
    }

    /** Whether every file of the rulebook is as it was sealed, and no other is there. */
    boolean rulebookHolds() {
        return rulebookHolds;
    }

    /** A run of the first format has no ledger: its parts are held against their digests. */
    void firstFormat() throws IOException {
        for (Manifest.Entry part : manifest.parts()) {
            for (String name : List.of(part.decisions(), part.facts())) {
                WrittenFile file = manifest.files().get(name);
                if (file == null || !file.holds(root)) {
                    found.add(new Difference(
                            "FILE_CHANGED", name, part.first(), new Sentence(NOT_SEALED_FR, NOT_SEALED_EN)));
                }
            }
        }
    }

    private void add(String code, String file, String fr, String en) {
        found.add(new Difference(code, file, first(file), new Sentence(fr, en)));
    }

    /** The first practitioner of a part; empty for a file that is none. */
    private String first(String file) {
        return manifest.parts().stream()
                .filter(part ->
                        List.of(part.decisions(), part.facts(), part.ledger()).contains(file))
                .map(Manifest.Entry::first)
                .findFirst()
                .orElse("");
    }
}
