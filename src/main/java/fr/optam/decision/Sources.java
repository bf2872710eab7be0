package fr.optam.decision;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Citations that many decisions share, so that they are written once. */
public final class Sources extends AbstractList<Source> implements RandomAccess {
    private final List<Source> sources;
    private Written written;

    /** @param sources the citations, in their order */
    public Sources(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public Source get(int place) {
        return sources.get(place);
    }

    @Override
    public int size() {
        return sources.size();
    }

    /** How they are written, if somebody kept that; null else. */
    public Written written() {
        return written;
    }

    /** Keeps how they are written. Threads may keep the same at the same time. */
    public void keep(Written bytes) {
        written = bytes;
    }
}
