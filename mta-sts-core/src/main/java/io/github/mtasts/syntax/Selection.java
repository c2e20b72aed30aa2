package io.github.mtasts.syntax;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
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
 * @param candidates the record that the choice fell on, or those that it could not decide between; empty when absent. Beside
 *     any other record, one with white space before its first semicolon is invalid: it does not begin with version and semicolon
 * @param unrelated each record that was discarded
 */
public record Selection<T>(Status status, List<Parsed<T>> candidates, List<Octets> unrelated) {

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

    /** Copies the lists. */
    public Selection {
        candidates = List.copyOf(candidates);
        unrelated = List.copyOf(unrelated);
    }

    /**
     * The candidate to show.
     *
     * @return the first; empty when absent
     */
    public Optional<Parsed<T>> first() {
        return candidates.stream().findFirst();
    }

    /**
     * How many records were candidates.
     *
     * @return 0 when absent
     */
    public int count() {
        return candidates.size();
    }

    /**
     * The record that conforming senders use.
     *
     * @return empty unless there is exactly one, and it is valid
     */
    public Optional<T> record() {
        return status == Status.ONE ? first().flatMap(Parsed::value) : Optional.empty();
    }

    /**
     * The discarded records for a message.
     *
     * @return each quoted, escaped and bounded, and what it is where that is known: {@code an SPF record "v=spf1 -all"}
     */
    public List<String> discarded() {
        return unrelated.stream().map(Selection::named).toList();
    }

    private static String named(Octets text) {
        if (text.length() == 0) {
            return "an empty text";
        }
        return OtherText.of(text.latin1()).map(other -> other.what + " ").orElse("") + text.quoted();
    }

    static <T> Selection<T> among(List<Octets> records, TxtGrammar grammar, Function<Octets, Parsed<T>> parse) {
        List<String> texts = records.stream().map(Octets::latin1).toList();
        BitSet chosen = indices(texts, text -> text.startsWith(grammar.version + ";"));
        boolean discarded = chosen.isEmpty() && records.size() > 1;
        if (chosen.isEmpty()) {
            chosen = indices(texts, grammar::isSeen);
        }
        Status status = chosen.cardinality() == 1 ? Status.ONE : Status.SEVERAL;
        if (chosen.isEmpty()) {
            chosen = indices(texts, grammar::isMeant);
            status = chosen.isEmpty() ? Status.ABSENT : Status.UNSEEN;
        }
        List<Parsed<T>> candidates = new ArrayList<>();
        List<Octets> unrelated = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (chosen.get(i)) {
                Parsed<T> parsed = parse.apply(records.get(i));
                candidates.add(discarded ? withoutValue(parsed, grammar) : parsed);
            } else {
                unrelated.add(records.get(i));
            }
        }
        return new Selection<>(status, candidates, unrelated);
    }

    /** RFC 8461 §3.1: of several records those that do not begin with the version and a semicolon are discarded. */
    private static <T> Parsed<T> withoutValue(Parsed<T> record, TxtGrammar grammar) {
        List<Issue> issues = record.issues().stream()
                .map(issue -> issue.code() == grammar.spaceBeforeDelimiter
                        ? issue.withSeverity(Severity.ERROR)
                                .withMessage("There is white space before the first semicolon, and the record is not"
                                        + " alone: of several TXT records, senders discard those that do not begin with "
                                        + grammar.version + ";.")
                        : issue)
                .toList();
        boolean error = issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
        return new Parsed<>(record.text(), error ? Optional.empty() : record.value(), record.fields(), issues);
    }

    private static BitSet indices(List<String> texts, Predicate<String> wanted) {
        BitSet indices = new BitSet(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            indices.set(i, wanted.test(texts.get(i)));
        }
        return indices;
    }
}
