package io.github.mtasts.service.access;

import io.github.mtasts.kit.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of a key file, of which every line can be read. Comments and blank lines stay where they are. */
final class KeyLines {

    private final List<String> lines;
    private final Map<String, StoredKey> keys;

    private KeyLines(List<String> lines, Map<String, StoredKey> keys) {
        this.lines = lines;
        this.keys = keys;
    }

    /**
     * Reads a text.
     *
     * @param file how messages name it
     * @throws UserError names the line that is invalid, but does not repeat it: it could be a key, put there by mistake
     */
    static KeyLines parse(String file, String text) {
        List<String> lines = text.lines().toList();
        Map<String, StoredKey> keys = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String where = file + ":" + (i + 1) + ": ";
                StoredKey key = StoredKey.parse(line)
                        .orElseThrow(() -> new UserError(
                                where + "not a line of the form NAME sha256:HEX TIME, as 'keys add' writes it"));
                if (keys.putIfAbsent(key.name(), key) != null) {
                    throw new UserError(where + "duplicate key name");
                }
            }
        }
        return new KeyLines(lines, keys);
    }

    List<StoredKey> keys() {
        return List.copyOf(keys.values());
    }

    /** With another key; empty when the name is taken. */
    Optional<String> with(StoredKey key) {
        if (keys.containsKey(key.name())) {
            return Optional.empty();
        }
        List<String> more = new ArrayList<>(lines);
        more.add(key.line());
        return Optional.of(text(more));
    }

    /** Without the key of a name; empty when there is none. */
    Optional<String> without(String name) {
        if (!keys.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of(text(lines.stream()
                .filter(line -> StoredKey.parse(line)
                        .filter(key -> key.name().equals(name))
                        .isEmpty())
                .toList()));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    }
}
