package fr.optam.cli;

import fr.optam.cohort.Cohort;
import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.DcirCohort;
import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.NeutralCohort;
import fr.optam.cohort.ReadingProgress;
import fr.optam.compare.trend.Said;
import fr.optam.compare.trend.Viewer;
import fr.optam.compare.trend.YearView;
import fr.optam.decision.RulebookId;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Grouping;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.run.Records;
import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one year to the end: a run as it was recorded, or a folder that is decided now. */
final class TrendYear {
    /** Practitioner-years that are taken together. */
    private static final int TOGETHER = 64;

    private final TrendSetting setting;

    TrendYear(TrendSetting setting) {
        this.setting = setting;
    }

    /**
     * A year that was read.
     *
     * @param source where from
     * @param spool where to
     * @param size practitioners
     * @param rulebook what decided
     * @param rejectedRows rows set aside
     * @param rejectedPractitioners practitioners set aside
     * @param notEvaluable decisions that are not evaluable
     * @param warnings remarks of the reading
     */
    record Read(
            TrendSource source,
            Path spool,
            long size,
            RulebookId rulebook,
            long rejectedRows,
            long rejectedPractitioners,
            long notEvaluable,
            List<String> warnings) {
        boolean whole() {
            return rejectedRows == 0 && rejectedPractitioners == 0 && notEvaluable == 0;
        }
    }

    Read read(TrendSource source) throws Failure, IOException {
        return source.run() ? run(source) : folder(source);
    }

    private Path spool(TrendSource source) {
        return setting.work().resolve("year-" + source.year());
    }

    // ---- a run -------------------------------------------------------------------------------------------------

    private Read run(TrendSource source) throws Failure, IOException {
        try {
            RunReader reader = RunReader.open(source.path());
            Engine engine = new Engine(RulebookLoader.loadToDecide(reader.rulebook(setting.cache())));
            Viewer viewer = new Viewer(engine);
            long notEvaluable = 0;
            long size = 0;
            try (Records records = reader.records();
                    TrendSpool.Writer out = new TrendSpool.Writer(spool(source));
                    TrendLane<Records.Record, Written> lane =
                            new TrendLane<>(records, TOGETHER, setting.threads(), r -> recorded(r, viewer))) {
                for (Optional<Written> next = lane.next(); next.isPresent(); next = lane.next()) {
                    notEvaluable += next.get().write(out);
                    size++;
                }
            }
            JsonNode counts = JsonMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(source.path().resolve("summary.json")))
                    .path("counts");
            return new Read(
                    source,
                    spool(source),
                    size,
                    engine.rulebook().id(),
                    counts.path("rowsRejected").asLong(0),
                    counts.path("practitionersRejected").asLong(0),
                    notEvaluable,
                    List.of());
        } catch (RunRefused e) {
            throw new Failure(Exit.USAGE, List.of(Complaint.of(e)), e);
        } catch (RulebookInvalid e) {
            throw RulebookOptions.invalid(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (TrendLane.Damaged e) {
            throw new Failure(
                    Exit.FAILED,
                    List.of(Complaint.of(
                            "RECORD_DAMAGED",
                            source.path().toString(),
                            "a record is damaged, " + e.getMessage(),
                            "Maybe optam verify says where.")),
                    e);
        }
    }

    private static List<Written> recorded(List<Records.Record> records, Viewer viewer) {
        List<PractitionerYear> facts = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        for (Records.Record record : records) {
            try {
                facts.add(FactsJson.read(record.facts()));
                said.add(said(record.decision()));
            } catch (FactsRefused e) {
                throw new TrendLane.Damaged(e.getMessage(), e);
            }
        }
        return written(facts, viewer.views(facts, said));
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Said said(byte[] decision) {
        JsonNode json = JSON.readTree(decision);
        Map<String, Said.To> answers = new HashMap<>();
        for (JsonNode answer : json.path("answers")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> map = JSON.treeToValue(answer, Map.class);
            answers.put(answer.path("question").asString(), Viewer.to(map));
        }
        List<String> findings = new ArrayList<>();
        json.path("problems")
                .forEach(problem -> findings.add(problem.path("code").asString()));
        return new Said(answers, findings, json.path("outcome").asString(""));
    }

    // ---- a folder ----------------------------------------------------------------------------------------------

    private Read folder(TrendSource source) throws Failure, IOException {
        Engine engine = setting.engine();
        Viewer viewer = new Viewer(engine);
        Set<Integer> needed = new TreeSet<>(new RulebookTables(engine.rulebook()).referenceYears(source.year()));
        needed.addAll(setting.years());
        CohortRequest request = new CohortRequest(
                        source.path(),
                        source.year(),
                        setting.work().resolve("reading-" + source.year()),
                        setting.work().resolve("rejected-" + source.year() + ".csv"),
                        needed,
                        setting.memory(),
                        setting.threads(),
                        ReadingProgress.NONE)
                .grouped(Grouping.of(engine.rulebook()));
        try (Cohort cohort = setting.layout() == BatchVerb.Layout.dcir
                        ? DcirCohort.open(request)
                        : NeutralCohort.open(request);
                TrendSpool.Writer out = new TrendSpool.Writer(spool(source))) {
            long notEvaluable = 0;
            long size = 0;
            Iterator<PractitionerYear> years = cohort.iterator();
            try (TrendLane<PractitionerYear, Written> lane =
                    new TrendLane<>(years, TOGETHER, setting.threads(), some -> decided(some, engine, viewer))) {
                for (Optional<Written> next = lane.next(); next.isPresent(); next = lane.next()) {
                    notEvaluable += next.get().write(out);
                    size++;
                }
            }
            CohortSummary summary = cohort.summary();
            return new Read(
                    source,
                    spool(source),
                    size,
                    engine.rulebook().id(),
                    summary.rejected(),
                    summary.practitionersRejected(),
                    notEvaluable,
                    summary.warnings());
        } catch (InputUnusable e) {
            throw new Failure(Exit.FAILED, List.of(Complaint.of(e.trouble())), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Written> decided(List<PractitionerYear> some, Engine engine, Viewer viewer) {
        List<Said> said =
                engine.decideAll(some, Detail.RUN).stream().map(Said::of).toList();
        return written(some, viewer.views(some, said));
    }

    private static List<Written> written(List<PractitionerYear> facts, List<YearView> views) {
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            written.add(Written.of(facts.get(i), views.get(i)));
        }
        return written;
    }

    /** A practitioner as the spool takes it. */
    private record Written(YearView view, Supplier<byte[]> facts) {
        static Written of(PractitionerYear facts, YearView view) {
            byte[] bytes = FactsJson.write(new PractitionerYear(
                    facts.year(),
                    facts.practitioner(),
                    facts.request(),
                    facts.memberships(),
                    facts.activity(),
                    Optional.empty(),
                    facts.tariffRises(),
                    facts.events(),
                    facts.paid(),
                    List.of()));
            return new Written(view, () -> bytes);
        }

        int write(TrendSpool.Writer out) throws IOException {
            out.write(view, facts.get());
            return view.outcome().equals("NOT_EVALUABLE") ? 1 : 0;
        }
    }
}
