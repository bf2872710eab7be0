package fr.optam.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins years by the ids of the practitioners, which each year holds in order; one practitioner in memory at a time. */
final class TrendJoin implements Closeable {
    private static final Comparator<String> ORDER = Comparator.naturalOrder();

    private final List<TrendSpool.Reader> readers = new ArrayList<>();
    private final List<Optional<TrendSpool.Entry>> heads = new ArrayList<>();
    private String last = "";

    TrendJoin(List<TrendYear.Read> years) throws IOException {
        for (TrendYear.Read year : years) {
            TrendSpool.Reader reader = new TrendSpool.Reader(year.spool(), year.size());
            readers.add(reader);
            heads.add(reader.next());
        }
    }

    /** The next practitioner by year; empty after the last. */
    SortedMap<Integer, TrendSpool.Entry> next() throws IOException {
        SortedMap<Integer, TrendSpool.Entry> history = new TreeMap<>();
        Optional<String> least =
                heads.stream().flatMap(Optional::stream).map(e -> e.view().id()).min(ORDER);
        if (least.isEmpty()) {
            return history;
        }
        if (ORDER.compare(last, least.get()) >= 0) {
            throw new IOException("practitioner " + least.get() + " comes after " + last + ", out of order");
        }
        last = least.get();
        for (int i = 0; i < heads.size(); i++) {
            Optional<TrendSpool.Entry> head = heads.get(i);
            if (head.isPresent() && head.get().view().id().equals(last)) {
                history.put(head.get().view().year(), head.get());
                heads.set(i, readers.get(i).next());
            }
        }
        return history;
    }

    @Override
    public void close() throws IOException {
        for (TrendSpool.Reader reader : readers) {
            reader.close();
        }
    }
}
