package fr.optam.bench.rivals;

import java.util.function.Supplier;

/** Who is compared, in the order of the table. */
enum Contender {
    OURS("ours, each fact anew, by index", () -> new Ours(Ours.Way.INDEXED), ""),
    OURS_RECORDED("ours, the same with record", () -> new Ours(Ours.Way.RECORDED), ""),
    OURS_REMEMBERED("ours, by Drools, alike facts once", () -> new Ours(Ours.Way.REMEMBERED), ""),
    OURS_ANEW("ours, by Drools, nothing remembered", () -> new Ours(Ours.Way.ANEW), ""),
    JAVA_HASHED("Java by hand, hash index", JavaHashed::new, ""),
    JAVA_LINEAR("Java by hand, row after row", JavaLinear::new, ""),
    OPENL("OpenL Tablets 5.27.12", OpenL::new, ""),
    DROOLS("Drools 10.2 plain, executable model", () -> new DroolsPlain(false), ""),
    DROOLS_CLASSIC("Drools 10.2 plain, classic", () -> new DroolsPlain(true), "drools-mvel-10"),
    EVRETE("Evrete 4.0.3", Evrete::new, ""),
    KIE_DMN("KIE DMN 10.2", KieDmn::new, ""),
    CAMUNDA("Camunda DMN 7.24", Camunda::new, ""),
    WHOLE("ours, whole rulebook", null, ""),
    WHOLE_RECORDED("ours, whole rulebook, with record", null, "");

    /** Jars that change how Drools behaves by being there; each only for who asks for it. */
    static final String APART = "drools-mvel-10";

    private final String label;
    private final Supplier<Rival> rival;
    private final String jar;

    Contender(String label, Supplier<Rival> rival, String jar) {
        this.label = label;
        this.rival = rival;
        this.jar = jar;
    }

    String label() {
        return label;
    }

    /** Whether it decides practitioner-years with all rules, not the tables alone. */
    boolean isWhole() {
        return rival == null;
    }

    Rival rival() {
        return rival.get();
    }

    /** A jar, named by its beginning, that only this one has on its class path; empty if none. */
    String jar() {
        return jar;
    }
}
