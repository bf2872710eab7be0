package fr.optam.cohort.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * What one practitioner bills over and over: a dozen codes in fifteen to forty combinations, a few of them often.
 *
 * <p>A visit is one line or several of the same patient at the same time, with association codes.
 */
final class Repertoire {

    private static final int FEWEST_VISITS = 8;
    private static final int MOST_VISITS = 20;

    /** Association codes of the lines of a visit, 0 is none, and out of how many thousand visits. */
    private enum Kind {
        ALONE(675, 0),
        FIRST_OF_ANOTHER(80, 1),
        TWO(145, 1, 2),
        TWO_FULL(45, 1, 3),
        THREE(15, 1, 2, 2),
        FOURTH_RULE(20, 4),
        FIFTH_RULE(20, 5);

        private final int perMille;
        private final int[] associations;

        Kind(int perMille, int... associations) {
            this.perMille = perMille;
            this.associations = associations;
        }
    }

    /**
     * A visit.
     *
     * @param items lines, the main one first
     * @param emergencies of a thousand visits
     * @param c2s what is known of the patient's cover, {@link ActTable#UNKNOWN} or {@link ActTable#NO}
     * @param emergency what is known of the emergency, the same
     */
    record Visit(List<Item> items, int emergencies, byte c2s, byte emergency) {}

    private final List<Visit> visits = new ArrayList<>();
    private final int[] upTo;

    Repertoire(Subject subject, CodeBook codes, Tariffs tariffs, SplitMix64 random) {
        List<Item> known = known(subject, codes, tariffs, random);
        int count = random.between(FEWEST_VISITS, MOST_VISITS);
        upTo = new int[count];
        int total = 0;
        for (int visit = 0; visit < count; visit++) {
            total += 100_000 / (visit + 2);
            upTo[visit] = total;
            visits.add(visit(known, random));
        }
    }

    /** The codes of the practitioner, each as billed alone. */
    private static List<Item> known(Subject subject, CodeBook codes, Tariffs tariffs, SplitMix64 random) {
        boolean someSurgery = !subject.group().equals("OTHER") || random.perMille(150);
        int[] levels = {random.between(50, 90), 100, random.between(110, 150)};
        List<Item> known = new ArrayList<>();
        for (int count = random.between(6, 13); count > 0; count--) {
            Category category = category(subject, someSurgery, random);
            boolean anaesthesia = category == Category.ADA;
            CodeBook.Code code = codes.draw(anaesthesia ? Category.ADC : category, random);
            known.add(new Item(
                    code,
                    category,
                    anaesthesia ? 4 : 1,
                    anaesthesia ? CodeBook.ANAESTHESIA_LETTERS : code.allowed(),
                    0,
                    0,
                    1,
                    levels[random.weighted(20, 60, 20)],
                    tariffs.of(code, category)));
        }
        return known;
    }

    private static Category category(Subject subject, boolean someSurgery, SplitMix64 random) {
        return switch (subject.group()) {
            case "SURGERY" -> Category.ADC;
            case "GYN_OBST" -> random.perMille(450) ? Category.ADC : Category.ACO;
            case "ANAESTHESIA" -> Category.ADA;
            case "OTHER" ->
                switch (random.weighted(600, 200, 150, someSurgery ? 300 : 0)) {
                    case 0 -> Category.ATM;
                    case 1 -> Category.ADI;
                    case 2 -> Category.ADE;
                    default -> Category.ADC;
                };
            default -> random.perMille(600) ? Category.ADC : Category.ATM;
        };
    }

    private static Visit visit(List<Item> known, SplitMix64 random) {
        int drawn = random.below(1000);
        Kind kind = Kind.ALONE;
        for (Kind next : Kind.values()) {
            drawn -= next.perMille;
            if (drawn < 0) {
                kind = next;
                break;
            }
        }
        List<Item> items = new ArrayList<>();
        int code = random.below(known.size());
        for (int association : kind.associations) {
            items.add(billed(known.get(code), association, random));
            code = (code + random.between(1, 2)) % known.size();
        }
        boolean listed = (items.get(0).allowed() & Letters.U) != 0;
        return new Visit(
                items,
                random.perMille(listed ? 700 : 250) ? 220 : 0,
                random.perMille(30) ? ActTable.UNKNOWN : ActTable.NO,
                random.perMille(30) ? ActTable.UNKNOWN : ActTable.NO);
    }

    private static Item billed(Item code, int association, SplitMix64 random) {
        int habit = 0;
        for (int letter = 0; letter < Letters.ALPHABET.length(); letter++) {
            habit |= random.perMille(850) ? 1 << letter : 0;
        }
        return new Item(
                code.code(),
                code.category(),
                code.activity(),
                code.allowed(),
                habit,
                association,
                random.perMille(20) ? 2 : 1,
                code.level(),
                code.tariffs());
    }

    /** One of the visits, the first ones often. */
    Visit draw(SplitMix64 random) {
        int drawn = random.below(upTo[upTo.length - 1]);
        int visit = 0;
        while (drawn >= upTo[visit]) {
            visit++;
        }
        return visits.get(visit);
    }

    /** An item whose act list allows exactly these letters; {@code null} if there is none. */
    CodeBook.Code surgical(int letters) {
        for (Visit visit : visits) {
            for (Item item : visit.items()) {
                if (item.category() == Category.ADC && item.allowed() == letters) {
                    return item.code();
                }
            }
        }
        return null;
    }
}
