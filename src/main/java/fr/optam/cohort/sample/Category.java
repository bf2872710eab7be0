package fr.optam.cohort.sample;

/** Act categories, with the prestation code of the health-data warehouse. */
enum Category {
    ADC(1321),
    ACO(1322),
    ADA(1323),
    ADE(1324),
    ADI(1351),
    ATM(1352);

    private final int nature;
    private final byte[] text;

    Category(int nature) {
        this.nature = nature;
        text = Days.ascii(name());
    }

    int nature() {
        return nature;
    }

    byte[] text() {
        return text;
    }
}
