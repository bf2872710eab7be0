package fr.optam.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import fr.optam.fact.PractitionerYear;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house hold, and each of them can be broken. */
class ArchitectureTest {
    private static final String HOUSE = "fr.optam";
    private static final String FIXTURE = "fr.optam.architecture.bad";
    private static JavaClasses house;
    private static JavaClasses fixture;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .importUrl(PractitionerYear.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
        fixture = new ClassFileImporter().importPackages(FIXTURE);
    }

    @TestFactory
    Stream<DynamicTest> the_house_keeps_its_rules() {
        return HouseRule.below(HOUSE).stream()
                .map(r -> DynamicTest.dynamicTest(r.name(), () -> r.rule().check(house)));
    }

    @TestFactory
    Stream<DynamicTest> a_bad_class_breaks_each_rule() {
        return HouseRule.below(FIXTURE).stream()
                .map(r -> DynamicTest.dynamicTest(r.name(), () -> {
                    EvaluationResult result = r.rule().evaluate(fixture);
                    String report = String.join("\n", result.getFailureReport().getDetails());
                    assertTrue(
                            result.hasViolation() && HouseRule.names(report, r.bad()),
                            r.bad() + " does not break it: " + report);
                }));
    }

    @Test
    void every_bad_class_is_there_for_a_rule() {
        Set<String> used = new TreeSet<>();
        HouseRule.below(FIXTURE).forEach(r -> used.add(r.bad()));
        Set<String> there = new TreeSet<>();
        fixture.stream()
                .map(JavaClass::getSimpleName)
                .filter(n -> !n.startsWith("Plain") && !n.equals("package-info"))
                .forEach(there::add);
        assertEquals(used, there);
    }

    @Test
    void every_package_of_the_house_has_its_place() {
        Set<String> packages = new TreeSet<>();
        house.forEach(c -> packages.add(
                c.getPackageName().split("\\.").length > 2 ? c.getPackageName().split("\\.")[2] : c.getPackageName()));
        Set<String> known = Set.of(
                "fact",
                "decision",
                "rulebook",
                "engine",
                "report",
                "compare",
                "scenario",
                "run",
                "cohort",
                "explain",
                "analysis",
                "cli");
        packages.removeAll(known);
        assertEquals(Set.of(), packages);
    }
}
