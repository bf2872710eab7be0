package fr.optam.engine;

import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that what a rule reads is given, or was made by an earlier stage. */
final class StageOrder {
    private static final Set<String> GIVEN = Set.of(
            "year",
            "yearStart",
            "yearEnd",
            "practitioner",
            "specialty",
            "sector",
            "sector2Titles",
            "installedOn",
            "department",
            "region",
            "profession",
            "income",
            "requestOption",
            "requestOn",
            "requested",
            "paidPrime",
            "primePaidOn",
            "memberships",
            "activities",
            "acts",
            "lines",
            "events",
            "tariffRises",
            "membership",
            "option",
            "from",
            "until",
            "signedOverrunRate",
            "signedOpposableShare",
            "activityYear",
            "given",
            "reimbursableFees",
            "overruns",
            "opposableFees",
            "count",
            "category",
            "act",
            "on",
            "actYear",
            "at",
            "code",
            "activity",
            "statedCategory",
            "association",
            "quantity",
            "baseTariff",
            "baseTariffWithoutOption",
            "feeCharged",
            "c2s",
            "emergency",
            "modifiers",
            "letterCount",
            "allowedModifiers",
            "letter",
            "repeats",
            "variant",
            "allowed",
            "event",
            "type",
            "eventOn",
            "quarter",
            "effectiveOn",
            "riseOn",
            "base",
            "rise",
            "rate",
            "componentCode");

    private final Map<String, Stage> made = new HashMap<>();
    private final List<RulebookProblem> problems = new ArrayList<>();

    private StageOrder() {}

    static void check(Rulebook rulebook) throws RulebookInvalid {
        StageOrder order = new StageOrder();
        for (String field : GIVEN) {
            if (rulebook.dictionary().field(field).isEmpty()) {
                order.problems.add(RulebookProblem.error(
                        "FIELD_MISSING",
                        "decision-tables/reference/champs.xlsx",
                        "",
                        "field «" + field + "», which the program gives, is not in the list of fields",
                        ""));
            }
        }
        rulebook.rules().values().forEach(order::makes);
        rulebook.rules().values().forEach(order::check);
        if (!order.problems.isEmpty()) {
            throw new RulebookInvalid(order.problems);
        }
    }

    private void makes(Rule rule) {
        for (Statement statement : rule.statements()) {
            String field = statement instanceof Statement.Set s
                    ? s.field()
                    : statement instanceof Statement.Let l ? l.field() : null;
            if (field != null) {
                made.merge(field, rule.stage(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
    }

    private void check(Rule rule) {
        Set<String> before = new TreeSet<>(rule.reads());
        Set<String> upTo = new TreeSet<>();
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Let let) {
                before.addAll(let.formula().fields());
            }
            formula(statement).ifPresent(f -> upTo.addAll(f.fields()));
            if (statement instanceof Statement.Missing missing) {
                upTo.addAll(missing.fields());
            }
        }
        before.forEach(f -> read(rule, f, false));
        upTo.forEach(f -> read(rule, f, true));
    }

    static java.util.Optional<Formula> formula(Statement statement) {
        if (statement instanceof Statement.Value v) {
            return java.util.Optional.of(v.formula());
        }
        if (statement instanceof Statement.Amount a) {
            return java.util.Optional.of(a.formula());
        }
        if (statement instanceof Statement.Detail d) {
            return java.util.Optional.of(d.formula());
        }
        if (statement instanceof Statement.DetailOf d) {
            return java.util.Optional.of(d.formula());
        }
        return statement instanceof Statement.With w ? java.util.Optional.of(w.formula()) : java.util.Optional.empty();
    }

    private void read(Rule rule, String field, boolean sameStage) {
        if (GIVEN.contains(field)) {
            return;
        }
        Stage stage = made.get(field);
        String[] at = rule.at().split("!", 2);
        if (stage == null) {
            problems.add(RulebookProblem.error(
                    "NEVER_MADE",
                    at[0],
                    at[1],
                    "rule " + rule.id() + " reads «" + field + "», which no rule makes",
                    ""));
        } else if (stage.compareTo(rule.stage()) > 0 || (stage.equals(rule.stage()) && !sameStage)) {
            problems.add(RulebookProblem.error(
                    "STAGE_ORDER",
                    at[0],
                    at[1],
                    "rule " + rule.id() + " of " + rule.stage().name() + " reads «" + field
                            + "», which is only made in " + stage.name(),
                    "Maybe move the rule to a later agenda group."));
        }
    }
}
