package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Series;
import fr.optam.compare.trend.SpiralResult;
import fr.optam.compare.trend.SpiralRound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The model of renewals in words: what it assumes, where it leads, what would prove it wrong. */
final class TrendSpiralWords {
    private final TrendWords words;
    private final TrendResult result;

    TrendSpiralWords(TrendWords words, TrendResult result) {
        this.words = words;
        this.result = result;
    }

    private String say(String fr, String en) {
        return words.say(fr, en);
    }

    /** How a rate is made in it. */
    String rule() {
        return say(
                "À chaque renouvellement, le taux autorisé est la moyenne des adhérents restants de la spécialité dans la"
                        + " région ; les règles restent celles de l’année qui vient.",
                "At each renewal the allowed rate is the mean of the remaining members of the specialty in the region; the"
                        + " rules stay those of the year ahead.");
    }

    /** What is assumed, one line each, with its cell. */
    List<String> assumptions(SpiralResult spiral) {
        List<String> lines = new ArrayList<>();
        lines.add(rule());
        spiral.assumptions()
                .all()
                .forEach(a -> lines.add(a.name() + " = " + a.value() + " : " + words.say(a.words()) + " ("
                        + (a.changed() ? say("donné à l’appel", "given with the call") : a.confidence() + ", " + a.at())
                        + ")"));
        return lines;
    }

    /** Where it leads. */
    String end(SpiralResult spiral) {
        return end(spiral, true);
    }

    /** @param counted whether it may be said how many are left */
    String end(SpiralResult spiral, boolean counted) {
        int last = spiral.rounds().size();
        String left = counted
                ? say(" : il reste ", ": ") + words.number(spiral.left()) + say(" adhérents", " members are left")
                : "";
        String said =
                switch (spiral.end()) {
                    case STABLE ->
                        say("Le modèle se stabilise au renouvellement ", "The model comes to rest at renewal ") + last;
                    case EMPTY ->
                        say("Le modèle se vide au renouvellement ", "The model is empty after renewal ") + last;
                    case ROUNDS ->
                        say("Le modèle n’est pas stable après ", "The model has not come to rest after ")
                                + last
                                + say(" renouvellements", " renewals");
                };
        return said + (spiral.end() == SpiralResult.End.EMPTY ? "" : left) + fall(spiral);
    }

    private String fall(SpiralResult spiral) {
        List<SpiralRound> rated = spiral.rounds().stream()
                .filter(r -> r.all().allowed().size() > 0)
                .toList();
        if (rated.isEmpty()) {
            return say(" ; aucun taux n’a pu être fixé.", "; no rate could be set.");
        }
        BigDecimal first = rated.get(0).all().allowed().mean();
        BigDecimal last = rated.get(rated.size() - 1).all().allowed().mean();
        return say(" ; le taux moyen passe de ", "; the mean rate goes from ") + words.percent(first)
                + say(" à ", " to ") + words.percent(last) + ".";
    }

    /** What would prove it wrong, with what this cohort says of it. */
    List<String> refutations() {
        return refutations(0);
    }

    /** @param smallest practitioners below which a count is not told */
    List<String> refutations(int smallest) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "Dans le référentiel, le taux d’un médecin en place vient de ses propres années de référence : le départ des"
                        + " autres ne le change pas. Le modèle ne vaut que si les taux suivent la moyenne de ceux qui"
                        + " restent.",
                "In the rulebook the rate of a physician in place comes from their own reference years: others leaving does"
                        + " not change it. The model holds only if rates follow the mean of those who stay."));
        lines.add(left(smallest));
        lines.add(say(
                "Une moyenne officielle par spécialité et région qui monte, ou reste, d’un renouvellement à l’autre.",
                "An official mean by specialty and region that rises, or stays, from one renewal to the next."));
        return lines;
    }

    private static boolean few(long count, int smallest) {
        return count > 0 && count < smallest;
    }

    private String left(int smallest) {
        long left = sum("left");
        long missed = sum("leftAfterBreach");
        String said = say(
                "Des départs qui ne suivent pas les dépassements d’engagement. ",
                "Leaving that does not follow missed commitments. ");
        if (few(left, smallest) || few(missed, smallest) || few(left - missed, smallest)) {
            return said + say("Trop peu de sorties pour les dire.", "Too few left to tell.");
        }
        return left == 0
                ? said + say("Personne n’est sorti dans cette cohorte.", "Nobody left in this cohort.")
                : said
                        + say("Dans cette cohorte, ", "In this cohort, ")
                        + words.number(missed)
                        + say(" sorties sur ", " of ")
                        + words.number(left)
                        + say(
                                " viennent après une année d’engagement manqué.",
                                " who left had missed a commitment the year before.");
    }

    private long sum(String measure) {
        return result.series().stream()
                .filter(s -> s.measure().equals(measure) && s.group().equals(Group.ALL))
                .map(Series::values)
                .flatMap(v -> v.values().stream())
                .mapToLong(BigDecimal::longValue)
                .sum();
    }
}
