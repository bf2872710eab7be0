package fr.optam.cohort.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Step 22 of the recipe for the neutral files: defective rows beside the good ones, which stay as they are.
 *
 * <p>Each planted row is rejected for one reason; a conflict is two rows. No fact of a practitioner changes.
 */
final class NeutralBadRows {

    private static final List<String> TEXT_ONLY = List.of("acts.ROW_MALFORMED", "acts.ROW_NOT_UTF8");
    private static final List<String> KINDS = List.of(
            "acts.VALUE_MISSING",
            "acts.VALUE_FORMAT",
            "acts.VALUE_NOT_A_DATE",
            "acts.VALUE_NOT_A_NUMBER",
            "acts.VALUE_TOO_PRECISE",
            "acts.VALUE_OUT_OF_RANGE",
            "acts.VALUE_UNKNOWN_CODE",
            "practitioners.PAIR_INCOMPLETE",
            "memberships.DATE_ORDER",
            "acts.KEY_DUPLICATE",
            "acts.KEY_CONFLICT",
            "acts.PRACTITIONER_UNKNOWN");

    private static final int MINUTES = 3;
    private static final int CODE = 4;
    private static final int CATEGORY = 6;
    private static final int QUANTITY = 10;
    private static final int TARIFF = 11;
    private static final int FEE = 13;

    private final int year;
    private final Rows practitioners;
    private final Rows acts;
    private final PersonRows persons;
    private final BadRowTurn turn;

    NeutralBadRows(SampleRequest request, int begun, Rows practitioners, Rows acts, PersonRows persons, Tally tally) {
        year = request.year();
        this.practitioners = practitioners;
        this.acts = acts;
        this.persons = persons;
        boolean text = !request.format().equals("parquet");
        turn = new BadRowTurn(
                request,
                Stream.concat(text ? TEXT_ONLY.stream() : Stream.empty(), KINDS.stream())
                        .toList(),
                begun,
                tally);
    }

    SplitMix64 random(int practitioner) {
        return turn.random(practitioner);
    }

    boolean next(SplitMix64 random) {
        return turn.next(random);
    }

    /** The kind in turn is a copy of the act line before it, which the caller writes. */
    boolean wantsCopy() {
        return turn.kind().equals("acts.KEY_DUPLICATE");
    }

    void plant(String id, int act) throws IOException {
        switch (turn.kind()) {
            case "acts.ROW_MALFORMED" -> acts.raw(ascii(id + ",b" + act + "," + year + "-03-03"));
            case "acts.ROW_NOT_UTF8" ->
                acts.raw(with(id, act, CATEGORY, "\u00e9\u0028").getBytes(StandardCharsets.ISO_8859_1));
            case "acts.VALUE_MISSING" -> acts.raw(ascii(with(id, act, CODE, "")));
            case "acts.VALUE_FORMAT" -> acts.raw(ascii(with(id, act, CODE, "HHFA16")));
            case "acts.VALUE_NOT_A_DATE" -> acts.raw(ascii(with(id, act, 2, year + "-02-30")));
            case "acts.VALUE_NOT_A_NUMBER" -> acts.raw(ascii(with(id, act, FEE, "100.00EUR")));
            case "acts.VALUE_TOO_PRECISE" -> acts.raw(ascii(with(id, act, TARIFF, "100.005")));
            case "acts.VALUE_OUT_OF_RANGE" -> acts.raw(ascii(with(id, act, QUANTITY, "0")));
            case "acts.VALUE_UNKNOWN_CODE" -> acts.raw(ascii(with(id, act, CATEGORY, "XYZ")));
            case "acts.PRACTITIONER_UNKNOWN" -> acts.raw(ascii(with(id + "-X", act, CATEGORY, "ADC")));
            case "acts.KEY_CONFLICT" -> {
                acts.raw(ascii(with(id, act, MINUTES, "10:00")));
                acts.raw(ascii(with(id, act, MINUTES, "10:30")));
                turn.done(2);
                return;
            }
            case "practitioners.PAIR_INCOMPLETE" ->
                practitioners.raw(ascii(id + "-B" + act + ",04,2,true,2009-09-01,75,11,PHYSICIAN,,OPTAM,"));
            case "memberships.DATE_ORDER" ->
                persons.membershipAsIs(ascii(id + ",OPTAM,2019-05-01,2019-04-30,0.4000,0.3500"));
            default -> {
                // acts.KEY_DUPLICATE: the copy is written
            }
        }
        turn.done(1);
    }

    private String with(String id, int act, int column, String value) {
        String[] fields = {
            id,
            "b" + act,
            year + "-03-03",
            "10:00",
            "HHFA016",
            "1",
            "ADC",
            "",
            "-",
            "",
            "1",
            "100.00",
            "",
            "100.00",
            "false",
            "false"
        };
        fields[column] = value;
        return String.join(",", fields);
    }

    private static byte[] ascii(String row) {
        return Days.ascii(row);
    }
}
