package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form of a formula, for whoever asks how it reads a field rather than what it gives. */
public sealed interface FormulaTree {

    /** A text or a number as written, or one of the words {@code true}, {@code false}, {@code nothing}, {@code acc}. */
    record Constant(String text) implements FormulaTree {}

    /**
     * A field.
     *
     * @param name its name
     * @param self whether it is one of the fact that the formula belongs to, {@code self.on}
     */
    record Name(String name, boolean self) implements FormulaTree {}

    /**
     * An operator or a function, with what it is applied to.
     *
     * @param name sign or name; {@code and}, {@code or} and {@code not} too
     * @param args operands or arguments
     */
    record Apply(String name, List<FormulaTree> args) implements FormulaTree {}

    /**
     * A sum or choice over all facts of a kind.
     *
     * @param name name of the function
     * @param kind the kind
     * @param init what a fold begins with
     * @param value what is taken of each
     * @param where which facts are meant
     */
    record Over(
            String name,
            Kind kind,
            Optional<FormulaTree> init,
            Optional<FormulaTree> value,
            Optional<FormulaTree> where)
            implements FormulaTree {}

    /** The form of a formula that was read before. */
    static FormulaTree of(Formula formula) {
        try {
            return new Parser(formula.text()).all();
        } catch (FormulaInvalid e) {
            throw new IllegalStateException(formula.text() + ": was read before.", e);
        }
    }

    /** Cuts what the loader has judged: nothing is checked again. */
    final class Parser {
        private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");

        private final FormulaTokens tokens;

        private Parser(String text) throws FormulaInvalid {
            this.tokens = new FormulaTokens(text);
        }

        private FormulaTree all() throws FormulaInvalid {
            FormulaTree left = conjunction();
            while (tokens.acceptName("or")) {
                left = new Apply("or", List.of(left, conjunction()));
            }
            return left;
        }

        private FormulaTree conjunction() throws FormulaInvalid {
            FormulaTree left = negation();
            while (tokens.acceptName("and")) {
                left = new Apply("and", List.of(left, negation()));
            }
            return left;
        }

        private FormulaTree negation() throws FormulaInvalid {
            return tokens.acceptName("not") ? new Apply("not", List.of(negation())) : comparison();
        }

        private FormulaTree comparison() throws FormulaInvalid {
            FormulaTree left = sum();
            String sign =
                    tokens.peek().kind() == Lexer.Kind.SYMBOL ? tokens.peek().text() : "";
            if (!COMPARISONS.contains(sign)) {
                return left;
            }
            tokens.take();
            return new Apply(sign, List.of(left, sum()));
        }

        private FormulaTree sum() throws FormulaInvalid {
            FormulaTree left = product();
            while (true) {
                String sign = tokens.accept("+") ? "+" : tokens.accept("-") ? "-" : "";
                if (sign.isEmpty()) {
                    return left;
                }
                left = new Apply(sign, List.of(left, product()));
            }
        }

        private FormulaTree product() throws FormulaInvalid {
            FormulaTree left = primary();
            while (tokens.accept("*")) {
                left = new Apply("*", List.of(left, primary()));
            }
            return left;
        }

        private FormulaTree primary() throws FormulaInvalid {
            Lexer.Token token = tokens.take();
            switch (token.kind()) {
                case NUMBER, TEXT -> {
                    return new Constant(token.text());
                }
                case NAME -> {
                    return name(token.text());
                }
                default -> {
                    if (token.text().equals("-")) {
                        return new Apply("-", List.of(primary()));
                    }
                    FormulaTree inner = all();
                    tokens.expect(")");
                    return inner;
                }
            }
        }

        private FormulaTree name(String name) throws FormulaInvalid {
            switch (name) {
                case "true", "false", "nothing", "acc" -> {
                    return new Constant(name);
                }
                case "self" -> {
                    tokens.expect(".");
                    return new Name(tokens.take().text(), true);
                }
                default -> {
                    return tokens.accept("(") ? call(name) : new Name(name, false);
                }
            }
        }

        private FormulaTree call(String name) throws FormulaInvalid {
            Optional<Kind> kind = tokens.peek().kind() == Lexer.Kind.NAME
                    ? Kind.of(tokens.peek().text())
                    : Optional.empty();
            if (kind.isPresent()) {
                tokens.take();
                return over(name, kind.get());
            }
            List<FormulaTree> args = new ArrayList<>();
            while (!tokens.accept(")")) {
                if (!args.isEmpty()) {
                    tokens.expect(",");
                }
                args.add(all());
            }
            return new Apply(name, List.copyOf(args));
        }

        private FormulaTree over(String name, Kind kind) throws FormulaInvalid {
            Optional<FormulaTree> init = Optional.empty();
            if (name.equals("fold")) {
                tokens.expect(",");
                init = Optional.of(all());
            }
            Optional<FormulaTree> value = tokens.accept(",") ? Optional.of(all()) : Optional.empty();
            Optional<FormulaTree> where = tokens.acceptName("where") ? Optional.of(all()) : Optional.empty();
            tokens.expect(")");
            return new Over(name, kind, init, value, where);
        }
    }
}
