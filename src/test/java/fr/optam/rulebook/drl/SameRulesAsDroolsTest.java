package fr.optam.rulebook.drl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Our reading of DRL, held against Drools' own parser. */
class SameRulesAsDroolsTest {
    @TestFactory
    Stream<DynamicTest> every_shipped_file_is_read_as_drools_reads_it() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("rules-drl"))) {
            files = walk.filter(p -> p.toString().endsWith(".drl")).sorted().toList();
        }
        return files.stream()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> {
                    String text = Files.readString(path);
                    assertSame(path.getParent().getFileName().toString(), text);
                }));
    }

    @Test
    void comments_and_white_space_are_read_as_drools_reads_them() throws DroolsParserException {
        assertSame("derive", """
                // a file
                package derive;
                import fr.optam.fact.flat.Year;
                /* two
                   lines, rule "X" when */
                global fr.optam.decision.Conclusions out;
                rule "A-1" @source("L1, P2") // end
                  @note("end // of the year, a /* b")
                  agenda-group "derive.then"
                when
                  $y:Year(yes("a"),num( "b" )>0
                    || known("c")  ,  !( is("d","X") && none("e") ) )
                then
                  out . say( $y , "end; } rule" ) ; // out.say($y, "no");
                  out.set($y,"a",
                    "B");
                end
                rule "A-2" when $year : Year() then out.say($year, "X"); end
                """);
    }

    private static void assertSame(String phase, String text) throws DroolsParserException {
        PackageDescr drools = new DrlParser(LanguageLevelOption.DRL6).parse(false, text);
        assertEquals(phase, drools.getName());
        List<String> expected =
                drools.getRules().stream().map(r -> shown(phase, r)).toList();
        List<String> ours = Judged.rules(phase, text).stream()
                .map(SameRulesAsDroolsTest::shown)
                .toList();
        assertEquals(expected, ours);
    }

    private static String shown(String phase, RuleDescr rule) {
        PatternDescr pattern = (PatternDescr) rule.getLhs().getDescrs().get(0);
        List<String> conditions = new ArrayList<>();
        pattern.getConstraint().getDescrs().forEach(c -> conditions.add(bare(c.toString())));
        TreeMap<String, String> metadata = new TreeMap<>();
        rule.getAnnotations().forEach(a -> metadata.put(a.getName(), String.valueOf(a.getSingleValueStripped())));
        AttributeDescr group = rule.getAttributes().get("agenda-group");
        String calls = String.valueOf(rule.getConsequence())
                .lines()
                .map(line ->
                        line.contains("//") && !line.contains("\"//") ? line.substring(0, line.indexOf("//")) : line)
                .collect(Collectors.joining());
        return rule.getName() + " " + rule.getLine() + " "
                + (group == null ? phase : group.getValue().replace("\"", "")) + " " + pattern.getObjectType()
                + conditions + metadata + bare(calls.replace(pattern.getIdentifier(), "$f"));
    }

    private static String shown(DrlRule rule) {
        List<String> conditions =
                rule.conditions().stream().map(SameRulesAsDroolsTest::bare).toList();
        StringBuilder calls = new StringBuilder();
        for (List<String> call : rule.calls()) {
            calls.append("out.").append(call.get(0)).append("($f");
            call.stream().skip(1).forEach(t -> calls.append(",\"").append(t).append('"'));
            calls.append(");");
        }
        return rule.id() + " " + rule.line() + " " + rule.stage() + " " + rule.kind() + conditions + rule.metadata()
                + bare(calls.toString());
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
