package fr.optam.cli;

import java.nio.file.Path;

/**
 * Where a year is read from.
 *
 * @param year civil year
 * @param path a run, or a folder of input files
 * @param run whether it is a run
 */
record TrendSource(int year, Path path, boolean run) {}
