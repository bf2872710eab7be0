package fr.optam.architecture.bad.run;

/** Uses a library that has its home elsewhere. */
final class ReadsCsv {
    de.siegmar.fastcsv.reader.CsvReader<String> uses;
}
