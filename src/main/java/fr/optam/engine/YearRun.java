package fr.optam.engine;

import fr.optam.fact.flat.Fact;

/** The facts of one practitioner-year, acts apart, on their way through the stages, with a number for each value. */
final class YearRun {
    private final YearFrame frame;
    private final Fact[] facts;
    private final int[] numbers;
    private final int[] fine;

    /** @param facts of which only given fields have values yet */
    YearRun(YearFrame frame, Fact[] facts) {
        this.frame = frame;
        this.facts = facts;
        this.numbers = new int[frame.size()];
        this.fine = new int[numbers.length];
        for (int i = 0; i < facts.length; i++) {
            for (int slot : frame.plan().given(facts[i].kind())) {
                int address = frame.address(i, slot);
                numbers[address] = frame.classesAt(address).of(facts[i].own(slot), facts[i].ownOrigin(slot));
            }
        }
    }

    YearFrame frame() {
        return frame;
    }

    int size() {
        return facts.length;
    }

    Fact fact(int number) {
        return facts[number];
    }

    /** Number of the value at an address. */
    int number(int address) {
        return numbers[address];
    }

    /** A number that stands for the value at an address alone; negative if it has none. */
    int fine(int address) {
        int number = numbers[address];
        if (number == Classes.NONE) {
            return number;
        }
        int known = fine[address];
        if (known == 0) {
            Fact fact = facts[frame.factAt(address)];
            int slot = frame.slotAt(address);
            known = Classes.isExact(number)
                    ? number
                    : Classes.graded(frame.classesAt(address).fine(fact.own(slot), Classes.MANY), fact.ownOrigin(slot));
            fine[address] = known;
        }
        return known;
    }

    /** Gives a field its value, whose numbers are known. */
    void put(int fact, int slot, int address, Classes.Numbered value, Object origin) {
        facts[fact].putAt(slot, value.value(), origin);
        numbers[address] = Classes.graded(value.plain(), origin);
        fine[address] = Classes.graded(value.fine(), origin);
    }

    /** Gives a field its value. */
    void put(int fact, int slot, int address, Object value, Object origin) {
        facts[fact].putAt(slot, value, origin);
        numbers[address] = frame.classesAt(address).of(value, origin);
        fine[address] = 0;
    }

    /** Numbers the value of a field again. */
    void renumber(Fact fact, int slot) {
        int address = frame.address(frame.number(fact), slot);
        numbers[address] = frame.classesAt(address).of(fact.own(slot), fact.ownOrigin(slot));
        fine[address] = 0;
    }
}
