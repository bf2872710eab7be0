package fr.optam.cohort.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Step 22 of the recipe for the warehouse layout: defective rows beside the good ones, which stay as they are. */
final class DcirBadRows {

    private static final List<String> KINDS = List.of(
            "ER_PRS_F.ROW_MALFORMED",
            "ER_PRS_F.ROW_NOT_UTF8",
            "ER_PRS_F.VALUE_MISSING",
            "ER_PRS_F.VALUE_NOT_A_DATE",
            "ER_PRS_F.VALUE_NOT_A_NUMBER",
            "ER_PRS_F.DCIR_KEY_DUPLICATE",
            "ER_PRS_F.DCIR_PRACTICE_UNKNOWN",
            "ER_CAM_F.DCIR_CAM_WITHOUT_PRS",
            "ER_CAM_F.DCIR_NEGATIVE_BALANCE",
            "memberships.DATE_ORDER");

    private final DcirExtra extra;
    private final DcirLines lines;
    private final PersonRows persons;
    private final BadRowTurn turn;

    DcirBadRows(SampleRequest request, int begun, DcirExtra extra, DcirLines lines, PersonRows persons, Tally tally) {
        this.extra = extra;
        this.lines = lines;
        this.persons = persons;
        turn = new BadRowTurn(request, KINDS, begun, tally);
    }

    SplitMix64 random(int practitioner) {
        return turn.random(practitioner);
    }

    boolean next(SplitMix64 random) {
        return turn.next(random);
    }

    void plant(DcirPerson person, int act, int order) throws IOException {
        Map<String, String> row = extra.row(person, act, order);
        row.put("FLX_EMT_TYP", "3");
        switch (turn.kind()) {
            case "ER_PRS_F.ROW_MALFORMED" -> lines.prestations().raw(Days.ascii(person.number() + ",x"));
            case "ER_PRS_F.ROW_NOT_UTF8" -> {
                row.put("BEN_NIR_PSA", "\u00e9\u0028");
                lines.prestations().raw(String.join(",", row.values()).getBytes(StandardCharsets.ISO_8859_1));
            }
            case "ER_PRS_F.VALUE_MISSING" -> with(row, "EXE_SOI_DTD", "");
            case "ER_PRS_F.VALUE_NOT_A_DATE" -> with(row, "EXE_SOI_DTD", "2025-02-30");
            case "ER_PRS_F.VALUE_NOT_A_NUMBER" -> with(row, "PRS_PAI_MNT", "100.00EUR");
            case "ER_PRS_F.DCIR_KEY_DUPLICATE" -> duplicate(row);
            case "ER_PRS_F.DCIR_PRACTICE_UNKNOWN" -> with(row, "PFS_EXE_NUM", "991ZZZZZ");
            case "ER_CAM_F.DCIR_CAM_WITHOUT_PRS" -> extra.coding(row);
            case "ER_CAM_F.DCIR_NEGATIVE_BALANCE" -> {
                row.put("PRS_ACT_QTE", "-1");
                row.put("BSE_REM_BSE", "0.00");
                with(row, "PRS_PAI_MNT", "0.00");
                extra.coding(row);
            }
            default ->
                persons.membershipAsIs(
                        Days.ascii(DcirIds.main(person.number()) + ",OPTAM,2019-05-01,2019-04-30,0.4000,0.3500"));
        }
        turn.done(1);
    }

    /** A supplement line, left out by the layout, and a copy of it. */
    private void duplicate(Map<String, String> row) throws IOException {
        row.put("CPL_MAJ_TOP", "2");
        extra.prestation(row);
        extra.prestation(row);
        turn.alsoExcluded("ER_PRS_F.DCIR_SUPPLEMENT_LINE");
    }

    private void with(Map<String, String> row, String column, String value) throws IOException {
        row.put(column, value);
        extra.prestation(row);
    }
}
