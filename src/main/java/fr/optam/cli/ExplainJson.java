package fr.optam.cli;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Sentence;
import fr.optam.explain.Account;
import fr.optam.explain.Change;
import fr.optam.explain.Evidence;
import fr.optam.explain.Explanation;
import fr.optam.explain.FactRead;
import fr.optam.explain.Fixed;
import fr.optam.explain.Move;
import fr.optam.explain.Notice;
import fr.optam.explain.ParameterRead;
import fr.optam.explain.Unflipped;
import fr.optam.run.CanonicalJson;
import fr.optam.run.RunProof;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An account as canonical JSON, {@code optam/explanation/1}: every view is a part of it. */
final class ExplainJson {
    private static final String SCHEMA = "optam/explanation/1";
    private static final String CONTRIBUTION = "CONTRIBUTION";
    private static final List<String> NEXT = List.of("REMEDIES", "CONTACT");

    private ExplainJson() {}

    /** The canonical bytes. */
    static byte[] write(Explained explained) {
        Account account = explained.account();
        Explanation explanation = account.explanation();
        Map<String, Object> json = new TreeMap<>(new ExplainWhyJson(explanation, explained.rulebook()).members());
        json.put("schema", SCHEMA);
        json.put("identity", identity(account));
        json.put("contribution", contribution(account));
        json.put("facts", explanation.facts().stream().map(ExplainJson::fact).toList());
        json.put(
                "parameters",
                explanation.parameters().stream().map(ExplainJson::parameter).toList());
        json.put("changes", changes(explained));
        json.put("notices", account.notices().stream().map(ExplainJson::notice).toList());
        json.put(
                "remedies",
                account.notices().stream()
                        .filter(notice -> NEXT.contains(notice.code()))
                        .map(ExplainJson::notice)
                        .toList());
        SortedMap<String, byte[]> members = new TreeMap<>();
        json.forEach((key, value) -> members.put(key, CanonicalJson.write(value)));
        members.put("decision", explained.decision());
        members.put("evidence", evidence(explained));
        return object(members);
    }

    /** An object of members that are canonical JSON already. */
    private static byte[] object(SortedMap<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        members.forEach((key, value) -> {
            out.write(out.size() == 0 ? '{' : ',');
            out.writeBytes(CanonicalJson.write(key));
            out.write(':');
            out.writeBytes(value);
        });
        out.write('}');
        return out.toByteArray();
    }

    private static Map<String, Object> identity(Account account) {
        Decision decision = account.explanation().decision();
        Map<String, Object> json = new TreeMap<>();
        json.put("practitioner", decision.practitioner());
        json.put("year", decision.year());
        json.put(
                "rulebook",
                Map.of(
                        "version", decision.rulebook().version(),
                        "digest", decision.rulebook().digest(),
                        "overlays", decision.rulebook().overlays()));
        json.put("explainedBy", account.evidence().engine());
        json.put(
                "decidedBy",
                account.evidence()
                        .recorded()
                        .map(Evidence.InRun::engine)
                        .orElse(account.evidence().engine()));
        json.put("from", account.evidence().recorded().isPresent() ? "RUN" : "FACTS");
        return json;
    }

    /** What the program did is counted; what people do only the authority can say. */
    private static Map<String, Object> contribution(Account account) {
        Decision decision = account.explanation().decision();
        Map<String, Object> json = new TreeMap<>();
        json.put(
                "program",
                Map.of(
                        "answers", decision.answers().size(),
                        "operations", decision.firings().size()));
        json.put(
                "leftToPeople",
                decision.answers().stream()
                        .filter(answer -> answer.verdict().equals("REVIEW"))
                        .map(Answer::question)
                        .toList());
        json.put(
                "statement",
                account.notices().stream()
                        .filter(notice -> notice.code().equals(CONTRIBUTION))
                        .map(ExplainJson::notice)
                        .findFirst()
                        .orElse(null));
        return json;
    }

    private static Map<String, Object> fact(FactRead fact) {
        Map<String, Object> json = new TreeMap<>();
        json.put("path", fact.path());
        json.put("value", fact.value());
        json.put("label", fact.fr().isEmpty() ? null : Map.of("fr", fact.fr(), "en", fact.en()));
        json.put("unit", orNull(fact.unit()));
        json.put("period", orNull(fact.period()));
        json.put("source", fact.given() ? "GIVEN" : "MADE");
        json.put("madeBy", fact.madeBy());
        json.put("readBy", fact.readBy());
        return json;
    }

    private static Map<String, Object> parameter(ParameterRead parameter) {
        Map<String, Object> json = new TreeMap<>(place(parameter.at()));
        json.put("name", parameter.name());
        json.put("value", parameter.value());
        json.put("row", orNull(parameter.row()));
        json.put("from", day(parameter.from()));
        json.put("to", day(parameter.to()));
        json.put(
                "sources",
                parameter.sources().stream()
                        .map(source -> Map.of(
                                "id", source.id(),
                                "article", source.article(),
                                "confidence", source.confidence().name()))
                        .toList());
        json.put("readBy", parameter.readBy());
        return json;
    }

