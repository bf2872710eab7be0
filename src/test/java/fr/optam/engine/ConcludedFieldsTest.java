package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleTable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fields that are asked for alone are what a whole decision concludes. */
class ConcludedFieldsTest {
    private static final List<String> FIELDS =
            List.of("member", "yearOption", "homeRegion", "fullYear", "newInstaller", "band", "leftOn");

    private static final List<String> MEMBERSHIPS = List.of(
            "\"memberships\":[],",
            "",
            "\"memberships\":[{\"option\":\"OPTAM\",\"from\":\"2019-01-01\",\"to\":null}],",
            "\"memberships\":[{\"option\":\"OPTAM_CO\",\"from\":\"2019-01-01\",\"to\":null}],",
            "\"memberships\":[{\"option\":\"OPTAM_CO\",\"from\":\"2019-01-01\",\"to\":\"2025-03-01\"}],",
            "\"memberships\":[{\"option\":\"OPTAM\",\"from\":\"2019-01-01\",\"to\":\"2025-03-01\"},"
                    + "{\"option\":\"OPTAM_ACO\",\"from\":\"2025-05-01\"}],");

    @Test
    void they_are_those_of_the_whole_decision() throws Exception {
        Engine engine = new Engine(Shipped.base());
        int known = 0;
        for (String memberships : MEMBERSHIPS) {
            String json = "{\"schema\":\"optam/practitioner-year/1\",\"year\":2025," + memberships
                    + "\"practitioner\":{\"id\":\"P1\",\"specialty\":\"04\",\"sector\":\"2\",\"department\":\"75\","
                    + "\"installedOn\":\"2009-09-01\"}}";
            PractitionerYear facts = FactsJson.read(json.getBytes(StandardCharsets.UTF_8));
            Map<String, Object> alone = engine.conclude(facts, FIELDS);
            assertEquals(whole(engine, facts), alone, memberships);
            known += alone.size();
        }
        assertTrue(known > MEMBERSHIPS.size() * 2, "most are known: " + known);
    }

    private static Map<String, Object> whole(Engine engine, PractitionerYear facts) {
        Map<String, Object> found = new HashMap<>();
        engine.observe(
                facts,
                new Observer() {
                    @Override
                    public void asked(RuleTable table, Fact fact) {
                        // the stages are enough
                    }

                    @Override
                    public void met(Stage stage, Fact fact, Set<String> applied) {
                        if (fact instanceof Year year) {
                            FIELDS.stream().filter(year::known).forEach(f -> found.put(f, year.value(f)));
                        }
                    }
                },
                Detail.NONE);
        return found;
    }
}
