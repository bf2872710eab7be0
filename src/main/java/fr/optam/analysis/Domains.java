package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each field can hold, from the list {@code reference/domaines}. */
final class Domains {
    static final String TABLE = "reference/domaines";
    /** Stands for a number without limit. */
    private static final BigDecimal FAR = BigDecimal.TEN.pow(9);

    private static final String SEVERAL = "+";

    private final Rulebook rulebook;
    private final List<TableFinding> findings;
    private final List<DomainRow> rows = new ArrayList<>();

    private Domains(Rulebook rulebook, List<TableFinding> findings) {
        this.rulebook = rulebook;
        this.findings = findings;
    }

    /** Domains made otherwise than from the list. */
    static Domains of(List<DomainRow> rows) {
        Domains domains = new Domains(null, new ArrayList<>());
        domains.rows.addAll(rows);
        return domains;
    }

    /** Reads the list; a row that can't be used is a finding at its cell, and left out. */
    static Domains read(Rulebook rulebook, List<TableFinding> findings) {
        Domains domains = new Domains(rulebook, findings);
        rulebook.list(TABLE).ifPresent(list -> list.rows().forEach(domains::row));
        return domains;
    }

    /** The rows of a field in a table: those of the table alone if there are any. */
    List<DomainRow> of(String table, String field) {
        List<DomainRow> all =
                rows.stream().filter(r -> r.domain().field().equals(field)).toList();
        List<DomainRow> own = all.stream().filter(r -> r.table().equals(table)).toList();
        return own.isEmpty() ? all.stream().filter(r -> r.table().isEmpty()).toList() : own;
    }

    private void row(PlainRow row) {
        String field = text(row, "field");
        String kind = text(row, "kind");
        if (rulebook.dictionary().field(field).isEmpty()) {
            wrong(row, "field", field, "aucun champ de ce nom", "no field of this name");
            return;
        }
        String table = text(row, "table");
        if (!table.isEmpty() && !rulebook.tables().containsKey(table)) {
            wrong(row, "table", table, "aucune table de règles de ce nom", "no rule table of this name");
            return;
        }
        Unit unit = rulebook.dictionary().field(field).get().unit();
        if (!suits(kind, unit)) {
            wrong(row, "kind", kind, "le champ est de l’unité " + unit, "the field is a " + unit);
            return;
        }
        boolean empty = Boolean.TRUE.equals(row.values().get("empty"));
        Optional<FieldDomain> domain =
                switch (kind) {
                    case "CODES" -> codes(row, field, empty);
                    case "YESNO" ->
                        Optional.of(new FieldDomain(field, List.of(Boolean.TRUE, Boolean.FALSE), null, 0, 0, empty));
                    default -> ordered(row, field, kind, empty);
                };
        domain.ifPresent(d -> rows.add(new DomainRow(table, d, when(row))));
    }

    private static boolean suits(String kind, Unit unit) {
        return switch (unit) {
            case CODE, TEXT -> kind.equals("CODES");
            case BOOL -> kind.equals("YESNO");
            case DATE -> kind.equals("DATES");
            case TIME -> kind.equals("TIMES");
            default -> kind.equals("NUMBERS");
        };
    }

