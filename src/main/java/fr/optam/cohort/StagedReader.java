package fr.optam.cohort;

import fr.optam.fact.Act;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Streams the practitioner-years of the staged tables, ordered by practitioner id, one in memory at a time. */
final class StagedReader implements Iterator<PractitionerYear>, AutoCloseable {
    private final int year;
    private final Set<String> present = new HashSet<>();
    private ActSource acts;
    private final Map<StagedTable, RowStream> streams = new EnumMap<>(StagedTable.class);
    private List<String> unknown = List.of();

    private StagedReader(int year) {
        this.year = year;
    }

    /** Opens the acts, which come last: the other tables may say how they are read. */
    @FunctionalInterface
    interface Acts {
        /** Opens them. */
        ActSource open() throws SQLException;
    }

    /**
     * Opens one sorted stream a table.
     *
     * @throws UncheckedIOException if the tables can't be read
     */
    static StagedReader open(Staging staging, int year, Acts opening) {
        StagedReader reader = new StagedReader(year);
        try {
            try (Statement statement = staging.connection().createStatement();
                    ResultSet name = statement.executeQuery("SELECT name FROM s_present")) {
                while (name.next()) {
                    reader.present.add(name.getString(1));
                }
            }
            for (Map.Entry<StagedTable, String> query : StagedFacts.QUERIES.entrySet()) {
                StagedTable table = query.getKey();
                reader.streams.put(
                        table,
                        new RowStream(
                                staging,
                                "SELECT practitioner_id, " + query.getValue() + " FROM " + table.sqlName()
                                        + " ORDER BY practitioner_id"));
            }
            reader.acts = opening.open();
            return reader;
        } catch (SQLException failure) {
            reader.close();
            throw new UncheckedIOException(staging.unreadable(failure));
        }
    }

    @Override
    public boolean hasNext() {
        return !streams.get(StagedTable.PRACTITIONERS).practitioner().isEmpty();
    }

    @Override
    public PractitionerYear next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RowStream main = streams.get(StagedTable.PRACTITIONERS);
        Practitioner practitioner = StagedFacts.practitioner(main);
        Optional<Request> request = StagedFacts.request(main);
        main.next();
        String id = practitioner.id();
        unknown = rows(id, StagedTable.UNKNOWN, row -> row.text(1).orElseThrow());
        return new PractitionerYear(
                year,
                practitioner,
                request,
                list(id, StagedTable.MEMBERSHIPS, StagedFacts::membership).map(Canonical::memberships),
                list(id, StagedTable.ACTIVITY, StagedFacts::activity).map(Canonical::activity),
                acts(id),
                list(id, StagedTable.TARIFF_RISES, StagedFacts::rise).map(Canonical::rises),
                list(id, StagedTable.EVENTS, StagedFacts::event).map(Canonical::events),
                list(id, StagedTable.PAID, StagedFacts::paid).map(StagedFacts::paidOrNothing),
                StagedFacts.notes(rows(id, StagedTable.NOTES, StagedFacts::note)));
    }

    @Override
    public void close() {
        streams.values().forEach(RowStream::close);
        streams.clear();
        if (acts != null) {
            acts.close();
            acts = null;
        }
    }

    private Optional<List<Act>> acts(String id) {
        List<Act> facts = acts.of(id);
        return present.contains(StagedTable.ACTS.kind()) ? Optional.of(facts) : Optional.empty();
    }

    private <T> Optional<List<T>> list(String id, StagedTable table, Function<RowStream, T> fact) {
        List<T> facts = rows(id, table, fact);
        return present.contains(table.kind()) && !unknown.contains(table.kind())
                ? Optional.of(facts)
                : Optional.empty();
    }

    private <T> List<T> rows(String id, StagedTable table, Function<RowStream, T> fact) {
        RowStream stream = at(id, table);
        List<T> facts = new ArrayList<>();
        while (stream.of(id)) {
            facts.add(fact.apply(stream));
            stream.next();
        }
        return facts;
    }

    private RowStream at(String id, StagedTable table) {
        RowStream stream = streams.get(table);
        stream.noneBefore(id, table);
        return stream;
    }
}
