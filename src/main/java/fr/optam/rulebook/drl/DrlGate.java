package fr.optam.rulebook.drl;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Judges a DRL file before anything is compiled: a rule has one pattern over one flat fact, conditions that only read
 * fields, and a consequence that only states conclusions. Everything that is not listed here is refused.
 */
final class DrlGate {
    private static final Set<String> IMPORTS = Set.of("fr.optam.decision.Conclusions", "java.math.BigDecimal", "java.math.BigInteger");
    private static final Set<String> METADATA = Set.of("source", "article", "confidence", "from", "to", "note");

    private final String file;
    private final String phase;
    private final List<RulebookProblem> problems;

    DrlGate(String file, String phase, List<RulebookProblem> problems) {
        this.file = file;
        this.phase = phase;
        this.problems = problems;
    }

    /** Reads the rules of a file; what is refused is reported at its line. */
    List<DrlRule> read(String text) {
        PackageDescr drl = parse(text);
        if (drl == null) {
            return List.of();
        }
        refuseAllBut(drl);
        List<DrlRule> rules = new ArrayList<>();
        for (RuleDescr rule : drl.getRules()) {
            try {
                rules.add(rule(rule));
            } catch (IllegalArgumentException e) {
                refuse(rule, "RULE_REFUSED", "rule " + rule.getName() + ": " + e.getMessage());
            }
        }
        return rules;
    }

