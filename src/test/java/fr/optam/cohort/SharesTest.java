package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.Share.Common;
import fr.optam.cohort.Share.ShareFile;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cohort that is read in shares is the cohort that is read at once, its rejected rows and counts too. */
class SharesTest {
    private static final String HEAD = "practitioner_id,act_id,on,code,activity,modifiers,base_tariff,fee_charged\n";

    @TempDir
    Path root;

    private Path at(String name) {
        return root.resolve(name);
    }

    private CohortRequest request(Path input, String name) throws IOException {
        Path folder = Files.createDirectories(at(name));
        CohortRequest plain = new CohortFolder(root).request();
        return new CohortRequest(
                input,
                plain.year(),
                folder.resolve("work"),
                folder.resolve("rejected.csv"),
                plain.referenceYears(),
                128,
                1,
                ReadingProgress.NONE);
    }

    /** Every kind of defect that is said of a row, of all rows of a practitioner, and of a key, in all formats. */
    private CohortFolder messy() {
        return new CohortFolder(root)
                .with(
                        "practitioners.csv",
                        "practitioner_id,specialty,request_option,request_on\np1,04,,\np2,4,,\np3,04,OPTAM,2025-03-01\n"
                                + "p4,04,,\np4,05,,\np5,04,,\np5,04,,\n\"p 6\",04,,\np7,01,,\np8\np9,01,,\n")
                .with(
                        "memberships.csv",
                        "practitioner_id,option,from,to\np1,OPTAM,2020-01-01,\np1,OPTAM,2020-01-01,\n"
                                + "p7,OPTAM,2024-01-01,2023-01-01\np9,OPTAM,2017-01-01,2019-01-01\nstranger,OPTAM,2020-01-01,\n")
                .with(
                        "activity.csv.gz",
                        "practitioner_id,year,acts_aco,overruns\np3,2024,10,12.50\np3,2014,5,1.00\n"
                                + "p3,2018,5,1.00\np1,2025,7,3.00\np1,2025,8,3.00\np9,2025,1,1.999\n")
                .with("events.csv", "practitioner_id,type,on\np9,TERMINATION_NOTIFIED,2025-02-30\np9,oops,2025-02-01\n")
                .with(
                        "acts-1.csv",
                        HEAD + "p1,a,2025-02-01,HHFA016,1,KJ,200.5,240\np1,a,2025-02-01,HHFA016,1,KJ,200.5,240\n"
                                + "p3,a,2025-02-01,HHFA016,1,,100,120\np3,a,2025-02-01,HHFA016,1,,100,121\n"
                                + "p9,\"x\ny\",2025-02-01,HHFA016,1,,1,1\np9,b,2025-02-01,HHFA016,1,,1.005,1\n,c,2025-02-01,,,,,\n"
                                + "p7,z,2025-02-01,HHFA016,1\nnobody,z,2025-02-01,HHFA016,1,,1,1\np5,old,2001-02-01,HHFA016,1,,1,1\n")
                .withParquet(
                        "acts-2.parquet",
                        "SELECT 'p' || (i % 10) AS practitioner_id, 'q' || (i % 2990) AS act_id, DATE '2025-01-01' +"
                                + " (i % 300)::INT AS \"on\", CASE i WHEN 7 THEN 'BAD' ELSE 'HHFA016' END AS code, '1' AS"
                                + " activity, '' AS modifiers, (i % 90)::DECIMAL(9,2) AS base_tariff, 100.50::DECIMAL(9,2)"
                                + " AS fee_charged FROM range(3000) t(i)",
                        ", ROW_GROUP_SIZE 2048");
    }

    private record Whole(List<PractitionerYear> years, String rejected, CohortSummary summary) {}

