package fr.optam.report.chart;

import java.util.List;

/** What lies along a picture of curves. */
public sealed interface Axis {
    /** What it is, in words. */
    String name();

    /** An axis of values. */
    static Axis values(Quantity quantity) {
        return new Values(quantity);
    }

    /** An axis of names, years or months; the x of a point is the place of its name, from zero on. */
    static Axis names(String name, List<String> labels) {
        return new Names(name, labels);
    }

    /** Values at their distances. @param quantity what they are */
    record Values(Quantity quantity) implements Axis {
        @Override
        public String name() {
            return quantity.name();
        }
    }

    /** Names at even distances. @param name what they are @param labels names in their order */
    record Names(String name, List<String> labels) implements Axis {
        /** Copies the list. */
        public Names {
            labels = List.copyOf(labels);
        }
    }
}
