package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rulebook;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The given fields of every kind of fact but acts and letters, and the codes of which there are facts. */
final class FactFields {
    private static final String[][] YEAR = {
        {"year", ""},
        {"yearStart", ""},
        {"yearEnd", ""},
        {"practitioner", ""},
        {"specialty", "practitioner.specialty"},
        {"sector", "practitioner.sector"},
        {"sector2Titles", "practitioner.sector2Titles"},
        {"installedOn", "practitioner.installedOn"},
        {"department", "practitioner.department"},
        {"region", "practitioner.region"},
        {"profession", "practitioner.profession"},
        {"income", "practitioner.income"},
        {"requestOption", "request.option"},
        {"requestOn", "request.on"},
        {"requested", ""},
        {"paidPrime", "paid.prime"},
        {"primePaidOn", "paid.primePaidOn"},
        {"memberships", "memberships"},
        {"activities", "activity"},
        {"acts", "acts"},
        {"events", "events"},
        {"tariffRises", "tariffRises"}
    };
    private static final String[][] MEMBERSHIP = {
        {"membership", ""},
        {"option", ""},
        {"from", ""},
        {"until", "to"},
        {"signedOverrunRate", "commitment.overrunRate"},
        {"signedOpposableShare", "commitment.opposableShare"}
    };
    private static final String[][] ACTIVITY = {
        {"activityYear", ""},
        {"given", ""},
        {"reimbursableFees", "reimbursableFees"},
        {"overruns", "overruns"},
        {"opposableFees", "opposableFees"}
    };
    private static final String[][] COUNT = {{"category", ""}, {"count", ""}};
    private static final String[][] EVENT = {
        {"event", ""}, {"type", ""}, {"eventOn", ""}, {"quarter", "quarter"}, {"effectiveOn", "effectiveOn"}
    };
    private static final String[][] RISE = {{"riseOn", ""}, {"base", ""}, {"rise", ""}};
    private static final int MOST = 200;

    private final CodeLists codes;
    private final GivenSlots year;
    private final GivenSlots membership;
    private final GivenSlots activity;
    private final GivenSlots count;
    private final GivenSlots event;
    private final GivenSlots rise;
    private final GivenSlots option;
    private final GivenSlots rate;
    private final GivenSlots component;
    private final Map<String, Map<String, Unknown>> noCounts = new ConcurrentHashMap<>();

    FactFields(CodeLists codes) {
        this.codes = codes;
        this.year = fields(Kind.YEAR, YEAR);
        this.membership = fields(Kind.MEMBERSHIP, MEMBERSHIP);
        this.activity = fields(Kind.ACTIVITY, ACTIVITY);
        this.count = fields(Kind.COUNT, COUNT);
        this.event = fields(Kind.EVENT, EVENT);
        this.rise = fields(Kind.RISE, RISE);
        this.option = fields(Kind.OPTION, new String[][] {{"option", ""}});
        this.rate = fields(Kind.RATE, new String[][] {{"rate", ""}});
        this.component = fields(Kind.COMPONENT, new String[][] {{"componentCode", ""}});
    }

    private GivenSlots fields(Kind kind, String[][] fields) {
        Rulebook rulebook = codes.rulebook();
        return new GivenSlots(
                rulebook,
                kind,
                Arrays.stream(fields).map(f -> f[0]).toList(),
                Arrays.stream(fields).map(f -> f[1]).toList());
    }

    /** Where the given fields of a kind lie. */
    int[] slots(Kind kind) {
        GivenSlots given =
                switch (kind) {
                    case YEAR -> year;
                    case MEMBERSHIP -> membership;
                    case ACTIVITY -> activity;
                    case COUNT -> count;
                    case EVENT -> event;
                    case RISE -> rise;
                    case OPTION -> option;
                    case RATE -> rate;
                    case COMPONENT -> component;
                    case ACT, LETTER -> throw new IllegalArgumentException("facts: " + kind + ". Maybe ActFacts?");
                };
        return given.slots();
    }

    CodeLists codes() {
        return codes;
    }

    GivenSlots year() {
        return year;
    }

    GivenSlots membership() {
        return membership;
    }

    GivenSlots activity() {
        return activity;
    }

    GivenSlots count() {
        return count;
    }

    GivenSlots event() {
        return event;
    }

    GivenSlots rise() {
        return rise;
    }

    GivenSlots option() {
        return option;
    }

    GivenSlots rate() {
        return rate;
    }

    GivenSlots component() {
        return component;
    }

    /** What stands for a number of acts that is not given. */
    Unknown noCount(Fact of) {
        Map<String, Unknown> known = noCounts.get(of.above().key());
        Unknown unknown = known == null ? null : known.get(of.key());
        if (unknown == null) {
            unknown = Unknown.of(of.path());
            if (known == null && noCounts.size() < MOST) {
                known = noCounts.computeIfAbsent(of.above().key(), k -> new ConcurrentHashMap<>());
            }
            if (known != null && known.size() < MOST) {
                known.put(of.key(), unknown);
            }
        }
        return unknown;
    }
}
