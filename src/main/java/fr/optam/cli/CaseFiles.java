package fr.optam.cli;

import fr.optam.cohort.TableFile;
import fr.optam.cohort.TableFile.Column;
import fr.optam.cohort.TableFile.Type;
import fr.optam.compare.impact.Case;
import fr.optam.compare.impact.ChangedAnswer;
import fr.optam.compare.impact.EditView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the cases of a comparison as tables: one line a changed answer, and one line an edit that causes it. */
final class CaseFiles implements AutoCloseable {
    private static final List<Column> CASES = List.of(
            text("practitioner"),
            new Column("year", Type.WHOLE),
            text("specialty"),
            text("department"),
            text("sector"),
            text("option"),
            text("question"),
            text("act"),
            text("letter"),
            new Column("lines", Type.WHOLE),
            text("changed"),
            text("verdict_before"),
            text("verdict_after"),
            text("reason_before"),
            text("reason_after"),
            text("value_before"),
            text("value_after"),
            text("unit"),
            new Column("amount_before", Type.EUROS),
            new Column("amount_after", Type.EUROS),
            text("confidence_before"),
            text("confidence_after"),
            new Column("own_change", Type.EUROS),
            new Column("balance", Type.EUROS),
            text("causes"),
            text("how"),
            new Column("exact", Type.TRUTH),
            text("cause"));
    private static final List<Column> SHARES = List.of(
            text("practitioner"),
            new Column("year", Type.WHOLE),
            text("question"),
            text("act"),
            text("letter"),
            new Column("lines", Type.WHOLE),
            text("causes"),
            text("how"),
            text("edit"),
            text("table"),
            text("row"),
            text("column"),
            text("place"),
            text("title"),
            new Column("share", Type.EUROS));

    private final List<TableFile> cases = new ArrayList<>();
    private final List<TableFile> shares = new ArrayList<>();
    private final List<EditView> edits;
    private final boolean french;

    private static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    CaseFiles(List<Path> caseFiles, List<Path> shareFiles, List<EditView> edits, boolean french) throws IOException {
        this.edits = edits;
        this.french = french;
        try {
            for (Path file : caseFiles) {
                cases.add(new TableFile(file, CASES));
            }
            for (Path file : shareFiles) {
                shares.add(new TableFile(file, SHARES));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Writes a case. */
    void add(Case one) {
        try {
            for (ChangedAnswer change : one.changes()) {
                if (!cases.isEmpty()) {
                    List<String> row = row(one, change);
                    for (TableFile file : cases) {
                        file.row(row);
                    }
                }
                if (!shares.isEmpty()) {
                    share(one, change);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> row(Case one, ChangedAnswer change) {
        ChangedAnswer.Said before = change.before();
        ChangedAnswer.Said after = change.after();
        return List.of(
                one.practitioner(),
                String.valueOf(one.year()),
                one.specialty(),
                one.department(),
                one.sector(),
                one.option(),
                change.question(),
                act(change),
                change.letter(),
                String.valueOf(change.lines()),
                change.parts().stream().map(Enum::name).collect(Collectors.joining(";")),
                before.verdict(),
                after.verdict(),
                before.reason(),
                after.reason(),
                before.value(),
                after.value(),
                after.unit().isEmpty() ? before.unit() : after.unit(),
                before.amount(),
                after.amount(),
                before.verdict().isEmpty() ? "" : before.confidence().name(),
                after.verdict().isEmpty() ? "" : after.confidence().name(),
                change.own().isPresent() ? euros(change.own().getAsLong()) : "",
                euros(change.balance()),
                names(change),
                change.cause().how().name(),
                String.valueOf(change.cause().exact()),
                change.cause().edits().stream()
                        .map(n -> edits.get(n - 1))
                        .map(this::title)
                        .collect(Collectors.joining(" | ")));
    }

    private void share(Case one, ChangedAnswer change) throws IOException {
        for (int i = 0; i < change.shares().size(); i++) {
            EditView edit = edits.get(change.cause().edits().get(i) - 1);
            List<String> row = List.of(
                    one.practitioner(),
                    String.valueOf(one.year()),
                    change.question(),
                    act(change),
                    change.letter(),
                    String.valueOf(change.lines()),
                    names(change),
                    change.cause().how().name(),
                    edit.name(),
                    edit.table(),
                    edit.row(),
                    edit.column(),
                    edit.place(),
                    title(edit),
                    euros(change.shares().get(i)));
            for (TableFile file : shares) {
                file.row(row);
            }
        }
    }

    /** An act of which no line has an id is told by its place alone. */
    private static String act(ChangedAnswer change) {
        return change.act().strip();
    }

    private String title(EditView edit) {
        return french ? edit.title().fr() : edit.title().en();
    }

    private static String names(ChangedAnswer change) {
        return change.cause().edits().stream().map(n -> "E" + n).collect(Collectors.joining(";"));
    }

    static String euros(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** Gives the files their names. */
    void end() throws IOException {
        for (TableFile file : cases) {
            file.end();
        }
        for (TableFile file : shares) {
            file.end();
        }
    }

    @Override
    public void close() throws IOException {
        for (TableFile file : cases) {
            file.close();
        }
        for (TableFile file : shares) {
            file.close();
        }
    }
}
