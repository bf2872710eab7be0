package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DcirParquetTest {
    private static final Path SHIPPED = Path.of("test-scenarios", "cohort", "dcir");

    @TempDir
    Path root;

    private static List<PractitionerYear> read(CohortRequest request) throws InputUnusable {
        List<PractitionerYear> years = new ArrayList<>();
        try (Cohort cohort = DcirCohort.open(request)) {
            cohort.forEach(years::add);
        }
        return years;
    }

    private static String csv(Path file) {
        return "read_csv('" + file + "', delim=';', header=true, all_varchar=true, ignore_errors=true,"
                + " null_padding=false)";
    }

    @Test
    void csv_and_parquet_say_the_same() throws InputUnusable, IOException {
        CohortFolder plain = new CohortFolder(root.resolve("csv"));
        CohortFolder parquet = new CohortFolder(root.resolve("parquet"));
        try (var files = Files.list(SHIPPED)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                String name = file.getFileName().toString();
                plain.with(name, Files.readAllBytes(file));
                if (name.matches("(ER|DA)_.*")) {
                    parquet.withParquet(name.replace(".csv", ".parquet"), "SELECT * FROM " + csv(file), "");
                } else {
                    parquet.with(name, Files.readAllBytes(file));
                }
            }
        }
        assertEquals(read(plain.request()), read(parquet.request()));
    }

    @Test
    void typed_columns_in_several_parts_are_read_as_what_they_are() throws InputUnusable {
        Path csv = root.resolve("csv");
        DcirFolder.Result plain =
                new DcirFolder(csv).surgeon().act(1).act(2, "BEN_RNG_GEM=2").read();
        Path in = csv.resolve("in");
        String prestations = "SELECT * REPLACE (DCT_ORD_NUM::BIGINT AS DCT_ORD_NUM, FLX_DIS_DTD::DATE AS FLX_DIS_DTD,"
                + " FLX_TRT_DTD::TIMESTAMP AS FLX_TRT_DTD, EXE_SOI_DTD::DATE AS EXE_SOI_DTD, PSE_SPE_COD::DOUBLE AS"
                + " PSE_SPE_COD, PRS_PAI_MNT::DECIMAL(9,2) AS PRS_PAI_MNT) FROM " + csv(in.resolve("ER_PRS_F.csv"));
        CohortFolder typed = new CohortFolder(root.resolve("typed"))
                .withParquet("ER_PRS_F-1.parquet", prestations + " WHERE DCT_ORD_NUM = '1'", "")
                .withParquet("ER_PRS_F-2.parquet", prestations + " WHERE DCT_ORD_NUM = '2'", "")
                .withParquet(
                        "ER_CAM_F.parquet",
                        "SELECT * FROM read_csv('" + in.resolve("ER_CAM_F.csv.gz") + "', all_varchar=true)",
                        "")
                .withParquet(
                        "DA_PRA_R.parquet",
                        "SELECT * FROM read_csv('" + in.resolve("DA_PRA_R.csv") + "', all_varchar=true)",
                        "");
        assertEquals(plain.years(), read(typed.request()));
    }

    @Test
    void money_as_floating_point_is_refused() {
        CohortFolder folder = new CohortFolder(root)
                .with("DA_PRA_R.csv", "STA_PFS_NUM,PFS_PFS_NUM,DTE_ANN_TRT,DTE_MOI_FIN\n")
                .with("ER_CAM_F.csv", "x\n")
                .withParquet("ER_PRS_F.parquet", "SELECT 1.5::DOUBLE AS PRS_PAI_MNT", "");
        InputUnusable refused = assertThrows(InputUnusable.class, () -> DcirCohort.open(folder.request()));
        assertEquals("FLOATING_POINT_COLUMN", refused.code());
    }
}
