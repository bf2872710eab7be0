package fr.optam.report.explain;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.engine.Engine;
import fr.optam.explain.Account;
import fr.optam.explain.ChangeSearch;
import fr.optam.explain.Evidence;
import fr.optam.explain.Explainer;
import fr.optam.explain.Explanation;
import fr.optam.explain.Notice;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Accounts of facts in JSON, decided with the shipped rulebook. */
final class Accounts {
    static final Rulebook RULEBOOK = Shipped.base();
    static final Engine ENGINE = engine();
    private static final Evidence.InRun IN_RUN = new Evidence.InRun(
            "1.0.0",
            "sha256:" + "5e".repeat(32),
            41,
            100_000,
            List.of("sha256:" + "01".repeat(32), "sha256:" + "ab".repeat(32)),
            true,
            true);

    private Accounts() {}

    private static Engine engine() {
        try {
            return new Engine(RULEBOOK);
        } catch (RulebookInvalid e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The account of facts. */
    static Account of(String json) {
        return of(json, true);
    }

    /** The account of facts, whose changes are searched or not. */
    static Account of(String json, boolean search) {
        try {
            PractitionerYear facts = FactsJson.read(json.getBytes(StandardCharsets.UTF_8));
            Explanation explanation = new Explainer(ENGINE).explain(facts);
            ChangeSearch.Found found = search
                    ? new ChangeSearch(ENGINE).search(facts, explanation.decision())
                    : ChangeSearch.Found.NOTHING;
            return new Account(
                    facts,
                    explanation,
                    found,
                    Notice.of(RULEBOOK, LocalDate.of(facts.year(), 12, 31)),
                    new Evidence(
                            "1.0.0", "sha256:" + "fa".repeat(32), "sha256:" + "de".repeat(32), Optional.of(IN_RUN)));
        } catch (FactsRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }
}
