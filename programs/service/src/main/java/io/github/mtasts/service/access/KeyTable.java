package io.github.mtasts.service.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The keys as their operator sees them, and which of them no longer let anybody in. */
public final class KeyTable {

    private static final List<String> HEAD = List.of("NAME", "CREATED", "LAST USED", "EXPIRES", "LIMIT", "");
    private static final String NONE = "-";

    private final List<StoredKey> keys;
    private final Map<String, LocalDate> used;
    private final Instant now;

    /** With the days on which keys were last used, by hash. */
    KeyTable(List<StoredKey> keys, Map<String, LocalDate> used, Instant now) {
        this.keys = keys;
        this.used = used;
        this.now = now;
    }

    /** A head and a line for each key, in columns; nothing when there is no key. */
    public List<String> lines() {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows =
                Stream.concat(Stream.of(HEAD), keys.stream().map(this::row)).toList();
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    /** A sentence for each key that has expired: who holds it is refused. */
    public List<String> warnings() {
        return keys.stream()
                .filter(key -> !key.isReplaced())
                .flatMap(key -> key.terms().expires().filter(end -> end.isOver(now)).stream()
                        .map(end -> "the key of " + key.name() + " expired " + end.phrase()
                                + ": replace it with 'keys rotate " + key.name() + "', or delete it with 'keys revoke "
                                + key.name() + "'"))
                .toList();
    }

    private List<String> row(StoredKey key) {
        return List.of(
                key.name(),
                key.created().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                Optional.ofNullable(used.get(key.hash().text()))
                        .map(LocalDate::toString)
                        .orElse(NONE),
                key.terms().expires().map(Expiry::text).orElse(NONE),
                key.terms().limit().map(String::valueOf).orElse(NONE),
                note(key));
    }

    private String note(StoredKey key) {
        if (key.isReplaced()) {
            return key.until()
                    .map(end -> key.isGone(now) ? "replaced, no longer accepted" : "replaced, accepted until " + end)
                    .orElseThrow();
        }
        return key.isExpired(now) ? "expired" : "";
    }

    private static String aligned(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
