package fr.optam.report.doc;

import fr.optam.report.html.Lang;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Values of cells as a person reads them, exact and without needless zeros. */
final class Shown {
    private static final String NO_BREAK = "\u00A0";
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Lang lang;

    Shown(Lang lang) {
        this.lang = lang;
    }

    /** A value of a column of a list. */
    String of(Object value, ColumnType type) {
        if (value instanceof BigDecimal number) {
            return switch (type) {
                case RATE -> number(number, Unit.RATE);
                case MONEY -> number(number, Unit.EUR);
                case POINTS -> number(number, Unit.POINTS);
                default -> number(number, Unit.COUNT);
            };
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof Boolean yes) {
            return yes ? lang.say("oui", "yes") : lang.say("non", "no");
        }
        return String.valueOf(value).replace(";", ", ").replace(",  ", ", ");
    }

    /** What a condition compares with, in the unit of its field. */
    String of(Object operand, String text, Unit unit) {
        if (operand instanceof BigDecimal number) {
            return number(number, unit);
        }
        if (operand instanceof LocalDate day) {
            return day(day);
        }
        return operand instanceof Boolean yes ? (yes ? lang.say("oui", "yes") : lang.say("non", "no")) : text;
    }

    /** A number in its unit. */
    String number(BigDecimal number, Unit unit) {
        return switch (unit) {
            case RATE -> plain(number.movePointRight(2)) + lang.say(NO_BREAK, "") + "%";
            case EUR -> lang.say(plain(number) + NO_BREAK + "€", "EUR" + NO_BREAK + plain(number));
            case POINTS -> plain(number) + NO_BREAK + (number.abs().compareTo(BigDecimal.ONE) > 0 ? "points" : "point");
            default -> plain(number);
        };
    }

    private String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        String text = (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
        return lang == Lang.FR ? text.replace('.', ',').replace('-', '−') : text.replace('-', '−');
    }

    /** A day. */
    String day(LocalDate day) {
        return lang == Lang.FR ? day.format(FRENCH) : day.toString();
    }

    /** When a row is in force. */
    String validity(Citation citation) {
        Optional<String> from = citation.from().map(this::day);
        Optional<String> to = citation.to().map(this::day);
        if (from.isPresent() && to.isPresent()) {
            return lang.say("du " + from.get() + " au " + to.get(), from.get() + " to " + to.get());
        }
        return from.map(f -> lang.say("depuis le ", "since ") + f)
                .or(() -> to.map(t -> lang.say("jusqu’au ", "until ") + t))
                .orElse(lang.say("toujours", "always"));
    }
}
