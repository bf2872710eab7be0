package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Readings;
import fr.optam.compare.trend.Series;
import fr.optam.compare.trend.Spread;
import fr.optam.compare.trend.Target;
import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A trend as {@code optam/trend/1}: figures are decimal text, counts whole numbers. */
final class TrendJson {
    private static final BigDecimal CLASS = new BigDecimal("0.05");

    private final TrendResult result;

    TrendJson(TrendResult result) {
        this.result = result;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", "optam/trend/1");
        json.put("synthetic", result.count().synthetic());
        json.put("practitioners", result.count().practitioners());
        json.put("years", List.copyOf(result.count().years()));
        json.put("inputs", result.reads().stream().map(TrendJson::input).toList());
        json.put("aheadBy", rulebook(result.rulebook().id()));
        json.put("notes", result.notes().stream().map(TrendJson::sentence).toList());
        json.put("series", result.series().stream().map(TrendJson::series).toList());
        json.put("distributions", distributions());
        json.put("moves", moves());
        json.put("targets", result.targets().stream().map(TrendJson::target).toList());
        result.readings().ifPresent(r -> json.put("readings", readings(r)));
        result.spiral().ifPresent(s -> json.put("spiral", TrendSpiralJson.of(s)));
        return json;
    }

    private static Map<String, Object> input(TrendYear.Read read) {
        Map<String, Object> json = new TreeMap<>();
        json.put("year", read.source().year());
        json.put("kind", read.source().run() ? "run" : "folder");
        json.put("practitioners", read.size());
        json.put("rulebook", rulebook(read.rulebook()));
        json.put("rowsRejected", read.rejectedRows());
        json.put("practitionersRejected", read.rejectedPractitioners());
        json.put("notEvaluable", read.notEvaluable());
        json.put("warnings", read.warnings());
        return json;
    }

    private static Map<String, Object> rulebook(RulebookId id) {
        return Map.of("version", id.version(), "digest", id.digest(), "overlays", id.overlays());
    }

    static Map<String, Object> sentence(Sentence sentence) {
        return Map.of("fr", sentence.fr(), "en", sentence.en());
    }

    private static Map<String, Object> group(Group group) {
        return Map.of("by", group.by().name(), "code", group.code());
    }

    private static Map<String, Object> series(Series series) {
        Map<String, Object> json = new TreeMap<>();
        json.put("measure", series.measure());
        json.put("group", group(series.group()));
        json.put("unit", series.unit());
        Map<String, Object> values = new TreeMap<>();
        series.values().forEach((year, value) -> values.put(String.valueOf(year), value.toPlainString()));
        json.put("values", values);
        Map<String, Object> of = new TreeMap<>();
        series.of().forEach((year, count) -> of.put(String.valueOf(year), count));
        json.put("of", of);
        if (series.isChange() && !series.values().isEmpty()) {
            Map<String, Object> over = new TreeMap<>();
            put(over, "mean", series.spread().mean());
            put(over, "median", series.spread().quantile(1, 2));
            json.put("overYears", over);
        }
        series.slope().ifPresent(slope -> {
            Map<String, Object> change = new TreeMap<>();
            change.put("medianOfSlopes", slope.robust().toPlainString());
            change.put("firstToLast", slope.plain().toPlainString());
            change.put("first", slope.first());
            change.put("last", slope.last());
            json.put("changeAYear", change);
        });
        return json;
    }

    /** Members in classes of five points, by year: the rates observed and committed to. */
    private List<Object> distributions() {
        List<Object> all = new ArrayList<>();
        for (String rate : Series.named(result.series(), "observed.", ".mean")) {
            for (String kind : List.of("observed.", "committed.")) {
                for (int year : result.count().years()) {
                    result.count().spread(Group.ALL, year, kind + rate).ifPresent(s -> {
                        Map<String, Object> json = new TreeMap<>();
                        json.put("measure", kind + rate);
                        json.put("year", year);
                        json.put("classes", classes(s));
                        all.add(json);
                    });
                }
            }
        }
        return all;
    }

    private static List<Object> classes(Spread spread) {
        List<Object> classes = new ArrayList<>();
        for (BigDecimal from = BigDecimal.ZERO.setScale(2); spread.from(from) > 0; from = from.add(CLASS)) {
            BigDecimal to = from.add(CLASS);
            long count = spread.between(from, to);
            if (count > 0) {
                classes.add(Map.of("from", from.toPlainString(), "to", to.toPlainString(), "members", count));
            }
        }
        return classes;
    }

    private List<Object> moves() {
        List<Object> moves = new ArrayList<>();
        result.count().moves().forEach((move, count) -> {
            Map<String, Object> json = new TreeMap<>();
            json.put("year", move.year());
            json.put("from", move.from());
            json.put("to", move.to());
            json.put("practitioners", count);
            moves.add(json);
        });
        return moves;
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> json = new TreeMap<>();
        json.put("measure", target.measure());
        json.put("group", group(target.group()));
        json.put("value", target.value().toPlainString());
        json.put("year", target.year().orElse(null));
        json.put("kind", target.official() ? "REFERENCE" : "TARGET");
        json.put("words", sentence(target.words()));
        json.put("at", target.at().isEmpty() ? null : target.at());
        json.put("sources", target.sources());
        json.put("confidence", target.confidence().isEmpty() ? null : target.confidence());
        return json;
    }

    private Map<String, Object> readings(Readings readings) {
        Map<String, Object> json = new TreeMap<>();
        json.put("year", readings.year());
        List<Object> all = new ArrayList<>();
        for (String name : readings.names()) {
            Map<String, Object> reading = new TreeMap<>();
            reading.put("name", name);
            reading.put("words", sentence(result.readingWords().get(name)));
            Map<String, Object> rates = new TreeMap<>();
            for (String rate : readings.rates()) {
                readings.of(name, rate, Group.ALL).ifPresent(c -> rates.put(rate, counted(c)));
            }
            reading.put("rates", rates);
            all.add(reading);
        }
        json.put("readings", all);
        return json;
    }

    private static Map<String, Object> counted(Readings.Counted counted) {
        Map<String, Object> json = new TreeMap<>();
        json.put("commitment", counted.verdicts());
        json.put("respect", counted.respects());
        json.put("allowed", spread(counted.allowed()));
        json.put("differencePoints", spread(counted.difference()));
        json.put("differenceEuros", counted.euros().toPlainString());
        json.put("provisional", counted.provisional());
        json.put("above", counted.up());
        json.put("below", counted.down());
        json.put("newlyBreached", counted.newlyBreached());
        json.put("noLongerBreached", counted.noLongerBreached());
        return json;
    }

    static Map<String, Object> spread(Spread spread) {
        Map<String, Object> json = new TreeMap<>();
        json.put("count", spread.size());
        if (spread.size() > 0) {
            put(json, "mean", spread.mean());
            put(json, "p10", spread.quantile(1, 10));
            put(json, "p25", spread.quantile(1, 4));
            put(json, "median", spread.quantile(1, 2));
            put(json, "p75", spread.quantile(3, 4));
            put(json, "p90", spread.quantile(9, 10));
        }
        return json;
    }

    private static void put(Map<String, Object> json, String name, BigDecimal figure) {
        json.put(name, figure.toPlainString());
    }
}
