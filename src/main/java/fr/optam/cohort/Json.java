package fr.optam.cohort;

import java.util.List;
import java.util.Map;

/** A JSON value that keeps numbers as they were written. */
sealed interface Json {
    record Obj(Map<String, Json> members) implements Json {}

    record Arr(List<Json> items) implements Json {}

    record Str(String text) implements Json {}

    record Num(String text) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /** What it is, in words. */
    default String kind() {
        if (this instanceof Obj) {
            return "an object";
        }
        if (this instanceof Arr) {
            return "an array";
        }
        if (this instanceof Str) {
            return "text";
        }
        if (this instanceof Num) {
            return "a number";
        }
        return this instanceof Bool ? "true or false" : "null";
    }

    /** The value as it is shown in a message. */
    default String shown() {
        if (this instanceof Str str) {
            return '"' + (str.text().length() > 80 ? str.text().substring(0, 80) : str.text()) + '"';
        }
        if (this instanceof Num num) {
            return num.text().length() > 80 ? num.text().substring(0, 80) : num.text();
        }
        return this instanceof Bool bool ? String.valueOf(bool.value()) : kind();
    }
}
