package fr.optam.cli;

import fr.optam.engine.Engine;
import java.nio.file.Path;
import java.util.Set;

/**
 * How years are read.
 *
 * @param engine decides what no run decided
 * @param years years whose activity is kept, beside those that the year needs
 * @param layout layout of the folders
 * @param work private folder
 * @param cache folder for compiled rules
 * @param threads threads that decide
 * @param memory memory of the reading, MB
 */
record TrendSetting(
        Engine engine, Set<Integer> years, BatchVerb.Layout layout, Path work, Path cache, int threads, int memory) {}
