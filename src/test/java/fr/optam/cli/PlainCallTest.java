package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** A plain call of {@code decide} means to the short way what it means to the parser; all others are left to that. */
class PlainCallTest {
    private static Stream<List<String>> calls(String... lines) {
        return Arrays.stream(lines).map(line -> List.of(line.split(" ", -1)));
    }

    private static String said(DecideVerb verb) {
        return verb.files + " " + verb.crossCheck + " " + verb.rulebook.rulebook + " " + verb.rulebook.overlays + " "
                + verb.output.format + " " + verb.output.lang + " " + verb.output.debug + " " + verb.output.help;
    }

    private static DecideVerb parsed(List<String> call) {
        String[] args = call.toArray(String[]::new);
        CommandLine parser = Verbs.parser(args);
        return (DecideVerb) parser.parseArgs(args).subcommand().commandSpec().userObject();
    }

    @TestFactory
    Stream<DynamicTest> plain_calls_mean_the_same_to_both() {
        return calls(
                        "decide a.json",
                        "decide -",
                        "decide a.json b.json folder/c",
                        "decide --format json a.json",
                        "decide a.json --format text --lang en",
                        "decide --lang fr - a.json",
                        "decide --cross-check a.json",
                        "decide --rulebook some/dir --overlay one --overlay two a=b.json")
                .map(call -> DynamicTest.dynamicTest(String.join(" ", call), () -> {
                    Verb plain = PlainCall.of(call.toArray(String[]::new)).orElseThrow();
                    assertEquals(said(parsed(call)), said((DecideVerb) plain));
                }));
    }

    @TestFactory
    Stream<DynamicTest> other_calls_are_left_to_the_parser() {
        return calls(
                        "check",
                        "decide",
                        "decide --help",
                        "decide --format=json a.json",
                        "decide --lang=en a.json",
                        "decide --format html a.json",
                        "decide --format sarif a.json",
                        "decide --lang de a.json",
                        "decide --format json --format text a.json",
                        "decide --cross-check --cross-check a.json",
                        "decide --debug a.json",
                        "decide @args a.json",
                        "decide -- -a.json",
                        "decide a.json --lang",
                        "decide --lang -h a.json",
                        "decide --unknown a.json",
                        "decide \"a.json\"",
                        "decide  a.json",
                        "decide --format json",
                        "batch a.json")
                .map(call -> DynamicTest.dynamicTest(
                        String.join(" ", call),
                        () -> assertTrue(
                                PlainCall.of(call.toArray(String[]::new)).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> what_the_parser_refuses_is_never_plain() {
        return calls("decide --lang en en --lang fr", "decide --format json x --format json", "decide --nothing x")
                .map(call -> DynamicTest.dynamicTest(String.join(" ", call), () -> {
                    assertThrows(CommandLine.ParameterException.class, () -> parsed(call));
                    assertTrue(PlainCall.of(call.toArray(String[]::new)).isEmpty());
                }));
    }
}
