package fr.optam.decision;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Texts by name, in the order of names. Many decisions may share one; then it is written once. */
public final class Entries extends AbstractMap<String, String> {
    /** None. */
    public static final Entries NONE = new Entries(new String[0], new String[0]);

    private final String[] names;
    private final String[] texts;
    private boolean shared;
    private Written written;

    private Entries(String[] names, String[] texts) {
        this.names = names;
        this.texts = texts;
    }

    /** Gathers entries; of several of one name the last counts. */
    public static final class Gatherer {
        private static final int FEW = 24;

        private String[] names = new String[8];
        private String[] texts = new String[8];
        private int size;

        /** Adds one. */
        public void put(String name, String text) {
            if (size == names.length) {
                names = Arrays.copyOf(names, 2 * size);
                texts = Arrays.copyOf(texts, 2 * size);
            }
            names[size] = name;
            texts[size++] = text;
        }

        /** All that were added; nothing may be added after. */
        public Entries entries() {
            return size == 0 ? NONE : size > FEW ? many() : few();
        }

        private Entries many() {
            Map<String, String> sorted = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                sorted.put(names[i], texts[i]);
            }
            return of(sorted);
        }

        private Entries few() {
            int known = 0;
            for (int i = 0; i < size; i++) {
                String name = names[i];
                String text = texts[i];
                int at = known;
                int sign = -1;
                while (at > 0 && (sign = names[at - 1].compareTo(name)) > 0) {
                    at--;
                }
                if (at > 0 && sign == 0) {
                    texts[at - 1] = text;
                } else {
                    System.arraycopy(names, at, names, at + 1, known - at);
                    System.arraycopy(texts, at, texts, at + 1, known - at);
                    names[at] = name;
                    texts[at] = text;
                    known++;
                }
            }
            return new Entries(Arrays.copyOf(names, known), Arrays.copyOf(texts, known));
        }
    }

    /** The entries of a map. */
    public static Entries of(Map<String, String> map) {
        Map<String, String> sorted = new TreeMap<>(map);
        return new Entries(
                sorted.keySet().toArray(String[]::new), sorted.values().toArray(String[]::new));
    }

    @Override
    public int size() {
        return names.length;
    }

    /** Name at a place. */
    public String name(int place) {
        return names[place];
    }

    /** Text at a place. */
    public String text(int place) {
        return texts[place];
    }

    /** These entries, of which it is known that many decisions share them. */
    public Entries shared() {
        shared = true;
        return this;
    }

    /** Whether many decisions share these entries. */
    public boolean isShared() {
        return shared;
    }

    /** How these entries are written, if somebody kept that; null else. */
    public Written written() {
        return written;
    }

    /** Keeps how these entries are written. Threads may keep the same at the same time. */
    public void keep(Written bytes) {
        written = bytes;
    }

    @Override
    public String get(Object name) {
        int place = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return place < 0 ? null : texts[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Entry<String, String>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < names.length;
                    }

                    @Override
                    public Entry<String, String> next() {
                        if (next >= names.length) {
                            throw new java.util.NoSuchElementException();
                        }
                        return new SimpleImmutableEntry<>(names[next], texts[next++]);
                    }
                };
            }
        };
    }
}
