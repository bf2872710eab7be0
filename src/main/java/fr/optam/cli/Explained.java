package fr.optam.cli;

import fr.optam.decision.Decision;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.explain.Account;
import fr.optam.explain.ChangeSearch;
import fr.optam.explain.Evidence;
import fr.optam.explain.Explainer;
import fr.optam.explain.Explanation;
import fr.optam.explain.Notice;
import fr.optam.rulebook.Rulebook;
import fr.optam.run.DecisionJson;
import fr.optam.run.Progress;
import fr.optam.run.Replay;
import fr.optam.run.Replayed;
import fr.optam.run.RunForm;
import fr.optam.run.RunProof;
import fr.optam.run.RunReader;
import fr.optam.run.SecondLook;
import fr.optam.run.Sha256;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The account of a decision, with what the run says of it.
 *
 * @param account the account
 * @param rulebook the rulebook that decided
 * @param decision canonical bytes of the decision with its whole proof
 * @param proof where it stands in a run; empty if it was made now
 * @param searched whether what would change it was searched
 * @param differing what deciding again gave otherwise than recorded
 */
record Explained(
        Account account,
        Rulebook rulebook,
        byte[] decision,
        Optional<RunProof> proof,
        boolean searched,
        List<Replayed> differing) {
    private static final ChangeSearch.Found NOTHING = new ChangeSearch.Found(List.of(), List.of(), List.of());

    static Explained of(ExplainSource source, boolean search) throws IOException {
        Engine engine = source.engine();
        Rulebook rulebook = engine.rulebook();
        Explanation explanation = new Explainer(engine).explain(source.facts());
        String factsDigest = Sha256.of(source.document());
        byte[] decision = DecisionJson.write(explanation.decision(), factsDigest);
        List<Replayed> differing = new ArrayList<>();
        Optional<RunProof> proof = Optional.empty();
        Optional<Evidence.InRun> place = Optional.empty();
        if (source.recorded().isPresent()) {
            ExplainSource.InRun recorded = source.recorded().get();
            if (!same(source, factsDigest)) {
                new Replay(engine, recorded.reader().form(), true, SecondLook.NONE, differing::add, Progress.NONE)
                        .one(recorded.record());
            }
            proof = Optional.of(recorded.reader().proof(recorded.record()));
            place = proof.map(found -> place(recorded.reader(), found, differing.isEmpty()));
        }
        Account account = new Account(
                source.facts(),
                explanation,
                search ? new ChangeSearch(engine).search(source.facts(), explanation.decision()) : NOTHING,
                Notice.of(rulebook, LocalDate.of(source.facts().year(), 12, 31)),
                new Evidence(Verbs.Version.text(), factsDigest, Sha256.of(decision), place));
        return new Explained(account, rulebook, decision, proof, search, List.copyOf(differing));
    }

    private static boolean same(ExplainSource source, String factsDigest) {
        ExplainSource.InRun recorded = source.recorded().orElseThrow();
        RunForm form = recorded.reader().form();
        Decision again = source.engine().observe(source.facts(), (table, fact) -> {}, form.detail());
        return Arrays.equals(
                form.decision(again, factsDigest), recorded.record().decision());
    }

    private static Evidence.InRun place(RunReader reader, RunProof proof, boolean same) {
        return new Evidence.InRun(
                reader.engine(),
                reader.root(),
                proof.index(),
                proof.size(),
                proof.path().stream().map(Explained::digest).toList(),
                proof.holds(reader.root()),
                same);
    }

    private static String digest(byte[] hash) {
        return "sha256:" + java.util.HexFormat.of().formatHex(hash);
    }

    /** Tells on standard error what is not as it should be; the exit code says the same. */
    int tell(Shell shell, boolean french) {
        boolean differs = account.evidence()
                .recorded()
                .filter(found -> !found.same() || !found.holds())
                .isPresent();
        account.evidence().recorded().filter(found -> !found.same()).ifPresent(found -> {
            say(
                    shell,
                    french,
                    new Sentence(
                            "optam explain : rejouer la décision donne autre chose que ce que le dossier a enregistré",
                            "optam explain: deciding again gives something else than what the run recorded"));
            differing.forEach(each -> {
                each.answers().forEach(answer -> shell.err()
                        .println("  " + answer.question() + ": " + answer.before() + " → " + answer.after()));
                if (each.answers().isEmpty()) {
                    shell.err().println("  " + String.join(", ", each.members()));
                }
            });
        });
        account.evidence()
                .recorded()
                .filter(found -> !found.holds())
                .ifPresent(found -> say(
                        shell,
                        french,
                        new Sentence(
                                "optam explain : la décision enregistrée ne figure pas sous la racine du dossier, "
                                        + found.root(),
                                "optam explain: the recorded decision does not stand under the root of the run, "
                                        + found.root())));
        List<Sentence> disagreements = account.explanation().disagreements();
        disagreements.forEach(each -> say(shell, french, each));
        if (differs) {
            return Exit.DIFFERS;
        }
        boolean open = account.explanation().decision().outcome().equals("NOT_EVALUABLE");
        return open || !disagreements.isEmpty() ? Exit.PARTLY : Exit.DONE;
    }

    private static void say(Shell shell, boolean french, Sentence sentence) {
        shell.err().println(french ? sentence.fr() : sentence.en());
    }
}
