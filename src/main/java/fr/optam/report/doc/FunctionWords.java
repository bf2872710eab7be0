package fr.optam.report.doc;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.report.html.Span;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.PlainTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of formulas in words. */
final class FunctionWords {
    private static final Map<String, Sentence> CALLS = Map.ofEntries(
            call("round2", "arrondi au centime de ([0])", "([0]) rounded to the cent"),
            call("points", "([0]) en points", "([0]) in points"),
            call("rateOfPoints", "taux de ([0]) points", "rate of ([0]) points"),
            call("abs", "valeur absolue de ([0])", "absolute value of ([0])"),
            call("known", "{0} : valeur connue", "{0}: known"),
            call("missing", "{0} : information manquante", "{0}: missing"),
            call("none", "{0} : aucune valeur", "{0}: no value"),
            call("yearOf", "année de {0}", "year of {0}"),
            call("jan1", "1er janvier de {0}", "1 January of {0}"),
            call("dec31", "31 décembre de {0}", "31 December of {0}"),
            call("sunday", "{0} est un dimanche", "{0} is a Sunday"),
            call("text", "{0}", "{0}"),
            call("absent", "information manquante {0}", "missing fact {0}"),
            call("cents", "{0} exprimé en euros", "{0} in euros"),
            call("number", "{0} lu comme un nombre", "{0} read as a number"),
            call("listSize", "nombre d’éléments de {0}", "number of items of {0}"),
            call("listFirst", "premier élément de {0}", "first item of {0}"),
            call("listLast", "dernier élément de {0}", "last item of {0}"),
            call("quarterEnd", "dernier jour du trimestre {0}", "last day of quarter {0}"),
            call("quarterIndex", "rang du trimestre {0}", "number of quarter {0}"),
            call("ratio", "{0} ÷ {1}", "{0} ÷ {1}"),
            call("divided2", "arrondi au centime de ({0} ÷ {1})", "({0} ÷ {1}) rounded to the cent"),
            call("min", "le plus petit de ([0] ; [1])", "the smaller of ([0]; [1])"),
            call("max", "le plus grand de ([0] ; [1])", "the larger of ([0]; [1])"),
            call("latest", "le plus tardif de ([0] ; [1])", "the later of ([0]; [1])"),
            call("earliest", "le plus tôt de ([0] ; [1])", "the earlier of ([0]; [1])"),
            call("plusMonths", "{0} + {1} mois", "{0} + {1} months"),
            call("minusMonths", "{0} − {1} mois", "{0} − {1} months"),
            call("plusYears", "{0} + {1} an(s)", "{0} + {1} year(s)"),
            call("plusDays", "{0} + {1} jour(s)", "{0} + {1} day(s)"),
            call(
                    "anniversary",
                    "premier anniversaire de {0} à partir de {1}",
                    "first anniversary of {0} on or after {1}"),
            call("dayOfYear", "le {1} de l’année {0}", "day {1} of year {0}"),
            call("else", "{0}, à défaut [1]", "{0}, or if none [1]"),
            call("elseKnown", "{0} si connu, sinon [1]", "{0} if known, else [1]"),
            call("given", "{1}, pourvu que {0} soit connu", "{1}, provided {0} is known"),
            call("days", "nombre de jours de {0} à {1} inclus", "number of days from {0} to {1} inclusive"),
            call("lowerBound", "au moins {0}, faute de {1}", "at least {0}, for want of {1}"),
            call(
                    "absentEach",
                    "informations manquantes {0} de chaque élément de {1}",
                    "missing facts {0} for each of {1}"),
            call("listMinus", "{0} sans {1}", "{0} without {1}"),
            call("listHas", "{0} contient {1}", "{0} contains {1}"),
            call("contains", "{0} contient {1}", "{0} contains {1}"),
            call("if", "si [0], alors {1}, sinon [2]", "if [0], then {1}, else [2]"));
    private static final Map<String, Integer> BINDS = Map.ofEntries(
            Map.entry("known", Words.TEST),
            Map.entry("missing", Words.TEST),
            Map.entry("none", Words.TEST),
            Map.entry("sunday", Words.TEST),
            Map.entry("listHas", Words.TEST),
            Map.entry("contains", Words.TEST),
            Map.entry("ratio", Words.PRODUCT),
            Map.entry("divided2", Words.SINGLE),
            Map.entry("round2", Words.SINGLE),
            Map.entry("text", Words.SINGLE),
            Map.entry("abs", Words.SINGLE));
    private static final Map<String, Sentence> SUMS = Map.ofEntries(
            call("sum", "somme de {0} sur les {1}", "sum of {0} over the {1}"),
            call("sumKnown", "somme de {0}, s’il est connu, sur les {1}", "sum of {0} where known over the {1}"),
            call("count", "nombre de {1}", "number of {1}"),
            call("min", "le plus petit {0} des {1}", "the smallest {0} of the {1}"),
            call("max", "le plus grand {0} des {1}", "the largest {0} of the {1}"),
            call("first", "{0} du premier des {1}", "{0} of the first of the {1}"),
            call("mean", "moyenne de {0} sur les {1}", "mean of {0} over the {1}"),
            call("any", "{0} pour l’un au moins des {1}", "{0} for at least one of the {1}"),
            call("distinct", "nombre de {0} différents des {1}", "number of different {0} of the {1}"),
            call("join", "liste de {0} des {1}", "list of {0} of the {1}"),
            call("list", "liste de {0} des {1}", "list of {0} of the {1}"),
            call(
                    "fold",
                    "cumul à partir de {2}, qui devient à chaque fois {0}, sur les {1}",
                    "total that starts at {2} and becomes {0} each time, over the {1}"));

