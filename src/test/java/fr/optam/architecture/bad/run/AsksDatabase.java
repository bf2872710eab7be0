package fr.optam.architecture.bad.run;

/** Uses a library that has its home elsewhere. */
final class AsksDatabase {
    java.sql.Connection uses;
}
