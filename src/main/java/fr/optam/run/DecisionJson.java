package fr.optam.run;

import fr.optam.cohort.CanonicalText;
import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Entries;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import fr.optam.decision.Source;
import fr.optam.decision.Sources;
import fr.optam.decision.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a decision as canonical JSON, {@code optam/decision/1}; in each method the keys stand in their order. */
public final class DecisionJson {
    /** Value of {@code schema}. */
    public static final String SCHEMA = "optam/decision/1";

    private static final int LENGTH = 2048;
    private static final int LENGTH_OF_ONE = 700;

    private final CanonicalText out;

    private DecisionJson(int length) {
        out = new CanonicalText(length);
    }

    /** What was written of a part that many decisions share. */
    private record Bytes(byte[] bytes) implements Written {}

    /** What was written of sources, and of the rule and sentence that stood before them. */
    private record Tail(String rule, Sentence sentence, byte[] whole, byte[] sources) implements Written {}

    /**
     * The canonical bytes (RFC 8785, UTF-8).
     *
     * @param factsDigest {@code sha256:…} over the canonical bytes of the facts that were decided
     */
    public static byte[] write(Decision decision, String factsDigest) {
        DecisionJson json = new DecisionJson(LENGTH
                + LENGTH_OF_ONE
                        * (decision.firings().size() + decision.answers().size()));
        json.decision(decision, factsDigest);
        return json.out.bytes();
    }

    private void decision(Decision decision, String factsDigest) {
        out.open('{').key("answers").open('[');
        decision.answers().forEach(this::answer);
        out.close(']').key("confidence").text(decision.confidence().name());
        out.key("factsDigest").text(factsDigest);
        out.key("firings").open('[');
        decision.firings().forEach(this::firing);
        out.close(']');
        texts("missing", decision.missing());
        out.key("outcome").text(decision.outcome());
        sentence("outcomeSentence", decision.outcomeSentence());
        out.key("practitioner").text(decision.practitioner());
        out.key("problems").open('[');
        decision.problems().forEach(this::problem);
        out.close(']').key("rulebook").open('{');
        out.key("digest").text(decision.rulebook().digest());
        texts("overlays", decision.rulebook().overlays());
        out.key("version").text(decision.rulebook().version()).close('}');
        out.key("schema").text(SCHEMA);
        out.key("year").plain(decision.year()).close('}');
    }

    private void answer(Answer answer) {
        out.open('{');
        orNull("amount", answer.amount());
        out.key("confidence").text(answer.confidence().name());
        out.key("details");
        CanonicalJson.append(out, answer.details());
        texts("missing", answer.missing());
        texts("proof", answer.proof());
        out.key("question").text(answer.question());
        out.key("reason").text(answer.reason());
        sentence("sentence", answer.sentence());
        orNull("unit", answer.unit());
        orNull("value", answer.value());
        out.key("verdict").text(answer.verdict()).close('}');
    }

    private void firing(Firing firing) {
        out.open('{').key("at").text(firing.at());
        texts("because", firing.because());
        entries("facts", firing.facts());
        out.key("id").text(firing.id());
        entries("parameters", firing.parameters());
        if (firing.sources() instanceof Sources shared) {
            tail(firing, shared);
        } else {
            rule(firing);
            sources(firing.sources());
        }
        out.close('}');
    }

    private void entries(String key, Map<String, String> map) {
        out.key(key);
        if (map instanceof Entries entries && entries.written() instanceof Bytes kept) {
            out.again(kept.bytes);
        } else if (map instanceof Entries entries) {
            int start = out.end();
            out.open('{');
            for (int i = 0; i < entries.size(); i++) {
                out.key(entries.name(i)).text(entries.text(i));
            }
            out.close('}');
            if (entries.isShared()) {
                entries.keep(new Bytes(out.since(start)));
            }
        } else {
            CanonicalJson.append(out, map);
        }
    }

    /** Rule, sentence and sources; of one rule they are often the same. */
    private void tail(Firing firing, Sources shared) {
        Tail kept = shared.written() instanceof Tail tail ? tail : null;
        if (kept != null && kept.rule == firing.rule() && kept.sentence == firing.sentence()) {
            out.again(kept.whole);
            return;
        }
        int start = out.end();
        rule(firing);
        if (kept != null) {
            out.again(kept.sources);
            return;
        }
        int middle = out.end();
        sources(shared);
        shared.keep(new Tail(firing.rule(), firing.sentence(), out.since(start), out.since(middle)));
    }

    private void rule(Firing firing) {
        out.key("rule").text(firing.rule());
        sentence("sentence", firing.sentence());
    }

    private void sources(List<Source> sources) {
        out.key("sources").open('[');
        sources.forEach(this::source);
        out.close(']');
    }

    private void source(Source source) {
        out.open('{').key("article").text(source.article());
        out.key("confidence").text(source.confidence().name());
        out.key("id").text(source.id()).close('}');
    }

    private void problem(Problem problem) {
        out.open('{');
        texts("acts", problem.acts());
        orNull("amount", problem.amount());
        out.key("code").text(problem.code());
        out.key("rule").text(problem.rule());
        sentence("sentence", problem.sentence());
        out.close('}');
    }

    private void sentence(String key, Sentence sentence) {
        out.key(key)
                .open('{')
                .key("en")
                .text(sentence.en())
                .key("fr")
                .text(sentence.fr())
                .close('}');
    }

    private void orNull(String key, Optional<String> value) {
        out.key(key);
        if (value.isPresent()) {
            out.text(value.get());
        } else {
            out.plain("null");
        }
    }

    private void texts(String key, List<String> items) {
        out.key(key).open('[');
        items.forEach(out::text);
        out.close(']');
    }
}
