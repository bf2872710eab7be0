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
        texts("acts", answer.acts());
        text("amount", answer.amount());
        out.key("confidence").text(answer.confidence().name());
        if (!answer.details().isEmpty()) {
            out.key("details");
            CanonicalJson.append(out, answer.details());
        }
        texts("missing", answer.missing());
        texts("proof", answer.proof());
        out.key("question").text(answer.question());
        out.key("reason").text(answer.reason());
        text("unit", answer.unit());
        text("value", answer.value());
        out.key("verdict").text(answer.verdict()).close('}');
    }

    private void problem(Problem problem) {
        out.open('{');
        texts("acts", problem.acts());
        text("amount", problem.amount());
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

    private void text(String key, Optional<String> value) {
        if (value.isPresent()) {
            out.key(key).text(value.get());
        }
    }

    private void texts(String key, List<String> items) {
        if (!items.isEmpty()) {
            out.key(key).open('[');
            items.forEach(out::text);
            out.close(']');
        }
    }
}
