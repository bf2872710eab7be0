package fr.optam.engine;

import fr.optam.fact.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.fact.flat.Letter;
import fr.optam.fact.flat.Unknown;
import fr.optam.fact.flat.Year;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Lays acts and their letters out as flat facts: there are many, so where their fields lie is found once a rulebook. */
final class ActFacts {
    /** Given fields of an act. */
    static final List<String> ACT = List.of(
            "act",
            "lines",
            "on",
            "actYear",
            "code",
            "at",
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
            "allowedModifiers");

    /** Given fields of a letter. */
    static final List<String> LETTER = List.of("letter", "repeats", "variant", "allowed");

    private static final int CERTAIN = 5;
    private static final Unknown[] ABSENT = absent();
    private static final String[] LETTERS = letters();

    private final Layout act;
    private final Layout letter;
    private final int[] actSlots;
    private final int[] letterSlots;
    private final String[] optionLetters;

    ActFacts(CodeLists codes) {
        this.act = codes.rulebook().dictionary().layout(Kind.ACT);
        this.letter = codes.rulebook().dictionary().layout(Kind.LETTER);
        this.actSlots = ACT.stream().mapToInt(act::indexOf).toArray();
        this.letterSlots = LETTER.stream().mapToInt(letter::indexOf).toArray();
        this.optionLetters = codes.optionLetters().toArray(String[]::new);
    }

    private static Unknown[] absent() {
        Unknown[] absent = new Unknown[ACT.size()];
        for (int i = CERTAIN; i < absent.length; i++) {
            String name = ACT.get(i);
            absent[i] = Unknown.of(Unknown.OWN_ACT + "."
                    + (name.equals("statedCategory") ? "category" : name.equals("letterCount") ? "modifiers" : name));
        }
        return absent;
    }

    private static String[] letters() {
        String[] letters = new String[Byte.MAX_VALUE + 1];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = String.valueOf((char) i);
        }
        return letters;
    }

    /** Adds acts with their letters to a practitioner-year. */
    void addAll(List<Act> all, Year year) {
        all.forEach(a -> add(a, year));
    }

    /** Adds an act with its letters to a practitioner-year. */
    void add(Act a, Year year) {
        fr.optam.fact.flat.Act fact =
                new fr.optam.fact.flat.Act(act, year, a.ids().get(0), a.lines());
        for (int i = 0; i < actSlots.length; i++) {
            put(fact, i, given(a, i));
        }
        letters(a.modifiers().orElse(""), a.allowedModifiers(), fact);
    }

    /** What an act has in one of the fields of {@link #ACT}; null if it is not known. */
    static Object given(Act a, int field) {
        return switch (field) {
            case 0 -> a.ids().get(0);
            case 1 -> BigDecimal.valueOf(a.lines());
            case 2 -> a.on();
            case 3 -> BigDecimal.valueOf(a.on().getYear());
            case 4 -> a.code();
            case 5 -> a.at().isPresent() ? minutes(a.at().get()) : null;
            case 6 -> a.activity().orElse(null);
            case 7 -> a.category().orElse(null);
            case 8 -> a.association().orElse(null);
            case 9 -> a.quantity().isPresent() ? BigDecimal.valueOf(a.quantity().get()) : null;
            case 10 -> a.baseTariff().orElse(null);
            case 11 -> a.baseTariffWithoutOption().orElse(null);
            case 12 -> a.feeCharged().orElse(null);
            case 13 -> a.c2s().orElse(null);
            case 14 -> a.emergency().orElse(null);
            case 15 -> a.modifiers().orElse(null);
            case 16 ->
                a.modifiers().isPresent()
                        ? BigDecimal.valueOf(a.modifiers().get().length())
                        : null;
            default -> a.allowedModifiers().orElse(null);
        };
    }

    /** Layout of acts. */
    Layout act() {
        return act;
    }

    /** Letters of the option, of which an act has those that are allowed to it. */
    String[] optionLetters() {
        return optionLetters;
    }

    private static String minutes(LocalTime at) {
        return at.toString().substring(0, 5);
    }

    private void put(Fact fact, int field, Object value) {
        Object given = value == null ? ABSENT[field] : value;
        if (actSlots[field] < 0) {
            fact.put(ACT.get(field), given, null);
        }
        fact.putAt(actSlots[field], given, null);
    }

    private void letters(String billed, Optional<String> allowed, fr.optam.fact.flat.Act of) {
        for (int i = 0; i < billed.length(); i++) {
            int start = i;
            while (i + 1 < billed.length() && billed.charAt(i + 1) == billed.charAt(start)) {
                i++;
            }
            letter(allowed, of, name(billed.charAt(start)), i - start + 1, FactTree.BILLED);
        }
        if (allowed.isPresent()) {
            for (String option : optionLetters) {
                if (allowed.get().contains(option)) {
                    letter(allowed, of, option, 1, FactTree.WITHOUT_OPTION);
                }
            }
        }
    }

    private static String name(char letter) {
        return letter < LETTERS.length ? LETTERS[letter] : String.valueOf(letter);
    }

    private void letter(Optional<String> allowed, fr.optam.fact.flat.Act of, String name, int repeats, String variant) {
        Fact fact = new Letter(letter, of, ":" + name + ":" + variant);
        put(fact, "letter", 0, name);
        put(fact, "repeats", 1, BigDecimal.valueOf(repeats));
        put(fact, "variant", 2, variant);
        put(fact, "allowed", 3, allowed.isPresent() ? (Object) allowed.get().contains(name) : ABSENT[ACT.size() - 1]);
    }

    private void put(Fact fact, String name, int field, Object value) {
        if (letterSlots[field] < 0) {
            fact.put(name, value, null);
        }
        fact.putAt(letterSlots[field], value, null);
    }
}