    /** File, sheet and cell of {@code file!sheet!cell}; file and line of {@code file!line}. */
    static Map<String, Object> place(String at) {
        String[] parts = at.split("!");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", at);
        json.put("file", parts[0]);
        json.put("sheet", parts.length == 3 ? parts[1] : null);
        json.put("cell", parts.length == 3 ? parts[2] : null);
        return json;
    }

    private static Map<String, Object> changes(Explained explained) {
        Map<String, Object> json = new TreeMap<>();
        json.put("searched", explained.searched());
        json.put("tried", explained.account().changes().tried());
        json.put(
                "found",
                explained.account().changes().changes().stream()
                        .map(ExplainJson::change)
                        .toList());
        json.put(
                "unflipped",
                explained.account().changes().unflipped().stream()
                        .map(ExplainJson::unflipped)
                        .toList());
        json.put(
                "fixed",
                explained.account().changes().fixed().stream()
                        .map(ExplainJson::fixed)
                        .toList());
        return json;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new TreeMap<>();
        json.put("question", change.question());
        json.put("from", change.from());
        json.put("to", change.to());
        json.put("moves", change.moves().stream().map(ExplainJson::move).toList());
        json.put(
                "effects",
                change.effects().stream()
                        .map(effect -> Map.of(
                                "question", effect.question(), "before", effect.before(), "after", effect.after()))
                        .toList());
        json.put(
                "rates",
                change.rates().stream()
                        .map(rate -> Map.of(
                                "question", rate.question(),
                                "from", rate.from(),
                                "to", rate.to(),
                                "points", rate.points()))
                        .toList());
        return json;
    }

    private static Map<String, Object> move(Move move) {
        return Map.of(
                "path", move.path(),
                "label", Map.of("fr", move.fr(), "en", move.en()),
                "unit", move.unit(),
                "from", move.from(),
                "to", move.to(),
                "by", move.by(),
                "items", move.items(),
                "sets", move.sets());
    }

    private static Map<String, Object> unflipped(Unflipped each) {
        return Map.of(
                "question", each.question(),
                "verdict", each.verdict(),
                "fixed", each.fixed().stream().map(ExplainJson::fixed).toList(),
                "searched",
                        each.searched().stream()
                                .map(far -> Map.of(
                                        "path", far.path(),
                                        "label", Map.of("fr", far.fr(), "en", far.en()),
                                        "unit", far.unit(),
                                        "from", far.from(),
                                        "to", far.to()))
                                .toList());
    }

    private static Map<String, Object> fixed(Fixed fixed) {
        return Map.of("path", fixed.path(), "value", fixed.value(), "why", sentence(fixed.why()));
    }

    private static Map<String, Object> notice(Notice notice) {
        Map<String, Object> json = new TreeMap<>(place(notice.at()));
        json.put("code", notice.code());
        json.put("name", sentence(notice.name()));
        json.put("text", notice.text().map(ExplainJson::sentence).orElse(null));
        json.put("status", notice.text().isPresent() ? "SUPPLIED" : "TO_BE_SUPPLIED_BY_THE_AUTHORITY");
        json.put("row", notice.row());
        return json;
    }

    private static byte[] evidence(Explained explained) {
        Evidence evidence = explained.account().evidence();
        SortedMap<String, byte[]> members = new TreeMap<>();
        members.put("factsDigest", CanonicalJson.write(evidence.factsDigest()));
        members.put("decisionDigest", CanonicalJson.write(evidence.decisionDigest()));
        List<Sentence> disagreements = explained.account().explanation().disagreements();
        members.put(
                "secondEvaluation",
                CanonicalJson.write(Map.of(
                        "agrees", disagreements.isEmpty(),
                        "disagreements",
                                disagreements.stream()
                                        .map(ExplainJson::sentence)
                                        .toList())));
        members.put(
                "recorded",
                CanonicalJson.write(
                        evidence.recorded().map(ExplainJson::recorded).orElse(null)));
        members.put("proof", explained.proof().map(RunProof::json).orElse(CanonicalJson.write(null)));
        return object(members);
    }

    private static Map<String, Object> recorded(Evidence.InRun recorded) {
        Map<String, Object> json = new TreeMap<>();
        json.put("engine", recorded.engine());
        json.put("root", recorded.root());
        json.put("index", recorded.index());
        json.put("size", recorded.size());
        json.put("included", recorded.holds());
        json.put("same", recorded.same());
        return json;
    }

    static Map<String, Object> sentence(Sentence sentence) {
        return Map.of("fr", sentence.fr(), "en", sentence.en());
    }

    static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }
}
