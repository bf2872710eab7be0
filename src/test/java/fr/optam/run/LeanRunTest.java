package fr.optam.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeanRunTest {
    private static final String FACTS = """
            {"schema":"optam/practitioner-year/1","year":2025,
             "practitioner":{"id":"751234567","specialty":"04","sector":"2","sector2Titles":true,
               "installedOn":"2009-09-01","department":"75"},
             "request":{"option":"OPTAM_ACO","on":"2025-03-01"},
             "memberships":[{"option":"OPTAM_ACO","from":"2025-01-01","to":null,
               "commitment":{"overrunRate":"0.4000","opposableShare":"0.3500"}}],
             "acts":[
               {"ids":["b2","b10","b1"],"on":"2025-01-01","until":"2025-12-31","code":"HHFA016","activity":"1",
                "category":"ADC","modifiers":"","allowedModifiers":"JK","association":null,"quantity":1,
                "baseTariff":"200.00","feeCharged":"240.00","c2s":false,"emergency":false},
               {"ids":["z1","z2"],"on":"2025-01-01","until":"2025-12-31","code":"HHFA016","activity":"1",
                "category":"ADC","modifiers":"K","allowedModifiers":"JK","association":"1","quantity":1,
                "baseTariff":"200.00","feeCharged":"240.00","c2s":false,"emergency":false},
               {"ids":["i1","i2","i3"],"on":"2025-01-01","until":"2025-12-31","code":"HHFA016","activity":"1",
                "category":"ADC","modifiers":"T","allowedModifiers":"","association":"1","quantity":1,
                "baseTariff":"200.00","feeCharged":"240.00","c2s":false,"emergency":false},
               {"ids":["p;1","p,2"],"on":"2025-02-03","code":"HHFA016","activity":"1",
                "category":"ADC","modifiers":"T","allowedModifiers":"","association":"1","quantity":1,
                "baseTariff":"200.00","feeCharged":"250.00","c2s":false,"emergency":false},
               {"id":"u1","on":"2024-12-30","code":"HHFA017","modifiers":"J"}]}
            """;

    private static final Path CACHE = Path.of("target", "test-cache");

    @TempDir
    Path folder;

    private static PractitionerYear year() throws Exception {
        return FactsJson.read(FACTS.getBytes(UTF_8));
    }

    private static Decision lean(PractitionerYear year) {
        return Shipped.ENGINE.decideAll(List.of(year), RunForm.LEAN.detail()).get(0);
    }

    @Test
    void acts_keep_the_ids_that_the_decision_names_and_no_others() throws Exception {
        String facts = new String(RunForm.facts(year(), lean(year())), UTF_8);
        for (String named : List.of("i1,i2,i3", "\"p,2\",\"p;1\"", "u1")) {
            assertTrue(facts.contains(named), named + " in " + facts);
        }
        for (String other : List.of("b1", "b10", "z1", "z2")) {
            assertFalse(facts.contains(other), other + " in " + facts);
        }
    }

    @Test
    void the_facts_as_they_are_written_give_the_same_decision() throws Exception {
        Decision first = lean(year());
        byte[] facts = RunForm.facts(year(), first);
        PractitionerYear read = FactsJson.read(facts);
        assertEquals(
                new String(RunForm.LEAN.decision(first, "sha256:"), UTF_8),
                new String(RunForm.LEAN.decision(lean(read), "sha256:"), UTF_8));
        assertArrayEquals(facts, RunForm.facts(read, lean(read)));
        assertArrayEquals(facts, RunForm.facts(read.apart(), lean(read.apart())));
        assertEquals(
                year().acts().orElseThrow().stream()
                        .map(act -> act.of(List.of("x"), act.lines()))
                        .toList(),
                read.acts().orElseThrow().stream()
                        .map(act -> act.of(List.of("x"), act.lines()))
                        .toList());
    }

    @Test
    void acts_of_which_the_same_is_said_have_one_answer_that_names_its_rule() throws Exception {
        List<Answer> letters = lean(year()).answers().stream()
                .filter(answer -> answer.question().endsWith(":T"))
                .toList();
        assertEquals(
                List.of("i1", "p,2"),
                letters.stream().flatMap(a -> a.acts().stream()).toList());
        assertTrue(letters.get(0).proof().get(0).startsWith("MODI-"), letters.toString());
        assertTrue(lean(year()).answers().stream().noneMatch(a -> a.question().contains(":z1:")));
    }

    @Test
    void every_line_counts_whether_it_is_named_or_not() throws Exception {
        PractitionerYear read = FactsJson.read(RunForm.facts(year(), lean(year())));
        Tally before = new Tally();
        before.add(lean(year()), year());
        Tally after = new Tally();
        after.add(lean(read), read);
        assertEquals(before.counts(), after.counts());
        long lines = year().acts().orElseThrow().stream().mapToLong(Act::lines).sum();
        assertEquals(
                lines, read.acts().orElseThrow().stream().mapToLong(Act::lines).sum());
        List<String> full = verdicts(Shipped.ENGINE.decide(year()));
        assertEquals(full, verdicts(Shipped.ENGINE.decide(read.apart())));
        assertEquals(2, full.stream().filter(answer -> answer.startsWith("K ")).count());
    }

    private static List<String> verdicts(Decision decision) {
        return decision.answers().stream()
                .map(answer -> answer.question().substring(answer.question().lastIndexOf(':') + 1) + " "
                        + answer.verdict() + " " + answer.reason() + answer.value() + answer.amount())
                .sorted()
                .collect(Collectors.toList());
    }

    @Test
    void a_sentence_about_lines_of_several_days_says_which() throws Exception {
        Answer answer = Shipped.ENGINE.decide(year()).answers().stream()
                .filter(each -> each.question().equals("modifier:z1:K"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                answer.sentence().fr().endsWith("le 1er janvier 2025 (jusqu’au 31 décembre 2025)."), answer.toString());
        assertTrue(answer.sentence().en().endsWith("on 1 January 2025 (until 31 December 2025)."), answer.toString());
    }

    @Test
    void a_run_of_the_second_format_is_verified_and_replayed() throws Exception {
        Path run = unpacked();
        RunVerifier.Verified verified = RunVerifier.verify(
                run,
                new RunVerifier.VerifyRequest(
                        Optional.empty(), Optional.empty(), 1, CACHE, "test", location -> engine(location)
                                .rulebook()
                                .id()
                                .digest()));
        assertEquals(List.of(), verified.differences());
        RunReader reader = RunReader.open(run);
        assertEquals(Detail.PROVEN, reader.form().detail());
        List<Replayed> differing = new ArrayList<>();
        Replay replay = new Replay(
                engine(reader.rulebook(CACHE)), reader.form(), true, SecondLook.NONE, differing::add, Progress.NONE);
        replay.run(reader, 1);
        assertEquals(List.of(), differing);
        assertEquals(4, replay.count());
    }

    private static Engine engine(RulebookLocation location) {
        try {
            return new Engine(RulebookLoader.loadToDecide(location));
        } catch (RulebookInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    private Path unpacked() {
        Path run = folder.resolve("run");
        try (InputStream in = LeanRunTest.class.getResourceAsStream("run-2.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = run.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run;
    }
}
