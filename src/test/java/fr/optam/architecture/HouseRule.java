package fr.optam.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule of the house.
 *
 * @param name what it says
 * @param rule how it is held
 * @param bad simple name of the class of the fixture that breaks it
 */
record HouseRule(String name, ArchRule rule, String bad) {
    /** Packages from the lowest to the highest; those of one line do not see each other, but for what {@link #MORE} allows. */
    private static final List<List<String>> STOREYS = List.of(
            List.of("fact"),
            List.of("decision"),
            List.of("rulebook"),
            List.of("engine"),
            List.of("report", "compare", "scenario", "run", "cohort", "explain", "analysis"),
            List.of("cli"));

    private static final Map<String, Set<String>> MORE =
            Map.of("run", Set.of("cohort"), "scenario", Set.of("cohort"), "report", Set.of("explain", "compare"));
    private static final Map<String, Set<String>> LESS = Map.of("report", Set.of("engine"));

    private static final Set<String> CLOCKS = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.Instant",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.LocalTime");

    /** The rules for a tree of packages below a root. */
    static List<HouseRule> below(String root) {
        List<HouseRule> rules = new ArrayList<>(directions(root));
        rules.add(new HouseRule(
                "facts use nothing but Java",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".fact..")
                        .should()
                        .dependOnClassesThat(
                                describe("other than Java's and facts", c -> !isOwn(c, root, "fact") && !isJava(c))),
                "FactWithLogger"));
        rules.add(confined(
                root,
                "Drools stays in rulebook and engine",
                List.of("rulebook", "engine"),
                "RunsDrools",
                "org.kie..",
                "org.drools.."));
        rules.add(confined(
                root, "POI stays in rulebook.book", List.of("rulebook.book"), "ReadsWithPoi", "org.apache.poi.."));
        rules.add(confined(
                root,
                "JSON stays at the edges",
                List.of("cohort", "run", "scenario", "cli"),
                "WritesJson",
                "tools.jackson..",
                "com.fasterxml.jackson.."));
        rules.add(confined(
                root, "the database stays in cohort", List.of("cohort"), "AsksDatabase", "org.duckdb..", "java.sql.."));
        rules.add(confined(
                root,
                "the reader of CSV stays in cohort and rulebook.book",
                List.of("cohort", "rulebook.book"),
                "ReadsCsv",
                "de.siegmar.."));
        rules.add(confined(
                root, "the command line stays in cli", List.of("cli"), "KnowsOptions", "picocli..", "me.tongfei.."));
        rules.add(new HouseRule(
                "only cli prints",
                outsideCli(root).should().accessTargetWhere(field("java.lang.System", "out", "err", "in")),
                "Prints"));
        rules.add(new HouseRule(
                "only cli ends the program",
                outsideCli(root).should().accessTargetWhere(call("java.lang.System", "exit")),
                "Exits"));
        rules.add(new HouseRule(
                "only cli has a clock", outsideCli(root).should().accessTargetWhere(clock()), "LooksAtClock"));
        rules.add(new HouseRule(
                "no default locale", noClasses().should().accessTargetWhere(defaultLocale()), "LowersByDefault"));
        rules.add(new HouseRule(
                "no default charset", noClasses().should().accessTargetWhere(defaultCharset()), "BytesByDefault"));
        rules.add(new HouseRule(
                "no default time zone",
                noClasses()
                        .should()
                        .accessTargetWhere(
                                call("java.time.ZoneId", "systemDefault").or(call("java.util.TimeZone", "getDefault"))),
                "ZoneByDefault"));
        rules.add(new HouseRule(
                "no field of binary fractions below the edges",
                fields().that()
                        .areDeclaredInClassesThat(lower(root))
                        .should()
                        .notHaveRawType(describe("double or float", HouseRule::isBinary)),
                "MoneyAsDouble"));
        rules.add(new HouseRule(
                "no method that gives binary fractions below the edges",
                methods()
                        .that()
                        .areDeclaredInClassesThat(lower(root))
                        .should()
                        .notHaveRawReturnType(describe("double or float", HouseRule::isBinary)),
                "MoneyAsDouble"));
        return rules;
    }

    private static List<HouseRule> directions(String root) {
        List<HouseRule> rules = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<String> all = STOREYS.stream().flatMap(List::stream).toList();
        for (List<String> storey : STOREYS) {
            for (String each : storey) {
                Set<String> more = MORE.getOrDefault(each, Set.of());
                Set<String> less = LESS.getOrDefault(each, Set.of());
                String[] forbidden = all.stream()
                        .filter(p -> !p.equals(each) && !more.contains(p) && (!lower.contains(p) || less.contains(p)))
                        .map(p -> root + "." + p + "..")
                        .toArray(String[]::new);
                if (forbidden.length > 0) {
                    String bad = "Bad" + each.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + each.substring(1);
                    ArchRule rule = noClasses()
                            .that()
                            .resideInAPackage(root + "." + each + "..")
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(forbidden))
                            .allowEmptyShould(true);
                    rules.add(new HouseRule(each + " sees only what lies below it", rule, bad));
                }
            }
            lower.addAll(storey);
        }
        return rules;
    }

    private static HouseRule confined(String root, String name, List<String> allowed, String bad, String... libraries) {
        String[] homes = allowed.stream().map(p -> root + "." + p + "..").toArray(String[]::new);
        return new HouseRule(
                name,
                noClasses()
                        .that()
                        .resideOutsideOfPackages(homes)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(libraries)),
                bad);
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outsideCli(String root) {
        return noClasses().that().resideOutsideOfPackage(root + ".cli..");
    }

    private static DescribedPredicate<JavaClass> lower(String root) {
        String[] packages = Stream.of("fact", "decision", "rulebook", "engine")
                .map(p -> root + "." + p + "..")
                .toArray(String[]::new);
        return resideInAnyPackage(packages);
    }

    private static boolean isBinary(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName());
    }

    private static boolean isJava(JavaClass type) {
        return type.isPrimitive() || type.isArray() || type.getPackageName().startsWith("java.");
    }

    private static boolean isOwn(JavaClass type, String root, String name) {
        return type.getBaseComponentType().getPackageName().startsWith(root + "." + name);
    }

    private static DescribedPredicate<JavaAccess<?>> field(String owner, String... names) {
        return describe(
                owner + "." + Arrays.toString(names),
                a -> a instanceof JavaFieldAccess
                        && a.getTargetOwner().getName().equals(owner)
                        && List.of(names).contains(a.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> call(String owner, String name) {
        return describe(
                owner + "." + name,
                a -> a.getTargetOwner().getName().equals(owner) && a.getName().equals(name));
    }

    private static DescribedPredicate<JavaAccess<?>> clock() {
        return describe("a clock", a -> {
            String owner = a.getTargetOwner().getName();
            boolean now = CLOCKS.contains(owner)
                    && a.getName().equals("now")
                    && parameters(a).isEmpty();
            boolean date = owner.equals("java.util.Date")
                    && a.getName().equals("<init>")
                    && parameters(a).isEmpty();
            return now
                    || date
                    || (owner.equals("java.time.Clock") && a.getName().startsWith("system"))
                    || (owner.equals("java.lang.System") && a.getName().equals("currentTimeMillis"));
        });
    }

    private static DescribedPredicate<JavaAccess<?>> defaultLocale() {
        return describe("the default locale", a -> {
            String owner = a.getTargetOwner().getName();
            boolean string = owner.equals("java.lang.String")
                    && ((Set.of("toLowerCase", "toUpperCase").contains(a.getName())
                                    && parameters(a).isEmpty())
                            || (Set.of("format", "formatted").contains(a.getName())
                                    && !parameters(a).contains("java.util.Locale")));
            boolean format = owner.equals("java.text.DecimalFormat")
                    && a.getName().equals("<init>")
                    && parameters(a).size() < 2;
            boolean days = owner.equals("java.time.format.DateTimeFormatter")
                    && a.getName().equals("ofPattern")
                    && parameters(a).size() < 2;
            return string
                    || format
                    || days
                    || (owner.equals("java.util.Locale") && a.getName().equals("getDefault"));
        });
    }

    private static DescribedPredicate<JavaAccess<?>> defaultCharset() {
        return describe("the default charset", a -> {
            String owner = a.getTargetOwner().getName();
            boolean bytes = owner.equals("java.lang.String")
                    && a.getName().equals("getBytes")
                    && parameters(a).isEmpty();
            boolean string = owner.equals("java.lang.String")
                    && a.getName().equals("<init>")
                    && parameters(a).equals(List.of("[B"));
            boolean reader = Set.of(
                                    "java.io.InputStreamReader",
                                    "java.io.OutputStreamWriter",
                                    "java.io.FileReader",
                                    "java.io.FileWriter")
                            .contains(owner)
                    && a.getName().equals("<init>")
                    && parameters(a).size() < 2;
            return bytes
                    || string
                    || reader
                    || (owner.equals("java.nio.charset.Charset") && a.getName().equals("defaultCharset"));
        });
    }

    private static List<String> parameters(JavaAccess<?> access) {
        if (access instanceof JavaMethodCall call) {
            return call.getTarget().getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .toList();
        }
        return access instanceof com.tngtech.archunit.core.domain.JavaConstructorCall call
                ? call.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                : List.of();
    }

    /** Whether a message of a violation speaks of a class. */
    static boolean names(String message, String simpleName) {
        return message.contains("." + simpleName + ".")
                || message.contains("." + simpleName + "(")
                || message.contains("." + simpleName + ">")
                || message.contains("." + simpleName + " ");
    }
}
