package fr.optam.analysis;

import java.util.List;
import java.util.Optional;

/**
 * A row of the list of domains.
 *
 * @param table rule table that it is about; empty for all
 * @param domain the values
 * @param when the other field that makes it apply; nothing if it applies where no other row of the field does
 */
record DomainRow(String table, FieldDomain domain, Optional<When> when) {

    /**
     * A limit on another field.
     *
     * @param field the other field
     * @param codes values of it, or the words for a value or none; none for an ordered field
     * @param from first value as a bound; empty if open
     * @param to last value as a bound; empty if open
     */
    record When(String field, List<String> codes, Optional<Object> from, Optional<Object> to) {}
}
