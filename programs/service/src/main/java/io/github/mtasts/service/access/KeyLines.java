package io.github.mtasts.service.access;

import io.github.mtasts.kit.UserError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The text of a key file, of which every line can be read. Comments and blank lines stay where they are. */
final class KeyLines {

    private static final String FORM =
            "NAME sha256:HEX TIME [expires=DATE] [limit=CHECKS] [until=TIME], as 'keys add' and 'keys rotate' write it";

    private final List<String> lines;

    private KeyLines(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads a text.
     *
     * @param file how messages name it
     * @throws UserError names the line that is invalid, but does not repeat it: it could be a key, put there by mistake
     */
    static KeyLines parse(String file, String text) {
        List<String> lines = text.lines().toList();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String where = file + ":" + (i + 1) + ": ";
                StoredKey key = StoredKey.parse(line)
                        .orElseThrow(() -> new UserError(where + "not a line of the form " + FORM));
                if (!key.isReplaced() && !names.add(key.name())) {
                    throw new UserError(where + "duplicate key name");
                }
            }
        }
        return new KeyLines(lines);
    }

    /** Those that a newer key of their name has replaced, too. */
    List<StoredKey> keys() {
        return lines.stream().flatMap(line -> StoredKey.parse(line).stream()).toList();
    }

    /** The key of a name that no newer one has replaced. */
    Optional<StoredKey> current(String name) {
        return keys().stream()
                .filter(key -> key.name().equals(name) && !key.isReplaced())
                .findFirst();
    }

    /** With another key. */
    KeyLines with(StoredKey key) {
        List<String> more = new ArrayList<>(lines);
        more.add(key.line());
        return new KeyLines(more);
    }

    /** With a key that replaces the current one of its name, which is accepted until then. */
    KeyLines rotated(StoredKey fresh, Instant until) {
        return changed(key -> key.name().equals(fresh.name()) && !key.isReplaced()
                        ? Stream.of(key.replaced(until))
                        : Stream.of(key))
                .with(fresh);
    }

    /** Without the keys of a name. */
    KeyLines without(String name) {
        return changed(key -> key.name().equals(name) ? Stream.empty() : Stream.of(key));
    }

    /** Without replaced keys whose time is over. */
    KeyLines tidied(Instant now) {
        return changed(key -> key.isGone(now) ? Stream.empty() : Stream.of(key));
    }

    private KeyLines changed(Function<StoredKey, Stream<StoredKey>> change) {
        return new KeyLines(lines.stream()
                .flatMap(line -> StoredKey.parse(line)
                        .map(key -> change.apply(key).map(StoredKey::line))
                        .orElse(Stream.of(line)))
                .toList());
    }

    String text() {
        return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    }
}