    private final Book book;

    FunctionWords(Book book) {
        this.book = book;
    }

    private static Map.Entry<String, Sentence> call(String name, String fr, String en) {
        return Map.entry(name, new Sentence(fr.replace(" :", "\u00A0:").replace(" ;", "\u00A0;"), en));
    }

    Words call(String name, List<Words> args, List<String> texts) {
        if (name.equals("lookup") || name.equals("rows")) {
            return lookup(name.equals("lookup"), args, texts);
        }
        if (name.equals("openRows")) {
            return openRows(texts);
        }
        Sentence known = CALLS.get(name);
        if (known != null
                && known.fr().chars().filter(c -> c == '{' || c == '[').count() == args.size()) {
            return Words.filled(book.lang().say(known), args, BINDS.getOrDefault(name, Words.WORDS));
        }
        return other(name, args);
    }

    private Words other(String name, List<Words> args) {
        if (name.equals("concat")) {
            return Words.joined(args, Span.sign(" & "), Words.SUM);
        }
        if (name.equals("maybe")) {
            List<Span> all = new ArrayList<>(args.get(0).bracketed());
            all.add(Span.text(book.say(" (à défaut de le savoir, l’un de\u00A0: ", " (if unknown, one of: ")));
            all.addAll(Words.joined(args.subList(1, args.size()), Span.text(", "), Words.WORDS)
                    .spans());
            all.add(Span.sign(")"));
            return new Words(all, Words.WORDS);
        }
        List<Span> all = new ArrayList<>(List.of(Span.code(name), Span.sign("(")));
        all.addAll(Words.joined(args, Span.text("; "), Words.WORDS).spans());
        all.add(Span.sign(")"));
        return new Words(all, Words.SINGLE);
    }

    private Words lookup(boolean value, List<Words> args, List<String> texts) {
        Optional<PlainTable> table = book.rulebook().list(texts.get(0));
        List<Span> all = new ArrayList<>();
        int first = value ? 2 : 1;
        all.add(
                value
                        ? Span.text("«\u00A0" + header(table, texts.get(1)) + "\u00A0»" + book.say(" dans ", " in "))
                        : Span.text(book.say("nombre de lignes de ", "number of rows of ")));
        all.add(book.table(texts.get(0)));
        if (!texts.get(first).equals("ALWAYS")) {
            all.add(Span.text(book.say(" à la date\u00A0: ", " on the date: ")));
            all.addAll(args.get(first).bracketed());
        }
        for (int i = first + 1; i + 1 < args.size(); i += 2) {
            all.add(Span.text((i == first + 1 ? book.say(", pour ", ", for ") : book.say(" et ", " and "))
                    + header(table, texts.get(i))));
            all.add(Span.sign(" = "));
            all.addAll(args.get(i + 1).bracketed());
        }
        return new Words(all, Words.WORDS);
    }

    private String header(Optional<PlainTable> table, String column) {
        String french = table.flatMap(t -> t.column(column)).map(Column::header).orElse(column);
        return book.say(french, Names.spaced(column));
    }

    private Words openRows(List<String> texts) {
        List<Span> all = new ArrayList<>();
        all.add(Span.text(book.say("nombre de lignes encore possibles de ", "number of rows still possible of ")));
        all.add(book.table(texts.get(0)));
        for (int i = 1; i < texts.size(); i++) {
            all.add(Span.text(i == 1 ? book.say(" au vu de ", " in view of ") : ", "));
            all.add(book.field(texts.get(i)));
        }
        return new Words(all, Words.WORDS);
    }

    Words aggregate(String name, Kind kind, Words value, Words where, Words init) {
        Sentence said = SUMS.getOrDefault(name, new Sentence(name + " {0} {1}", name + " {0} {1}"));
        Words none = Words.single(Span.text(""));
        List<Span> which = new ArrayList<>(List.of(Span.text(book.lang().say(Names.many(kind)))));
        if (where != null) {
            which.add(Span.text(book.say(" tels que ", " such that ")));
            which.addAll(where.bracketed());
        }
        return new Words(
                Words.filled(
                                book.lang().say(said),
                                List.of(value == null ? none : value, Words.single(which), init == null ? none : init),
                                Words.WORDS)
                        .spans(),
                Words.WORDS);
    }
}
