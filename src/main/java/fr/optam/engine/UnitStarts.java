package fr.optam.engine;

import fr.optam.fact.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds for an act those that are alike before any rule has run. */
final class UnitStarts {
    private final UnitPlan plan;
    private final ActFacts facts;
    private final UnitSums sums;
    private final char[] options;
    private final Layout year;
    private final Layout letter;
    private final Map<UnitProfile, UnitNode> starts = new ConcurrentHashMap<>();

    UnitStarts(UnitPlan plan, ActFacts facts, Dictionary dictionary) {
        this.plan = plan;
        this.facts = facts;
        this.sums = new UnitSums(plan);
        this.year = dictionary.layout(Kind.YEAR);
        this.letter = dictionary.layout(Kind.LETTER);
        this.options = String.join("", facts.optionLetters()).toCharArray();
    }

    /** Adds acts to a practitioner-year, each with what it has in common with others. */
    void addAll(List<Act> all, Year of) {
        List<Fact> acts = new ArrayList<>(all.size());
        int letters = 0;
        for (int i = 0; i < all.size(); i++) {
            UnitNode start = start(all.get(i));
            acts.add(new fr.optam.fact.flat.Act(facts.act(), of, all.get(i), i, letters, start));
            letters += start.letters();
        }
        of.acts(acts);
    }

    private UnitNode start(Act act) {
        UnitProfile profile = new UnitProfile(act, plan, options);
        UnitNode known = starts.get(profile);
        return known != null ? known : starts.computeIfAbsent(profile, p -> first(act));
    }

    private UnitNode first(Act act) {
        Year alone = new Year(year);
        facts.add(act, alone);
        List<Fact> all = new ArrayList<>(alone.within(Kind.ACT));
        all.addAll(alone.within(Kind.LETTER));
        Object[][] values = new Object[all.size()][];
        Object[][] origins = new Object[all.size()][];
        String[] rests = new String[all.size()];
        for (int i = 0; i < values.length; i++) {
            Fact fact = all.get(i);
            values[i] = new Object[fact.layout().names().size()];
            origins[i] = new Object[values[i].length];
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = fact.own(j);
            }
            rests[i] = fact.key().substring(all.get(0).key().length());
        }
        for (int i = 0; i < ActFacts.ACT.size(); i++) {
            String field = ActFacts.ACT.get(i);
            boolean one = field.equals("quantity") && UnitProfile.isOne(act);
            if (UnitPlan.isOwn(field) && !one && ActFacts.given(act, i) != null) {
                values[0][facts.act().indexOf(field)] = new UnitOwn.Given(i);
            }
        }
        return new UnitNode(0, new UnitShape(values, origins, 0, letter, rests), null, List.of(), sums);
    }

    /** Forgets all. */
    void clear() {
        starts.clear();
    }
}
