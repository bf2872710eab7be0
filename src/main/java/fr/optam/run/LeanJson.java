package fr.optam.run;

import fr.optam.cohort.CanonicalText;
import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Writes a decision as a run holds it: canonical JSON, {@code optam/decision/1}, without what its facts and its rulebook
 * give again. In each method the keys stand in their order; what is empty is left out.
 */
final class LeanJson {
    private static final int LENGTH = 8192;
    private static final byte[] ACTS = CanonicalText.ready("acts");
    private static final byte[] AMOUNT = CanonicalText.ready("amount");
    private static final byte[] CONFIDENCE = CanonicalText.ready("confidence");
    private static final byte[] DETAILS = CanonicalText.ready("details");
    private static final byte[] MISSING = CanonicalText.ready("missing");
    private static final byte[] PROOF = CanonicalText.ready("proof");
    private static final byte[] QUESTION = CanonicalText.ready("question");
    private static final byte[] REASON = CanonicalText.ready("reason");
    private static final byte[] UNIT = CanonicalText.ready("unit");
    private static final byte[] VALUE = CanonicalText.ready("value");
    private static final byte[] VERDICT = CanonicalText.ready("verdict");

    private final CanonicalText out = new CanonicalText(LENGTH);

    private LeanJson() {}

    /** @param factsDigest digest of the facts as they are written */
    static byte[] write(Decision decision, String factsDigest) {
        LeanJson json = new LeanJson();
        json.decision(decision, factsDigest);
        return json.out.bytes();
    }

    private void decision(Decision decision, String factsDigest) {
        out.open('{').key("answers").open('[');
        decision.answers().forEach(this::answer);
        out.close(']').key("confidence").text(decision.confidence().name());
        out.key("factsDigest").text(factsDigest);
        out.key("outcome").text(decision.outcome());
        out.key("practitioner").text(decision.practitioner());
        if (!decision.problems().isEmpty()) {
            out.key("problems").open('[');
            decision.problems().forEach(this::problem);
            out.close(']');
        }
        out.key("rulebook").open('{');
        out.key("digest").text(decision.rulebook().digest());
        out.key("overlays").open('[');
        decision.rulebook().overlays().forEach(out::text);
        out.close(']');
        out.key("version").text(decision.rulebook().version()).close('}');
        out.key("schema").text(DecisionJson.SCHEMA);
        out.key("year").plain(decision.year()).close('}');
    }

    private void answer(Answer answer) {
        out.open('{');
        texts(ACTS, answer.acts());
        text(AMOUNT, answer.amount());
        out.key(CONFIDENCE).text(answer.confidence().name());
        if (!answer.details().isEmpty()) {
            CanonicalJson.append(out.key(DETAILS), answer.details());
        }
        texts(MISSING, answer.missing());
        texts(PROOF, answer.proof());
        out.key(QUESTION).text(answer.question());
        out.key(REASON).text(answer.reason());
        text(UNIT, answer.unit());
        text(VALUE, answer.value());
        out.key(VERDICT).text(answer.verdict()).close('}');
    }

    private void problem(Problem problem) {
        out.open('{');
        texts(ACTS, problem.acts());
        text(AMOUNT, problem.amount());
        out.key("code").text(problem.code());
        if (!problem.rule().isEmpty()) {
            out.key("rule").text(problem.rule());
        }
        if (!problem.sentence().fr().isEmpty()) {
            out.key("sentence").open('{');
            out.key("en").text(problem.sentence().en());
            out.key("fr").text(problem.sentence().fr()).close('}');
        }
        out.close('}');
    }

    private void text(byte[] key, Optional<String> value) {
        if (value.isPresent()) {
            out.key(key).text(value.get());
        }
    }

    private void texts(byte[] key, List<String> items) {
        if (!items.isEmpty()) {
            out.key(key).open('[');
            for (String item : items) {
                out.text(item);
            }
            out.close(']');
        }
    }
}
