package fr.optam.cli;

import fr.optam.rulebook.RulebookDigest;
import fr.optam.run.CanonicalJson;
import fr.optam.run.Difference;
import fr.optam.run.Recorded;
import fr.optam.run.RunProof;
import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import fr.optam.run.RunVerifier;
import fr.optam.run.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a run is as it was sealed. */
@Command(
        name = "verify",
        sortOptions = false,
        description =
                "Says whether a run is as it was sealed: nothing altered, dropped, added, reordered. It needs nothing but"
                        + " the run. Exit code 5 if it differs.",
        footer = {
            "",
            "optam verify run-2025",
            "optam verify run-2025 --public-key fund.pub.pem",
            "optam verify run-2025 --practitioner 751234567 --root sha256:…",
            "optam verify run-2025 --practitioner 751234567 --write-proof proof.json",
            "optam verify --proof proof.json --root sha256:…"
        })
final class VerifyVerb implements Verb {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The run directory.")
    Path run;

    @Option(names = "--public-key", paramLabel = "FILE", description = "Ed25519 public key in PEM of who signed.")
    Path publicKey;

    @Option(names = "--root", paramLabel = "SHA256", description = "Root of the tree as it is held elsewhere.")
    String root;

    @Option(
            names = "--practitioner",
            paramLabel = "ID",
            description = "Checks the decision of this practitioner alone, by its inclusion proof.")
    String practitioner;

    @Option(names = "--write-proof", paramLabel = "FILE", description = "Writes that proof, to be held elsewhere.")
    Path writeProof;

    @Option(names = "--proof", paramLabel = "FILE", description = "Checks such a proof against --root, without a run.")
    Path proof;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that read. Default: one for each processor.")
    Integer threads;

    @Mixin
    OutputOptions output;

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        if (root != null && !root.matches("sha256:[0-9a-f]{64}")) {
            throw Failure.usage("--root", "'" + root + "' is no root", "Maybe sha256: and 64 hexadecimal digits.");
        }
        if ((run == null) == (proof == null) || proof != null && root == null) {
            throw Failure.usage("optam verify", "needs a run, or --proof with --root", "Maybe optam verify --help.");
        }
        try {
            return proof != null
                    ? included(shell, RunProof.read(proof), root)
                    : practitioner != null ? one(shell) : all(shell);
        } catch (RunRefused e) {
            throw new Failure(Exit.FAILED, List.of(Complaint.of(e)), e);
        }
    }

    private int one(Shell shell) throws Failure, IOException, RunRefused {
        RunReader reader = RunReader.open(run);
        Recorded recorded = reader.locate(practitioner)
                .orElseThrow(() -> new Failure(
                        Exit.FAILED,
                        Complaint.of(
                                "PRACTITIONER_UNKNOWN",
                                run.toString(),
                                "holds no decision of practitioner " + practitioner,
                                "Maybe another run.")));
        RunProof found = reader.proof(recorded);
        if (writeProof != null) {
            Files.write(writeProof, found.json());
        }
        List<Difference> seal = RunVerifier.seal(run, key());
        if (!output.json()) {
            shell.print(VerifyText.lines(seal, output.french()));
        }
        int exit = included(shell, found, root == null ? reader.root() : root);
        return seal.isEmpty() ? exit : Exit.DIFFERS;
    }

    private int included(Shell shell, RunProof found, String against) throws IOException {
        boolean holds = found.holds(against);
        if (output.json()) {
            shell.line(CanonicalJson.write(new TreeMap<>(
                    Map.of("included", holds, "index", found.index(), "size", found.size(), "root", against))));
        } else {
            String place = (found.index() + 1) + "/" + found.size();
            shell.print(
                    output.french()
                            ? (holds
                                    ? "La décision " + place + " figure dans le dossier de racine " + against + ".\n"
                                    : "La décision " + place + " ne figure pas dans le dossier de racine " + against
                                            + ".\n")
                            : (holds
                                    ? "Decision " + place + " stands in the run with the root " + against + ".\n"
                                    : "Decision " + place + " does not stand in the run with the root " + against
                                            + ".\n"));
        }
        return holds ? Exit.DONE : Exit.DIFFERS;
    }

    private int all(Shell shell) throws Failure, IOException, RunRefused {
        Instant begin = Instant.now();
        int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        RunVerifier.Verified verified = RunVerifier.verify(
                run,
                new RunVerifier.VerifyRequest(
                        key(),
                        Optional.ofNullable(root),
                        cores,
                        Home.cache(Home.checkout(), shell.environment()),
                        Verbs.Version.text(),
                        RulebookDigest::of));
        VerifyText text = new VerifyText(verified, output.french());
        if (output.json()) {
            shell.line(CanonicalJson.write(text.json()));
        } else {
            shell.print(text.text());
            long millis = Math.max(1, Duration.between(begin, Instant.now()).toMillis());
            shell.err()
                    .println(String.format(
                            Locale.ROOT,
                            "optam verify: %.1f MB in %.2f s, %.0f MB/s",
                            verified.bytes() / 1e6,
                            millis / 1e3,
                            verified.bytes() / 1e3 / millis));
        }
        return verified.differences().isEmpty() ? Exit.DONE : Exit.DIFFERS;
    }

    private Optional<PublicKey> key() throws Failure, IOException {
        if (publicKey == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Seal.publicKey(Files.readString(publicKey)));
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw Failure.usage(publicKey.toString(), e.getMessage(), "Maybe openssl pkey -in KEY.pem -pubout.");
        }
    }
}
