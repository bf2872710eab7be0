package fr.optam.cli;

import fr.optam.compare.trend.Figure;
import fr.optam.compare.trend.Readings;
import fr.optam.compare.trend.Series;
import fr.optam.compare.trend.SpiralResult;
import fr.optam.compare.trend.Target;
import fr.optam.compare.trend.TrendCount;
import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A cohort over years, read to the end.
 *
 * @param reads the years
 * @param count what was counted
 * @param figures the long table, sorted
 * @param series its series
 * @param targets what the cohort is held against
 * @param readings readings of the year ahead; nothing without a member in the last year
 * @param readingWords readings in words, by name
 * @param spiral the model of renewals; nothing without a member in the last year
 * @param rulebook the rulebook that decides the year ahead
 * @param notes what a reader should know
 */
record TrendResult(
        List<TrendYear.Read> reads,
        TrendCount count,
        List<Figure> figures,
        List<Series> series,
        List<Target> targets,
        Optional<Readings> readings,
        SortedMap<String, Sentence> readingWords,
        Optional<SpiralResult> spiral,
        Rulebook rulebook,
        List<Sentence> notes) {

    static TrendResult of(
            List<TrendYear.Read> reads,
            TrendCount count,
            List<Target> targets,
            Optional<Readings> readings,
            SortedMap<String, Sentence> readingWords,
            Optional<SpiralResult> spiral,
            Rulebook rulebook,
            List<Sentence> notes) {
        List<Figure> figures = new ArrayList<>(count.figures());
        readings.ifPresent(r -> figures.addAll(r.figures()));
        Collections.sort(figures);
        return new TrendResult(
                reads, count, figures, Series.of(figures), targets, readings, readingWords, spiral, rulebook, notes);
    }

    /** Whether all input was used and could be evaluated. */
    boolean whole() {
        return reads.stream().allMatch(TrendYear.Read::whole);
    }

    /** The rulebooks that decided, without repetition. */
    List<RulebookId> rulebooks() {
        return reads.stream().map(TrendYear.Read::rulebook).distinct().toList();
    }
}
