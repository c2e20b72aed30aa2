package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The choice among the TXT records of one name (RFC 8461, section 3.1; RFC 8460, section 3).
 *
 * @param <T> what such a record parses to
 * @param status the outcome of the choice
 * @param first the record that the choice fell on, or the first of those that it could not decide between; empty when
 *     absent
 * @param count how many records were candidates
 * @param unrelated each record that was discarded
 */
public record Selection<T>(Status status, Optional<Parsed<T>> first, int count, List<Octets> unrelated) {

    /** The outcome of the choice. */
    public enum Status {
        /** Exactly one record begins with the version; it need not be valid. */
        ONE,
        /** Several records begin with the version: senders use none. */
        SEVERAL,
        /** None begins with the version, but at least one is clearly meant to: senders ignore them. */
        UNSEEN,
        /** Only unrelated records, or none at all. */
        ABSENT
    }

    /** Copies the list. */
    public Selection {
        unrelated = List.copyOf(unrelated);
    }

    /**
     * The record that conforming senders use.
     *
     * @return empty unless there is exactly one, and it is valid
     */
    public Optional<T> record() {
        return status == Status.ONE ? first.flatMap(Parsed::value) : Optional.empty();
    }

    static <T> Selection<T> among(List<Octets> records, TxtGrammar grammar, Function<Octets, Parsed<T>> parse) {
        List<String> texts = records.stream().map(Octets::latin1).toList();
        BitSet candidates = indices(texts, text -> text.startsWith(grammar.version + ";"));
        if (candidates.isEmpty()) {
            candidates = indices(texts, grammar::isSeen);
        }
        Status status = candidates.cardinality() == 1 ? Status.ONE : Status.SEVERAL;
        if (candidates.isEmpty()) {
            candidates = indices(texts, grammar::isMeant);
            status = candidates.isEmpty() ? Status.ABSENT : Status.UNSEEN;
        }
        List<Octets> unrelated = new ArrayList<>();
        for (int i = candidates.nextClearBit(0); i < texts.size(); i = candidates.nextClearBit(i + 1)) {
            unrelated.add(records.get(i));
        }
        Optional<Parsed<T>> first = candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(parse.apply(records.get(candidates.nextSetBit(0))));
        return new Selection<>(status, first, candidates.cardinality(), unrelated);
    }

    private static BitSet indices(List<String> texts, Predicate<String> wanted) {
        BitSet indices = new BitSet(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            indices.set(i, wanted.test(texts.get(i)));
        }
        return indices;
    }
}
