package fr.optam.cohort.sample;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Prestation lines that the layout's own rules leave out, and lines that are defective. */
final class DcirExtra {

    /** A line that is sound and out of scope, with what makes it so. */
    enum Excluded {
        DCIR_FOR_INFORMATION(Map.of("DPN_QLF", "71")),
        DCIR_NOT_PRIVATE_PRACTICE(Map.of("PSE_STJ_COD", "61")),
        DCIR_OTHER_PROFESSION(Map.of("PSE_SPE_COD", "0", "PSE_ACT_NAT", "26")),
        DCIR_EMPLOYEE_ACT(Map.of()),
        DCIR_SUPPLEMENT_LINE(Map.of("CPL_MAJ_TOP", "2", "BSE_REM_BSE", "3.00", "PRS_PAI_MNT", "3.00")),
        DCIR_FLAT_CONTRIBUTION(Map.of(
                "CPL_MAJ_TOP",
                "2",
                "CPL_AFF_COD",
                "16",
                "BSE_REM_BSE",
                "0.00",
                "CPL_REM_BSE",
                "-1.00",
                "PRS_PAI_MNT",
                "0.00")),
        DCIR_PAID_TOO_LATE(Map.of());

        private final Map<String, String> columns;

        Excluded(Map<String, String> columns) {
            this.columns = columns;
        }
    }

    private final int year;
    private final DcirLines lines;

    DcirExtra(int year, DcirLines lines) {
        this.year = year;
        this.lines = lines;
    }

    void excluded(DcirPerson person, Excluded kind, int act, int order) throws IOException {
        Map<String, String> row = row(person, act, order);
        row.putAll(kind.columns);
        if (kind == Excluded.DCIR_EMPLOYEE_ACT) {
            row.put("PSE_SPE_COD", person.specialty().equals("01") ? "04" : "01");
        }
        if (kind == Excluded.DCIR_PAID_TOO_LATE) {
            row.put("FLX_TRT_DTD", year + 1 + "-04-15");
            row.put("FLX_DIS_DTD", year + 1 + "-05-01");
        }
        prestation(row);
        if (kind == Excluded.DCIR_FOR_INFORMATION) {
            coding(row);
        }
    }

    /** Columns of a plain act of 100 euros without overrun, by name, in order. */
    Map<String, String> row(DcirPerson person, int act, int order) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("DCT_ORD_NUM", Integer.toString(person.number()));
        row.put("FLX_DIS_DTD", year + "-05-01");
        row.put("FLX_EMT_NUM", "1");
        row.put("FLX_EMT_ORD", "1");
        row.put("FLX_EMT_TYP", "2");
        row.put("FLX_TRT_DTD", year + "-04-15");
        row.put("ORG_CLE_NUM", "01C999999");
        row.put("PRS_ORD_NUM", Integer.toString(order));
        row.put("REM_TYP_AFF", "0");
        row.put("PFS_EXE_NUM", DcirIds.main(person.number()));
        row.put("EXE_SOI_DTD", year + "-03-03");
        row.put("PSE_SPE_COD", person.specialty());
        row.put("PSE_CNV_COD", Integer.toString(person.convention()));
        row.put("PSE_ACT_NAT", "0");
        row.put("PSE_STJ_COD", "51");
        row.put("PRS_CRD_OPT", "9");
        row.put("BSE_PRS_NAT", "1321");
        row.put("PRS_ACT_QTE", "1");
        row.put("PRS_PAI_MNT", "100.00");
        row.put("PRS_DEP_MNT", "0.00");
        row.put("BSE_REM_BSE", "100.00");
        row.put("CPL_REM_BSE", "0.00");
        row.put("PRS_OPS_TRF", "1");
        for (String empty : new String[] {"DPN_QLF", "PRS_DPN_QLP"}) {
            row.put(empty, "");
        }
        row.put("CPL_MAJ_TOP", "0");
        for (String empty : new String[] {"CPL_AFF_COD", "BEN_CMU_TOP", "BEN_CTA_TYP", "EXE_CTX_BEN"}) {
            row.put(empty, "");
        }
        row.put("BEN_NIR_PSA", "X" + (person.number() * 100_000L + act));
        row.put("BEN_RNG_GEM", "1");
        return row;
    }

    void prestation(Map<String, String> row) throws IOException {
        lines.prestations().raw(Days.ascii(String.join(",", row.values())));
    }

    /** A coding with the keys of a prestation row. */
    void coding(Map<String, String> row) throws IOException {
        StringJoiner joined = new StringJoiner(",");
        row.values().stream().limit(9).forEach(joined::add);
        lines.codings().raw(Days.ascii(joined + ",1,HHFA016,1,0,,,100.00,100.00,000,,,,"));
    }
}
