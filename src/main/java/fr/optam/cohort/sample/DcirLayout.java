package fr.optam.cohort.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The health-data-warehouse layout with its side files, from the same draws as the neutral one. */
final class DcirLayout implements Layout {

    private static final int STREAM = 6;
    private static final int REGULARISED_PER_MILLE = 10;
    private static final int EXCLUDED_PER_MILLE = 2;
    private static final long WRONG_FEE = 800;

    private final SampleRequest request;
    private final Days days;
    private final Tally tally;
    private final PersonRows persons;
    private final Rows practitioners;
    private final Rows practices;
    private final DcirLines lines;
    private final DcirExtra extra;
    private final DcirBadRows badRows;

    DcirLayout(Recipe recipe, Blocks.Block block, Output output, Tally tally) throws IOException {
        request = recipe.request();
        days = recipe.days();
        this.tally = tally;
        persons = new PersonRows(output);
        practitioners = output.rows(
                "practitioners", "practitioner_id,sector2_titles,installed_on,income,request_option,request_on");
        practices = output.rows(
                "DA_PRA_R",
                "DTE_ANN_TRT,DTE_MOI_FIN,PFS_PFS_NUM,STA_PFS_NUM,ACT_CAB_COD,PFS_PRA_SPE,CNV_CNV_COD,PRA_IDP_DDP,"
                        + "EXC_EXC_NAT,PFS_INS_DSD,PFS_ACP_DSD,PRA_TOP_REF,CAB_REF_DSD,CAB_REF_DSF,PFS_COD_POS");
        lines = new DcirLines(output, recipe.prices(), days);
        extra = new DcirExtra(request.year(), lines);
        badRows = new DcirBadRows(request, block.badRows(), extra, lines, persons, tally);
        Rows modifiers = output.rows("act_modifiers", "code,activity,letters,from,to");
        if (block.index() == 0) {
            modifiers(recipe.codes(), modifiers);
        }
    }

    private static void modifiers(CodeBook codes, Rows rows) throws IOException {
        for (CodeBook.Code code : codes.all()) {
            rows.add(code.text()).add(1).add(code.allowed() == 0 ? new byte[] {'-'} : Letters.text(code.allowed()));
            rows.add("2017-01-01").none().end();
            if (code.category() == Category.ADC) {
                rows.add(code.text()).add(4).add(Letters.text(CodeBook.ANAESTHESIA_LETTERS));
                rows.add("2017-01-01").none().end();
            }
        }
    }

    @Override
    public void write(Drawn drawn, ActTable acts) throws IOException {
        int number = drawn.subject().number();
        SplitMix64 random = new SplitMix64(request.seed(), number, STREAM);
        boolean two = random.perMille(100);
        Rights rights = new Rights(drawn.subject(), days);
        DcirPerson person = new DcirPerson(drawn, rights, two);
        byte[] id = Days.ascii(DcirIds.main(number));
        practice(drawn, person, DcirIds.main(number), 0);
        if (two) {
            practice(drawn, person, DcirIds.other(number), 1);
            tally.add("dcir.two_practices", 1);
        }
        side(id, drawn);
        persons.write(id, request.year(), drawn);
        acts(person, drawn, acts, random);
        activity(id, person, drawn, acts);
    }

    private void acts(DcirPerson person, Drawn drawn, ActTable acts, SplitMix64 random) throws IOException {
        SplitMix64 bad = badRows.random(person.number());
        int order = 1;
        for (int act = 0; act < acts.count; act++) {
            int chance = random.below(1000);
            if (chance < REGULARISED_PER_MILLE && acts.quantity[act] == 1) {
                lines.act(person, drawn, acts, act, order++, 1, acts.fee[act] + WRONG_FEE);
                lines.act(person, drawn, acts, act, order++, -1, acts.fee[act] + WRONG_FEE);
                tally.add("dcir.regularised_acts", 1);
            }
            for (int unit = 0; unit < acts.quantity[act]; unit++) {
                lines.act(person, drawn, acts, act, order++, 1, acts.fee[act] / acts.quantity[act]);
            }
            int kind = (chance - REGULARISED_PER_MILLE) / EXCLUDED_PER_MILLE;
            if (chance >= REGULARISED_PER_MILLE && kind < DcirExtra.Excluded.values().length) {
                DcirExtra.Excluded excluded = DcirExtra.Excluded.values()[kind];
                extra.excluded(person, excluded, act, order++);
                tally.add("excluded.ER_PRS_F." + excluded, 1);
                if (excluded == DcirExtra.Excluded.DCIR_FOR_INFORMATION) {
                    tally.add("excluded.ER_CAM_F." + excluded, 1);
                }
            }
            if (badRows.next(bad)) {
                badRows.plant(person, act, order++);
            }
        }
    }

    /** Years that the flow can't give: those before, and this one where it is paid on another grid or disagrees. */
    private void activity(byte[] id, DcirPerson person, Drawn drawn, ActTable acts) throws IOException {
        boolean given = drawn.disagrees();
        for (int act = 0; act < acts.count && !given; act++) {
            given = !person.sector1Grid(acts.day[act]);
        }
        for (Drawn.YearRow row : drawn.years()) {
            if (given || row.year() < request.year()) {
                persons.activity(id, drawn, row);
            }
        }
    }

    private void side(byte[] id, Drawn drawn) throws IOException {
        practitioners
                .add(id)
                .add(
                        drawn.known(Fact.SECTOR2_TITLES)
                                ? Boolean.toString(drawn.subject().titles())
                                : "")
                .add(
                        drawn.known(Fact.INSTALLED_ON)
                                ? drawn.subject().installed().toString()
                                : "");
        PersonRows.cents(
                practitioners, drawn.known(Fact.INCOME), drawn.subject().income());
        practitioners
                .add(drawn.subject().request().map(Subject.Ask::option).orElse(""))
                .add(drawn.subject().request().map(ask -> ask.on().toString()).orElse(""))
                .end();
    }

    private void practice(Drawn drawn, DcirPerson person, String practice, int cabinet) throws IOException {
        Subject subject = drawn.subject();
        practices.add(request.year()).add(12).add(practice).add(DcirIds.main(subject.number()));
        practices.add(cabinet == 0 ? "00" : "01").add(person.specialty()).add(person.convention());
        practices.add(subject.sector().equals("1DP") ? 1 : 0).add(1);
        String installed = drawn.known(Fact.INSTALLED_ON) ? subject.installed().toString() : "";
        practices.add(installed).add(installed);
        List<Subject.Stay> stays = subject.stays();
        practices.add(stays.isEmpty() ? 0 : subject.optam() ? 3 : 4);
        practices.add(stays.isEmpty() ? "" : basic(stays.get(0).from()));
        practices.add(
                stays.isEmpty()
                        ? ""
                        : stays.get(stays.size() - 1)
                                .to()
                                .map(DcirLayout::basic)
                                .orElse("00000000"));
        practices
                .add(
                        drawn.known(Fact.DEPARTMENT)
                                ? postalCode(subject.department().code())
                                : "")
                .end();
    }

    private static String basic(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String postalCode(String department) {
        return switch (department) {
            case "2A" -> "20000";
            case "2B" -> "20200";
            default -> department.length() == 3 ? department + "00" : department + "000";
        };
    }
}
