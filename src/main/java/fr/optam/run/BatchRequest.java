package fr.optam.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A cohort to decide.
 *
 * @param input folder of the input files
 * @param layout {@code neutral} or {@code dcir}
 * @param year civil year that is decided
 * @param paidUntil last day of payment that is read, for {@code dcir}; empty for the usual one
 * @param referenceYears reference years of that year, whose rows are read as well
 * @param out the run directory
 * @param resume goes on with a run that was cut off
 * @param threads threads that decide, at least 1
 * @param memoryMegabytes memory that the reading may use beside the heap, MB
 * @param lang language of the summary, {@code fr} or {@code en}
 * @param engine version of the engine
 * @param signer key of the operator
 * @param look second look at decisions
 */
public record BatchRequest(
        Path input,
        String layout,
        int year,
        Optional<LocalDate> paidUntil,
        Set<Integer> referenceYears,
        Path out,
        boolean resume,
        int threads,
        int memoryMegabytes,
        String lang,
        String engine,
        Seal.Signer signer,
        SecondLook look) {}
