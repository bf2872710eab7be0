package fr.optam.cli;

import fr.optam.compare.trend.TrendCount;
import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader of a trend should know of its years. */
final class TrendNotes {
    private TrendNotes() {}

    /** @param reference reference years of the year ahead, by the base reading */
    static List<Sentence> of(List<TrendYear.Read> reads, TrendCount count, List<Integer> reference) {
        List<Sentence> notes = new ArrayList<>();
        List<Integer> gaps = TrendInputs.gaps(count.years());
        if (!gaps.isEmpty()) {
            String missing = gaps.stream().map(String::valueOf).collect(Collectors.joining(", "));
            notes.add(new Sentence(
                    "Années absentes : " + missing + ". Entrées, sorties et changements ne sont comptés qu’entre deux"
                            + " années consécutives.",
                    "Years missing: " + missing + ". Joining, leaving and switching are counted between consecutive"
                            + " years alone."));
        }
        if (reads.stream().map(TrendYear.Read::rulebook).distinct().count() > 1) {
            notes.add(new Sentence(
                    "Les années n’ont pas été décidées par le même référentiel : un écart entre années peut venir des"
                            + " règles.",
                    "The years were not decided by the same rulebook: a difference between years may come from the"
                            + " rules."));
        }
        List<Integer> unread =
                reference.stream().filter(year -> !count.years().contains(year)).toList();
        if (!unread.isEmpty()) {
            String missing = unread.stream().map(String::valueOf).collect(Collectors.joining(", "));
            notes.add(new Sentence(
                    "Années de référence de l’année qui vient qui ne sont pas lues ici : " + missing
                            + ". L’engagement ne se calcule que pour ceux dont une autre année donne l’activité.",
                    "Reference years of the year ahead that are not read here: " + missing
                            + ". The commitment is computed only for those whose activity another year gives."));
        }
        if (count.years().size() < 2) {
            notes.add(new Sentence(
                    "Une seule année : aucune évolution ne peut être dite.", "One year alone: no change can be told."));
        }
        return notes;
    }
}