    private PackageDescr parse(String text) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr drl = parser.parse(false, text);
            if (!parser.hasErrors()) {
                return drl;
            }
            parser.getErrors().forEach(e -> problems.add(new RulebookProblem(
                    "DRL_SYNTAX", file, line(e.getLines()), "this is no DRL: " + e.getMessage().lines().findFirst().orElse(""), "")));
        } catch (DroolsParserException | RuntimeException e) {
            problems.add(new RulebookProblem("DRL_SYNTAX", file, "1", "this is no DRL: " + e.getMessage(), ""));
        }
        return null;
    }

    private static String line(int[] lines) {
        return lines == null || lines.length == 0 ? "1" : String.valueOf(Math.max(1, lines[0]));
    }

    private void refuseAllBut(PackageDescr drl) {
        if (!phase.equals(drl.getName())) {
            refuse(drl, "PACKAGE", "package «" + drl.getName() + "» is not the folder's phase " + phase);
        }
        for (ImportDescr each : drl.getImports()) {
            String target = each.getTarget();
            boolean fact = target.startsWith(DrlText.FACTS) && Kind.of(target.substring(DrlText.FACTS.length())).isPresent();
            if (!fact && !IMPORTS.contains(target)) {
                refuse(each, "IMPORT", "import «" + target + "» is not allowed");
            }
        }
        for (GlobalDescr each : drl.getGlobals()) {
            if (!each.getType().equals("fr.optam.decision.Conclusions") && !each.getType().equals("Conclusions")
                    || !each.getIdentifier().equals("out")) {
                refuse(each, "GLOBAL", "global «" + each.getType() + " " + each.getIdentifier() + "» is not allowed");
            }
        }
        drl.getFunctions().forEach(d -> refuse(d, "FUNCTION", "function «" + d.getName() + "» is not allowed"));
        drl.getFunctionImports().forEach(d -> refuse(d, "IMPORT", "import of function «" + d.getTarget() + "» is not allowed"));
        drl.getAccumulateImports().forEach(d -> refuse(d, "IMPORT", "import of accumulate «" + d.getTarget() + "» is not allowed"));
        drl.getTypeDeclarations().forEach(d -> refuse(d, "DECLARE", "declaration of «" + d.getTypeName() + "» is not allowed"));
        drl.getEnumDeclarations().forEach(d -> refuse(d, "DECLARE", "declaration of «" + d.getTypeName() + "» is not allowed"));
        drl.getEntryPointDeclarations().forEach(d -> refuse(d, "DECLARE", "an entry point is not allowed"));
        drl.getWindowDeclarations().forEach(d -> refuse(d, "DECLARE", "a window is not allowed"));
        drl.getAttributes().forEach(d -> refuse(d, "ATTRIBUTE", "attribute «" + d.getName() + "» of the file would leak to other files"));
        if (drl.getUnit() != null) {
            refuse(drl, "UNIT", "a rule unit is not allowed");
        }
    }

    private void refuse(BaseDescr where, String code, String message) {
        problems.add(new RulebookProblem(code, file, String.valueOf(Math.max(1, where.getLine())), message, ""));
    }

    private DrlRule rule(RuleDescr rule) {
        if (rule.isQuery()) {
            throw new IllegalArgumentException("a query is not allowed");
        }
        if (!rule.getName().matches("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")) {
            throw new IllegalArgumentException("the name is no rule id such as ELIG-ACO-010");
        }
        if (rule.getParentName() != null || !rule.getNamedConsequences().isEmpty()) {
            throw new IllegalArgumentException("it extends another rule or has several consequences");
        }
        PatternDescr pattern = pattern(rule.getLhs());
        List<String> conditions = new ArrayList<>();
        for (BaseDescr each : pattern.getConstraint().getDescrs()) {
            if (!(each instanceof ExprConstraintDescr expression)) {
                throw new IllegalArgumentException("a condition is a plain expression");
            }
            String condition = expression.getText().strip();
            Optional<String> refusal = ConditionGate.refuse(condition);
            if (refusal.isPresent()) {
                throw new IllegalArgumentException(refusal.get());
            }
            conditions.add(condition);
        }
        return new DrlRule(
                rule.getName(),
                rule.getLine(),
                stage(rule),
                pattern.getObjectType(),
                conditions,
                metadata(rule),
                ConsequenceGate.read(String.valueOf(rule.getConsequence()), pattern.getIdentifier()));
    }

    private static PatternDescr pattern(AndDescr lhs) {
        if (lhs.getDescrs().size() != 1 || !(lhs.getDescrs().get(0) instanceof PatternDescr pattern)) {
            throw new IllegalArgumentException("a rule has one pattern over one fact, no not, exists, eval, from or accumulate");
        }
        String type = pattern.getObjectType();
        if (Kind.of(type).isEmpty()) {
            throw new IllegalArgumentException("«" + type + "» is no kind of fact");
        }
        boolean bound = pattern.getIdentifier() != null && pattern.getIdentifier().matches("\\$[a-zA-Z]+");
        if (!bound || pattern.getSource() != null || !pattern.getBehaviors().isEmpty() || pattern.isQuery()) {
            throw new IllegalArgumentException("the pattern is written $f : " + type + "( … ) and has no from, window or unification");
        }
        return pattern;
    }

    private String stage(RuleDescr rule) {
        String stage = phase;
        for (AttributeDescr each : rule.getAttributes().values()) {
            if (!each.getName().equals("agenda-group")) {
                throw new IllegalArgumentException("attribute «" + each.getName() + "» is not allowed");
            }
            stage = each.getValue().replace("\"", "");
            if (Stage.of(stage).filter(s -> s.phase().equals(phase)).isEmpty()) {
                throw new IllegalArgumentException("agenda group «" + stage + "» is no stage of phase " + phase);
            }
        }
        return stage;
    }

    private static TreeMap<String, String> metadata(RuleDescr rule) {
        TreeMap<String, String> metadata = new TreeMap<>();
        for (AnnotationDescr each : rule.getAnnotations()) {
            if (!METADATA.contains(each.getName())) {
                throw new IllegalArgumentException("annotation @" + each.getName() + " is not allowed");
            }
            Object value = each.getSingleValueStripped();
            metadata.put(each.getName(), value == null ? "" : value.toString().replaceAll("[\\p{Cntrl}]", " ").strip());
        }
        return metadata;
    }
}
