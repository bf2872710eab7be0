package fr.optam.architecture.bad.run;

/** Uses a library that has its home elsewhere. */
final class RunsDrools {
    org.kie.api.KieBase uses;
}
