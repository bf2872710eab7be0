package fr.optam.cohort.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One drawn practitioner, before any act.
 *
 * @param number 1 and up
 * @param sector {@code 1}, {@code 1DP}, {@code 2} or {@code NONE}
 * @param specialty with its groups
 * @param installed first day of private practice
 * @param titles holds the titles of sector 2
 * @param department with its region
 * @param option option of a member in the year; {@code ""} is no member
 * @param stays memberships, in order
 * @param request request made in the year
 * @param income cents a year
 */
record Subject(
        int number,
        String sector,
        SampleTables.Specialty specialty,
        LocalDate installed,
        boolean titles,
        SampleTables.Department department,
        String option,
        List<Stay> stays,
        Optional<Ask> request,
        long income) {

    /** A membership, both ends included; an empty end is open. */
    record Stay(String option, LocalDate from, Optional<LocalDate> to) {}

    /** A request to join. */
    record Ask(String option, LocalDate on) {}

    /** The same with other memberships and no request. */
    Subject with(String other, List<Stay> others) {
        return new Subject(
                number, sector, specialty, installed, titles, department, other, others, Optional.empty(), income);
    }

    boolean member() {
        return !option.isEmpty();
    }

    boolean optam() {
        return option.equals("OPTAM");
    }

    /** Says whether the practitioner may charge overruns as a member or not: sector 2 and the permanent right. */
    boolean freeFees() {
        return sector.equals("2") || sector.equals("1DP");
    }

    String group() {
        return specialty.optionGroup();
    }

    boolean surgicalTariffs() {
        return specialty.tariffGroup().equals("SURGERY_GYN_OBST");
    }
}
