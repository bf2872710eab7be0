package fr.optam.compare.impact;

/** Adds up what changes in a group. */
final class Tally {
    private long practitioners;
    private long changed;
    private long answers;
    private long lines;
    private long gaining;
    private long losing;
    private long gain;
    private long loss;

    /** A practitioner of the group, changed or not. */
    void practitioner() {
        practitioners++;
    }

    /** What changes of one practitioner within the group. */
    void add(Part part) {
        changed++;
        answers += part.answers;
        lines += part.lines;
        if (part.balance > 0) {
            gaining++;
            gain += part.balance;
        } else if (part.balance < 0) {
            losing++;
            loss += part.balance;
        }
    }

    /** The figures of a group of practitioners. */
    Figures ofPractitioners() {
        return new Figures(practitioners, changed, answers, lines, gaining, losing, gain, loss);
    }

    /** The figures of a group of changed answers. */
    Figures ofAnswers() {
        return new Figures(changed, changed, answers, lines, gaining, losing, gain, loss);
    }

    /** What changes of one practitioner within a group. */
    static final class Part {
        private long answers;
        private long lines;
        private long balance;

        /** @param cents what the answer is worth in this group */
        Part add(long newAnswers, long newLines, long cents) {
            answers += newAnswers;
            lines += newLines;
            balance += cents;
            return this;
        }
    }
}
