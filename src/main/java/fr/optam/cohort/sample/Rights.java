package fr.optam.cohort.sample;

/** Which letters a drawn practitioner may bill on each day of the year, so that faults are planted knowingly. */
final class Rights {

    private static final byte NONE = 0;
    private static final byte OPTAM = 1;
    private static final byte SECOND = 2;

    private final Subject subject;
    private final byte[] option;
    private final boolean sector1;
    private final int first;

    Rights(Subject subject, Days days) {
        this.subject = subject;
        sector1 = subject.sector().equals("1");
        option = new byte[days.count()];
        first = subject.installed().getYear() == days.date(0).getYear()
                ? subject.installed().getDayOfYear() - 1
                : 0;
        for (Subject.Stay stay : subject.stays()) {
            byte code = stay.option().equals("OPTAM") ? OPTAM : SECOND;
            for (int day = 0; day < option.length; day++) {
                if (new SampleTables.Span(stay.from(), stay.to()).holds(days.date(day))) {
                    option[day] = code;
                }
            }
        }
    }

    /** First day of practice in the year. */
    int first() {
        return first;
    }

    boolean optam(int day) {
        return option[day] == OPTAM;
    }

    boolean second(int day) {
        return option[day] == SECOND;
    }

    boolean none(int day) {
        return option[day] == NONE;
    }

    boolean k(int day) {
        return subject.surgicalTariffs() && (sector1 || subject.freeFees() && second(day));
    }

    boolean t(int day) {
        return subject.surgicalTariffs() && subject.freeFees() && optam(day);
    }

    /** K is open for patients under C2S or in an emergency, without overrun. */
    boolean derogation(int day) {
        return subject.surgicalTariffs() && subject.freeFees() && !second(day);
    }

    boolean three(int day, boolean opposableCase) {
        if (second(day)) {
            return sector1 || subject.freeFees();
        }
        return subject.freeFees() && opposableCase
                || sector1 && subject.specialty().tariffGroup().equals("ANAESTHESIA");
    }

    /** Letter 3 is worth its sector-1 value. */
    boolean sector1Three(int day) {
        return sector1 && !second(day);
    }
}
