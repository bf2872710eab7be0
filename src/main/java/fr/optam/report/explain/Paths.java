package fr.optam.report.explain;

import fr.optam.rulebook.Field;
import fr.optam.rulebook.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of facts and their values in words. */
final class Paths {
    private static final Pattern MEMBERSHIP = Pattern.compile("memberships\\.(\\d+)\\..*");
    private static final Pattern EVENT = Pattern.compile("events\\.(\\d+)\\..*");
    private static final Pattern YEAR = Pattern.compile("activity\\.(\\d{4})\\..*");
    private static final Pattern COUNT = Pattern.compile("activity\\.\\d{4}\\.actCounts\\.([A-Z]+).*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Dossier dossier;

    Paths(Dossier dossier) {
        this.dossier = dossier;
    }

    /** What a fact is called, with what it belongs to: {@code spécialité}, {@code date (événement 2)}. */
    String name(String path) {
        String label = lever(path).or(() -> field(path).map(this::label)).orElse(path);
        String of = of(path);
        return of.isEmpty() ? label : label + " (" + of + ")";
    }

    private Optional<String> lever(String path) {
        return dossier.rows("reference/leviers").stream()
                .filter(row ->
                        Pattern.matches("\\Q" + Dossier.text(row, "path").replace("*", "\\E[^.]+\\Q") + "\\E", path))
                .findFirst()
                .map(row -> dossier.say(Dossier.text(row, "fr"), Dossier.text(row, "en")));
    }

    /** The field that a path names at its end. */
    Optional<Field> field(String path) {
        int bracket = path.indexOf('[');
        String plain = bracket < 0 ? path : path.substring(0, bracket);
        return dossier.field(plain.substring(plain.lastIndexOf('.') + 1));
    }

    private String label(Field field) {
        return dossier.say(field.fr(), field.en());
    }

    /** Which of several things a path is about; empty if there is one only. */
    String of(String path) {
        Matcher membership = MEMBERSHIP.matcher(path);
        if (membership.matches()) {
            return dossier.say("adhésion ", "membership ") + (Integer.parseInt(membership.group(1)) + 1);
        }
        Matcher event = EVENT.matcher(path);
        if (event.matches()) {
            int place = Integer.parseInt(event.group(1));
            return dossier.account()
                    .facts()
                    .events()
                    .filter(all -> place < all.size())
                    .map(all -> dossier.label("EVENT", all.get(place).type()))
                    .orElse(dossier.say("événement ", "event ") + (place + 1));
        }
        Matcher count = COUNT.matcher(path);
        if (count.matches()) {
            return dossier.label("CATEGORY", count.group(1)) + ", " + path.split("\\.")[1];
        }
        Matcher year = YEAR.matcher(path);
        return year.matches() ? year.group(1) : "";
    }

    /** When a fact holds: its year, its membership's days, the day of its event or act; else the year decided. */
    String period(String path) {
        Matcher year = YEAR.matcher(path);
        if (year.matches()) {
            return year.group(1);
        }
        Matcher membership = MEMBERSHIP.matcher(path);
        if (membership.matches()) {
            int place = Integer.parseInt(membership.group(1));
            return dossier.account()
                    .facts()
                    .memberships()
                    .filter(all -> place < all.size())
                    .map(all -> dossier.say("depuis le ", "since ")
                            + dossier.day(all.get(place).from()))
                    .orElse("");
        }
        Matcher event = EVENT.matcher(path);
        if (event.matches()) {
            int place = Integer.parseInt(event.group(1));
            return dossier.account()
                    .facts()
                    .events()
                    .filter(all -> place < all.size())
                    .map(all -> dossier.day(all.get(place).on()))
                    .orElse("");
        }
        return path.startsWith("acts.")
                ? dossier.say("jour de l’acte", "day of the act")
                : String.valueOf(dossier.decision().year());
    }

    /** A value in its unit, or with the label of its code. */
    String value(String path, String value) {
        if (value.equals("unknown")) {
            return dossier.say("non renseigné", "not given");
        }
        if (value.equals("null") && path.endsWith(".to")) {
            return dossier.say("sans fin prévue", "no end set");
        }
        if (value.isEmpty() || value.equals("null")) {
            return dossier.say("aucun", "none");
        }
        Unit unit = field(path).map(Field::unit).orElse(path.startsWith("paid.") ? Unit.EUR : Unit.TEXT);
        return value(value, unit, last(path));
    }

    private static String last(String path) {
        int bracket = path.indexOf('[');
        String plain = bracket < 0 ? path : path.substring(0, bracket);
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private String value(String value, Unit unit, String field) {
        if (DAY.matcher(value).matches()) {
            try {
                return dossier.day(LocalDate.parse(value));
            } catch (DateTimeException noDay) {
                return value;
            }
        }
        if (NUMBER.matcher(value).matches()) {
            return switch (unit) {
                case EUR -> dossier.figures().euros(value);
                case RATE -> percent(value);
                case POINTS -> dossier.figures().of(value, "points");
                case CODE, TEXT -> labelled(field, value);
                default -> value;
            };
        }
        return switch (value) {
            case "true", "OUI" -> dossier.say("oui", "yes");
            case "false", "NON" -> dossier.say("non", "no");
            default -> unit == Unit.CODE || unit == Unit.TEXT ? labelled(field, value) : value;
        };
    }

    /** A rate to the hundredth of a percent, or finer where it is. */
    private String percent(String value) {
        BigDecimal number = new BigDecimal(value).movePointRight(2).stripTrailingZeros();
        return number.scale() <= 2
                ? dossier.figures().of(value, "rate")
                : dossier.say(number.toPlainString().replace('.', ',') + "\u00A0%", number.toPlainString() + "%");
    }

    private String labelled(String field, String value) {
        if (field.equals("specialty")) {
            return dossier.rows("reference/specialites").stream()
                    .filter(row -> Dossier.text(row, "specialty").equals(value))
                    .findFirst()
                    .map(row -> value + " " + Dossier.text(row, "label"))
                    .orElse(value);
        }
        String domain = field.toUpperCase(Locale.ROOT);
        String label = dossier.label(List.of(domain, domain.replace("TYPE", "EVENT"), "CASE"), value);
        return label.equals(value) && field.toLowerCase(Locale.ROOT).endsWith("verdict")
                ? dossier.label("VERDICT", value)
                : label;
    }
}
