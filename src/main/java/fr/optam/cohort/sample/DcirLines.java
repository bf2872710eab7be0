package fr.optam.cohort.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * Writes prestation and coding lines, joined by the nine keys, and the side file that says which were emergencies.
 *
 * <p>The side file has the acts that carry a letter: only a letter's right asks for it.
 */
final class DcirLines {

    private static final String KEYS = "DCT_ORD_NUM,FLX_DIS_DTD,FLX_EMT_NUM,FLX_EMT_ORD,FLX_EMT_TYP,FLX_TRT_DTD,"
            + "ORG_CLE_NUM,PRS_ORD_NUM,REM_TYP_AFF";
    private static final int FLOW_DAYS = 60;
    /** What a letter adds is given before the reduction of an association, which has columns of its own. */
    private static final int NO_ASSOCIATION = 0;

    private static final byte[] FUND = Days.ascii("01C999999");
    private static final byte[] EMPTY = {};
    private static final byte[] YES = Days.ascii("true");
    private static final byte[] NO = Days.ascii("false");
    private static final byte[][] C2S = {Days.ascii("0003"), Days.ascii("0002"), EMPTY};
    private static final byte[][] C2S_TOP = {{'0'}, {'1'}, EMPTY};

    private final Prices prices;
    private final Days days;
    private final byte[][] flow;
    private final byte[][] available;
    private final Rows prestations;
    private final Rows codings;
    private final Rows emergencies;

    DcirLines(Output output, Prices prices, Days days) throws IOException {
        this.prices = prices;
        this.days = days;
        LocalDate first = days.date(0);
        flow = IntStream.range(0, days.count() + FLOW_DAYS)
                .mapToObj(day -> Days.ascii(first.plusDays(day).toString()))
                .toArray(byte[][]::new);
        available = IntStream.range(0, days.count() + FLOW_DAYS)
                .mapToObj(day -> Days.ascii(
                        first.plusDays(day).plusMonths(1).withDayOfMonth(1).toString()))
                .toArray(byte[][]::new);
        prestations = output.rows(
                "ER_PRS_F",
                KEYS + ",PFS_EXE_NUM,EXE_SOI_DTD,PSE_SPE_COD,PSE_CNV_COD,PSE_ACT_NAT,PSE_STJ_COD,PRS_CRD_OPT,"
                        + "BSE_PRS_NAT,PRS_ACT_QTE,PRS_PAI_MNT,PRS_DEP_MNT,BSE_REM_BSE,CPL_REM_BSE,PRS_OPS_TRF,"
                        + "DPN_QLF,PRS_DPN_QLP,CPL_MAJ_TOP,CPL_AFF_COD,BEN_CMU_TOP,BEN_CTA_TYP,EXE_CTX_BEN,"
                        + "BEN_NIR_PSA,BEN_RNG_GEM");
        codings = output.rows(
                "ER_CAM_F",
                KEYS + ",CAM_ORD_NUM,CAM_PRS_IDE,CAM_ACT_COD,CAM_TRT_PHA,CAM_MOD_COD,CAM_ASS_COD,CAM_ACT_PRU,"
                        + "CAM_REM_BSE,CAM_GRI_TAR,CAM_MM1_MNT,CAM_MM2_MNT,CAM_MM3_MNT,CAM_MM4_MNT");
        emergencies = output.rows("acts", KEYS + ",emergency");
    }

    Rows prestations() {
        return prestations;
    }

    Rows codings() {
        return codings;
    }

    /**
     * Writes an act with its coding, and whether it was an emergency.
     *
     * @param order line number of the practitioner, part of the keys
     * @param sign 1, or -1 for the copy that cancels
     * @param fee cents of this line, without sign
     */
    void act(DcirPerson person, Drawn drawn, ActTable acts, int act, int order, int sign, long fee) throws IOException {
        int day = acts.day[act];
        long base = acts.price[act] / acts.quantity[act];
        keys(prestations, person, day, order);
        prestations
                .add(person.practice(act))
                .add(days.iso(day))
                .add(person.specialty())
                .add(person.convention());
        prestations
                .add(0)
                .add(51)
                .add(person.option(day))
                .add(acts.category[act].nature())
                .add(sign);
        prestations
                .cents(sign * fee)
                .cents(sign * (fee - base))
                .cents(sign * base)
                .cents(0);
        prestations.add(fee == base ? 1 : 2).none().none().add(0).none();
        int c2s = drawn.known(Fact.C2S) ? acts.c2s[act] : ActTable.UNKNOWN;
        prestations
                .add(C2S_TOP[c2s])
                .none()
                .add(C2S[c2s])
                .add('P', person.number() * 100_000L + act)
                .add(1)
                .end();
        coding(person, drawn, acts, act, order, sign);
        if (acts.letters[act] != 0 && acts.emergency[act] != ActTable.UNKNOWN && drawn.known(Fact.EMERGENCY)) {
            keys(emergencies, person, day, order);
            emergencies.add(acts.emergency[act] == ActTable.YES ? YES : NO).end();
        }
    }

    private void coding(DcirPerson person, Drawn drawn, ActTable acts, int act, int order, int sign)
            throws IOException {
        int day = acts.day[act];
        keys(codings, person, day, order);
        codings.add(1).add(acts.code[act].text()).add(acts.activity[act]).add(0);
        int letters = firstFour(acts.letters[act]);
        codings.add(Letters.text(letters));
        if (acts.association[act] == 0) {
            codings.none();
        } else {
            codings.add(acts.association[act]);
        }
        PersonRows.cents(codings, drawn.known(Fact.BASE_TARIFF), acts.tariff[act]);
        codings.cents(
                sign * prices.unit(acts.tariff[act], letters, person.sector1Three(day), acts.association[act], day));
        codings.add(grid(person.grid(day)));
        int rest = letters;
        for (int place = 0; place < 4; place++) {
            if (rest == 0) {
                codings.none();
            } else {
                codings.cents(prices.added(
                        Integer.numberOfTrailingZeros(rest),
                        acts.tariff[act],
                        person.sector1Three(day),
                        NO_ASSOCIATION,
                        day));
                rest &= rest - 1;
            }
        }
        codings.end();
    }

    private static byte[] grid(int grid) {
        return new byte[] {'0', (byte) ('0' + grid / 10), (byte) ('0' + grid % 10)};
    }

    /** The column holds four letters: a fifth is lost, and the base of the coding is that of the letters kept. */
    private static int firstFour(int letters) {
        int kept = letters;
        while (Integer.bitCount(kept) > 4) {
            kept &= ~Integer.highestOneBit(kept);
        }
        return kept;
    }

    private void keys(Rows rows, DcirPerson person, int day, int order) throws IOException {
        int entered = day + 10 + order % 45;
        rows.add(person.number())
                .add(available[entered])
                .add(1)
                .add(1)
                .add(1)
                .add(flow[entered])
                .add(FUND);
        rows.add(order).add(0);
    }
}
