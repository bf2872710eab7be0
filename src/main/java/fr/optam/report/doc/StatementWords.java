package fr.optam.report.doc;

import fr.optam.decision.Sentence;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.List;

/** What a rule states, in words. */
final class StatementWords {
    private final Book book;

    StatementWords(Book book) {
        this.book = book;
    }

    List<Span> of(Statement statement) {
        if (statement instanceof Statement.Set s) {
            List<Span> all = new ArrayList<>(List.of(book.field(s.field()), Span.sign(" ← ")));
            all.addAll(book.code(s.field(), s.code()));
            return all;
        }
        if (statement instanceof Statement.Let s) {
            return line(List.of(book.field(s.field()), Span.sign(" = ")), s.formula());
        }
        if (statement instanceof Statement.Answer s) {
            return answer(s);
        }
        if (statement instanceof Statement.Value s) {
            String unit = book.words("", s.unit());
            return line(
                    named(book.say("Chiffre de la réponse", "Figure of the answer"), unit.isEmpty() ? s.unit() : unit),
                    s.formula());
        }
        if (statement instanceof Statement.Amount s) {
            return line(named(book.say("Montant", "Amount"), "euros"), s.formula());
        }
        return further(statement);
    }

    private List<Span> further(Statement statement) {
        if (statement instanceof Statement.Detail s) {
            return line(
                    List.of(Span.text(book.say("Détail ", "Detail ")), Span.code(s.name()), Span.sign(" = ")),
                    s.formula());
        }
        if (statement instanceof Statement.DetailOf s) {
            return line(
                    List.of(
                            Span.text(book.say("Détail ", "Detail ")),
                            Span.code(s.name()),
                            Span.text(book.say(" de la réponse ", " of the answer ")),
                            question(s.question()),
                            Span.sign(" = ")),
                    s.formula());
        }
        if (statement instanceof Statement.With s) {
            return line(
                    List.of(Span.text(book.say("Mot ", "Word ")), Span.code("{" + s.word() + "}"), Span.sign(" = ")),
                    s.formula());
        }
        if (statement instanceof Statement.Missing s) {
            List<Span> all = new ArrayList<>(List.of(Span.text(book.say(
                    "Ce qui manque\u00A0: ce qui laisse inconnu ", "What is missing: whatever leaves unknown "))));
            for (int i = 0; i < s.fields().size(); i++) {
                all.add(Span.text(i == 0 ? "" : ", "));
                all.add(book.field(s.fields().get(i)));
            }
            return all;
        }
        if (statement instanceof Statement.Finding s) {
            return said(
                    book.say("Constat\u00A0: ", "Finding: "),
                    s.code(),
                    book.rulebook().words().finding(s.code()),
                    book.hasFinding(s.code()) ? "constat-" : "motif-");
        }
        if (statement instanceof Statement.Say s) {
            return said(
                    book.say("Phrase\u00A0: ", "Sentence: "),
                    s.reason(),
                    book.rulebook().words().reason(s.reason()),
                    "motif-");
        }
        if (statement instanceof Statement.Outcome s) {
            String words = book.label("OUTCOME", s.code());
            return List.of(
                    Span.text(book.say("Issue de la décision\u00A0: ", "Outcome of the decision: ")),
                    Span.strong(words),
                    Span.text(" "),
                    Span.code(s.code()));
        }
        throw new IllegalArgumentException(String.valueOf(statement));
    }

    private static List<Span> named(String name, String unit) {
        return List.of(Span.text(name + " (" + unit + ")"), Span.sign(" = "));
    }

    private List<Span> line(List<Span> before, Formula formula) {
        List<Span> all = new ArrayList<>(before);
        all.addAll(FormulaWords.of(book, formula));
        return all;
    }

    private List<Span> answer(Statement.Answer s) {
        List<Span> all = new ArrayList<>(List.of(
                Span.text(book.say("Réponse à ", "Answer to ")),
                question(s.question()),
                Span.text(book.say("\u00A0: ", ": "))));
        all.addAll(
                s.verdict().startsWith("{")
                        ? List.of(Span.text(book.say("selon ", "according to ")), word(s.verdict()))
                        : List.of(
                                Span.strong(book.verdict(s.question(), s.verdict())),
                                Span.text(" "),
                                Span.code(s.verdict())));
        all.add(Span.text(book.say(", motif ", ", reason ")));
        if (s.reason().startsWith("{")) {
            all.add(Span.text(book.say("selon ", "according to ")));
            all.add(word(s.reason()));
        } else {
            all.add(book.reason(s.reason()));
            all.add(Span.text(book.say("\u00A0: ", ": ")));
            all.add(Span.soft(book.lang().say(book.rulebook().words().reason(s.reason()))));
        }
        return all;
    }

    private Span word(String braces) {
        return book.field(braces.replaceAll("[{}]", ""));
    }

    private Span question(String question) {
        return book.question(question);
    }

    private List<Span> said(String before, String code, Sentence sentence, String place) {
        if (code.startsWith("{")) {
            return List.of(Span.text(before + book.say("selon ", "according to ")), word(code));
        }
        boolean known = !sentence.fr().equals(code);
        return List.of(
                Span.text(before),
                known ? Span.codeLink(code, book.to(place + code)) : Span.code(code),
                Span.text(book.say("\u00A0: ", ": ")),
                Span.soft(book.lang().say(sentence)));
    }
}
