package fr.optam.architecture.bad.run;

/** Uses a library that has its home elsewhere. */
final class KnowsOptions {
    picocli.CommandLine uses;
}
