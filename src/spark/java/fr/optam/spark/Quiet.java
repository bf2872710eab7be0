package fr.optam.spark;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** What the program logs is kept as low as without Spark, whose own settings stay as they are. */
public final class Quiet {
    private Quiet() {}

    /** From now on Drools tells errors only. */
    public static void now() {
        Configurator.setLevel("org.drools", Level.ERROR);
        Configurator.setLevel("org.kie", Level.ERROR);
    }
}
