package fr.optam.bench.rivals;

import fr.optam.fact.flat.Fact;
import java.util.List;

/**
 * One table asked about one fact, in the plainest form that every engine can read: a bean of codes, lists of codes and
 * whole numbers (days since 1970, minutes of a day). Which field of the table lies where, {@link Form} says.
 */
public final class Question {
    /** Places for codes. */
    static final int CODES = 8;

    /** Places for lists of codes. */
    static final int LISTS = 3;

    /** Places for numbers. */
    static final int NUMBERS = 3;

    private final int no;
    private final int table;
    private final Fact fact;
    final String[] codes = new String[CODES];
    final List<String>[] lists;
    final int[] numbers = new int[NUMBERS];

    /**
     * @param no its number in the decision
     * @param table number of the table
     * @param fact the same as our engine reads it
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Question(int no, int table, Fact fact) {
        this.no = no;
        this.table = table;
        this.fact = fact;
        this.lists = new List[LISTS];
        java.util.Arrays.fill(lists, List.of());
    }

    /** Its number in the decision. */
    public int getNo() {
        return no;
    }

    /** Number of the table that is asked. */
    public int getTable() {
        return table;
    }

    Fact fact() {
        return fact;
    }

    /** A code. */
    public String getC1() {
        return codes[0];
    }

    /** A code. */
    public String getC2() {
        return codes[1];
    }

    /** A code. */
    public String getC3() {
        return codes[2];
    }

    /** A code. */
    public String getC4() {
        return codes[3];
    }

    /** A code. */
    public String getC5() {
        return codes[4];
    }

    /** A code. */
    public String getC6() {
        return codes[5];
    }

    /** A code. */
    public String getC7() {
        return codes[6];
    }

    /** A code. */
    public String getC8() {
        return codes[7];
    }

    /** Codes. */
    public List<String> getL1() {
        return lists[0];
    }

    /** Codes. */
    public List<String> getL2() {
        return lists[1];
    }

    /** Codes. */
    public List<String> getL3() {
        return lists[2];
    }

    /** Whether the first list holds one of some codes: for an engine whose own words do not say it. */
    public boolean any1(String[] wanted) {
        return any(lists[0], wanted);
    }

    /** The same of the second list. */
    public boolean any2(String[] wanted) {
        return any(lists[1], wanted);
    }

    /** The same of the third list. */
    public boolean any3(String[] wanted) {
        return any(lists[2], wanted);
    }

    private static boolean any(List<String> held, String[] wanted) {
        for (String code : wanted) {
            if (held.contains(code)) {
                return true;
            }
        }
        return false;
    }

    /** A number. */
    public int getN1() {
        return numbers[0];
    }

    /** A number. */
    public int getN2() {
        return numbers[1];
    }

    /** A number. */
    public int getN3() {
        return numbers[2];
    }
}
