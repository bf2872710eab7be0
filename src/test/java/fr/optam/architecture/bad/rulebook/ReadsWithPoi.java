package fr.optam.architecture.bad.rulebook;

/** Uses a library that has its home elsewhere. */
final class ReadsWithPoi {
    org.apache.poi.ss.usermodel.Workbook uses;
}
