package fr.optam.cohort.sample;

import java.io.IOException;

/** The neutral files. */
final class NeutralLayout implements Layout {

    private static final byte[] NOTHING_ALLOWED = {'-'};
    private static final byte[][] ANSWER = {Days.ascii("false"), Days.ascii("true"), {}};
    private static final byte[][] ASSOCIATION = {{}, {'1'}, {'2'}, {'3'}, {'4'}, {'5'}};

    private final int year;
    private final Days days;
    private final PersonRows persons;
    private final Rows practitioners;
    private final Rows acts;
    private final NeutralBadRows badRows;

    NeutralLayout(SampleRequest request, Days days, Blocks.Block block, Output output, Tally tally) throws IOException {
        year = request.year();
        this.days = days;
        persons = new PersonRows(output);
        practitioners = output.rows(
                "practitioners",
                "practitioner_id,specialty,sector,sector2_titles,installed_on,department,region,profession,income,"
                        + "request_option,request_on");
        acts = output.rows(
                "acts",
                "practitioner_id,act_id,on,at,code,activity,category,modifiers,allowed_modifiers,association,"
                        + "quantity,base_tariff,base_tariff_without_option,fee_charged,c2s,emergency");
        badRows = new NeutralBadRows(request, block.badRows(), practitioners, acts, persons, tally);
    }

    /** The id of a practitioner. */
    static String id(int number) {
        String digits = Integer.toString(number);
        return "SYN-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    @Override
    public void write(Drawn drawn, ActTable table) throws IOException {
        byte[] id = Days.ascii(id(drawn.subject().number()));
        practitioner(id, drawn);
        persons.write(id, year, drawn);
        for (Drawn.YearRow row : drawn.years()) {
            persons.activity(id, drawn, row);
        }
        SplitMix64 random = badRows.random(drawn.subject().number());
        Rights rights = new Rights(drawn.subject(), days);
        for (int act = 0; act < table.count; act++) {
            act(id, drawn, table, act, rights);
            if (badRows.next(random)) {
                if (badRows.wantsCopy()) {
                    act(id, drawn, table, act, rights);
                }
                badRows.plant(id(drawn.subject().number()), act + 1);
            }
        }
    }

    private void practitioner(byte[] id, Drawn drawn) throws IOException {
        Subject subject = drawn.subject();
        practitioners
                .add(id)
                .add(drawn.known(Fact.SPECIALTY) ? subject.specialty().code() : "")
                .add(drawn.known(Fact.SECTOR) ? subject.sector() : "")
                .add(drawn.known(Fact.SECTOR2_TITLES) ? Boolean.toString(subject.titles()) : "")
                .add(drawn.known(Fact.INSTALLED_ON) ? subject.installed().toString() : "")
                .add(drawn.known(Fact.DEPARTMENT) ? subject.department().code() : "")
                .add(drawn.known(Fact.REGION) ? subject.department().region() : "")
                .add(drawn.known(Fact.PROFESSION) ? "PHYSICIAN" : "");
        PersonRows.cents(practitioners, drawn.known(Fact.INCOME), subject.income());
        practitioners
                .add(subject.request().map(Subject.Ask::option).orElse(""))
                .add(subject.request().map(ask -> ask.on().toString()).orElse(""))
                .end();
    }

    private void act(byte[] id, Drawn drawn, ActTable table, int act, Rights rights) throws IOException {
        int day = table.day[act];
        acts.add(id);
        acts.add('a', act + 1L);
        acts.add(days.iso(day));
        acts.add(drawn.known(Fact.AT) ? days.time(table.minute[act]) : ANSWER[ActTable.UNKNOWN]);
        acts.add(table.code[act].text());
        acts.add(table.activity[act]);
        acts.add(drawn.known(Fact.CATEGORY) ? table.category[act].text() : ANSWER[ActTable.UNKNOWN]);
        acts.add(Letters.text(table.letters[act]));
        if (drawn.known(Fact.ALLOWED_MODIFIERS)) {
            acts.add(table.allowed[act] == 0 ? NOTHING_ALLOWED : Letters.text(table.allowed[act]));
        } else {
            acts.none();
        }
        acts.add(ASSOCIATION[table.association[act]]);
        acts.add(table.quantity[act]);
        PersonRows.cents(acts, drawn.known(Fact.BASE_TARIFF), table.tariff[act]);
        boolean without = drawn.known(Fact.BASE_TARIFF_WITHOUT_OPTION) && !rights.none(day);
        PersonRows.cents(acts, without, withoutOption(table.tariff[act]));
        PersonRows.cents(acts, drawn.known(Fact.FEE_CHARGED), table.fee[act]);
        acts.add(ANSWER[drawn.known(Fact.C2S) ? table.c2s[act] : ActTable.UNKNOWN]);
        acts.add(ANSWER[drawn.known(Fact.EMERGENCY) ? table.emergency[act] : ActTable.UNKNOWN]);
        acts.end();
    }

    /** A tariff outside the option: 86.4 % of the other, an assumption. */
    private static long withoutOption(long tariff) {
        return (tariff * 864 + 500) / 1_000;
    }
}