    private Optional<FieldDomain> codes(PlainRow row, String field, boolean empty) {
        Set<Object> codes = new LinkedHashSet<>();
        for (String part : items(text(row, "values"))) {
            if (part.contains("/")) {
                codes.addAll(listed(row, part));
            } else {
                codes.add(part);
            }
        }
        for (String part : items(text(row, "several"))) {
            codes.add(part.replace(SEVERAL, ";"));
        }
        if (codes.isEmpty() && !empty) {
            wrong(row, "values", text(row, "values"), "aucune valeur", "no value");
            return Optional.empty();
        }
        return Optional.of(new FieldDomain(field, List.copyOf(codes), null, 0, 0, empty));
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                items.add(part.strip());
            }
        }
        return items;
    }

    /** The codes of a column of a list, {@code reference/specialites.optionGroup}. */
    private Set<String> listed(PlainRow row, String reference) {
        int dot = reference.lastIndexOf('.');
        String column = reference.substring(dot + 1);
        Optional<PlainTable> list = dot < 0 ? Optional.empty() : rulebook.list(reference.substring(0, dot));
        Set<String> codes = new LinkedHashSet<>();
        if (list.isEmpty() || list.get().column(column).isEmpty()) {
            wrong(row, "values", reference, "aucune colonne de liste de ce nom", "no column of a list of this name");
        } else {
            list.get()
                    .rows()
                    .forEach(r -> codes.addAll(items(String.valueOf(r.values().getOrDefault(column, "")))));
        }
        return codes;
    }

    private Optional<FieldDomain> ordered(PlainRow row, String field, String kind, boolean empty) {
        Optional<Scale> scale = Scale.of(kind, text(row, "step"));
        if (scale.isEmpty()) {
            boolean step = List.of("NUMBERS", "DATES", "TIMES").contains(kind);
            wrong(
                    row,
                    step ? "step" : "kind",
                    step ? text(row, "step") : kind,
                    step ? "un pas que ce genre n’a pas" : "genre inconnu",
                    step ? "a step that this kind does not have" : "unknown kind");
            return Optional.empty();
        }
        Optional<Object> low = bound(row, "min", scale.get());
        Optional<Object> high = bound(row, "max", scale.get());
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        FieldDomain open = new FieldDomain(field, List.of(), scale.get(), Long.MIN_VALUE, Long.MAX_VALUE, empty);
        long from = open.ends(Test.AT_LEAST, low.get())[0];
        long to = open.ends(Test.AT_MOST, high.get())[1];
        if (from > to) {
            wrong(row, "max", text(row, "max"), "la fin précède le début", "the end comes before the start");
            return Optional.empty();
        }
        return Optional.of(new FieldDomain(field, List.of(), scale.get(), from, to, empty));
    }

    private Optional<Object> bound(PlainRow row, String column, Scale scale) {
        String text = text(row, column);
        if (text.isEmpty() && scale.kind() == Scale.Kind.NUMBER) {
            return Optional.of(column.equals("min") ? FAR.negate() : FAR);
        }
        try {
            Object bound = Test.AT_LEAST.operand(text);
            if (scale.suits(bound)) {
                return Optional.of(bound);
            }
        } catch (IllegalArgumentException e) {
            // said below, as for a bound of another kind
        }
        wrong(row, column, text, "aucune borne de ce genre", "no bound of this kind");
        return Optional.empty();
    }

    private Optional<DomainRow.When> when(PlainRow row) {
        String field = text(row, "whenField");
        if (field.isEmpty()) {
            return Optional.empty();
        }
        if (rulebook.dictionary().field(field).isEmpty()) {
            wrong(row, "whenField", field, "aucun champ de ce nom", "no field of this name");
        }
        return Optional.of(new DomainRow.When(
                field, items(text(row, "whenValues")), limit(row, "whenMin"), limit(row, "whenMax")));
    }

    private Optional<Object> limit(PlainRow row, String column) {
        String text = text(row, column);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Test.AT_LEAST.operand(text));
        } catch (IllegalArgumentException e) {
            wrong(row, column, text, "aucune borne de ce genre", "no bound of this kind");
            return Optional.empty();
        }
    }

    private static String text(PlainRow row, String column) {
        return String.valueOf(row.values().getOrDefault(column, "")).strip();
    }

    private void wrong(PlainRow row, String column, String value, String fr, String en) {
        String[] at = row.at(column).split("!", 2);
        findings.add(new TableFinding(
                FindingKind.DOMAIN,
                TABLE,
                at[0],
                at[1],
                List.of(row.id()),
                Region.everywhere(),
                List.of(),
                new Sentence(
                        "domaine " + row.id() + " : " + fr + " («\u00a0" + value + "\u00a0»)",
                        "domain " + row.id() + ": " + en + " («" + value + "»)"),
                new Sentence("Peut-être une faute de frappe.", "Maybe a typing error.")));
    }
}