    private Whole shared(Path input, int size) throws IOException, InputUnusable {
        CohortRequest driver = request(input, "driver");
        NeutralShares.Listing listing = NeutralShares.list(driver);
        List<String> warnings = new ArrayList<>(listing.warnings());
        Map<Integer, Long> read = new TreeMap<>();
        Map<Integer, List<Long>> groups = new TreeMap<>();
        List<List<Path>> rows = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        try (NeutralShares practitioners = NeutralShares.read(driver, listing.practitioners())) {
            List<String> ids = practitioners.ids();
            for (int i = 0; i < ids.size(); i += size) {
                firsts.add(ids.get(i));
                rows.add(new ArrayList<>());
            }
            take(practitioners, firsts, at("from-0"), warnings, read, groups);
        }
        for (ShareFile file : listing.others()) {
            String name = "from-" + file.rank();
            try (NeutralShares one = NeutralShares.read(request(input, name + "-work"), List.of(file))) {
                take(one, firsts, at(name), warnings, read, groups);
            }
        }
        Common common = new Common(listing.files(), listing.kinds(), groups, false);
        List<PractitionerYear> years = new ArrayList<>();
        List<CohortSummary> summaries = new ArrayList<>();
        List<Path> rejected = new ArrayList<>();
        for (int share = 0; share < firsts.size(); share++) {
            try (Cohort cohort = Share.open(request(input, "share-" + share), common, at("rows-" + share))) {
                cohort.forEach(years::add);
                summaries.add(cohort.summary());
                rejected.add(at("rejected-" + share + ".parquet"));
                Share.rejected(cohort, rejected.get(share));
            }
        }
        CohortSummary summary = GatheredShares.of(driver, listing.files(), read, warnings, summaries, rejected);
        return new Whole(years, Files.readString(driver.rejected()), summary);
    }

    private void take(
            NeutralShares shares,
            List<String> firsts,
            Path target,
            List<String> warnings,
            Map<Integer, Long> read,
            Map<Integer, List<Long>> groups)
            throws IOException {
        warnings.addAll(shares.warnings());
        read.putAll(shares.rows());
        groups.putAll(shares.groups());
        for (Map.Entry<Integer, List<Path>> share : shares.write(firsts, target).entrySet()) {
            for (Path file : share.getValue()) {
                Path folder = at("rows-" + share.getKey())
                        .resolve(target.relativize(file).getName(0).toString());
                Files.createDirectories(folder);
                Files.copy(file, folder.resolve(target.getFileName() + "-" + file.getFileName()));
            }
        }
    }

    @Test
    void shares_of_one_and_of_two_practitioners_are_the_whole_cohort() throws Exception {
        CohortFolder folder = messy();
        Whole whole = new Whole(folder.years(), folder.rejectedFile(), folder.summary());
        assertEquals(
                List.of("p1", "p3", "p5", "p7", "p9"),
                whole.years().stream().map(year -> year.practitioner().id()).toList());
        assertTrue(whole.rejected().contains("acts-2.parquet,2:"), whole.rejected());
        for (int size : List.of(1, 2)) {
            Path again = Files.createDirectories(at("size-" + size));
            SharesTest other = new SharesTest();
            other.root = again;
            Whole parts = other.shared(folder.input(), size);
            assertEquals(whole.rejected(), parts.rejected());
            assertEquals(whole.summary(), parts.summary());
            assertEquals(whole.years(), parts.years());
        }
        assertFalse(Files.exists(root.resolve("work")), "the work folder is gone");
    }

    @Test
    void rows_that_came_twice_or_never_are_no_cohort() throws Exception {
        CohortFolder folder = new CohortFolder(root)
                .with("practitioners.csv", CohortFolder.ONE)
                .with("acts.csv", HEAD + "p1,a,2025-02-01,HHFA016,1,KJ,200.5,240\n");
        CohortRequest driver = request(folder.input(), "driver");
        NeutralShares.Listing listing = NeutralShares.list(driver);
        CohortSummary once = folder.summary();
        assertEquals(once, gathered(driver, listing, List.of(once)));
        assertThrows(IllegalStateException.class, () -> gathered(driver, listing, List.of(once, once)));
        assertThrows(IllegalStateException.class, () -> gathered(driver, listing, List.of()));
    }

    private static CohortSummary gathered(
            CohortRequest driver, NeutralShares.Listing listing, List<CohortSummary> shares) throws InputUnusable {
        return GatheredShares.of(driver, listing.files(), Map.of(1, 1L, 2, 1L), List.of(), shares, List.of());
    }
}
