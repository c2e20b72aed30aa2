package io.github.mtasts.testing;

import io.github.mtasts.issue.RemoteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Header fields to be sent, in the order of their names; a name may have several. Immutable. */
final class HeaderFields {

    static final HeaderFields NONE = new HeaderFields(Map.of());

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final Map<String, List<String>> values;

    private HeaderFields(Map<String, List<String>> values) {
        this.values = values;
    }

    /** One more field of this name. */
    HeaderFields and(String name, String value) {
        if (!TOKEN.matcher(Objects.requireNonNull(name, "name")).matches()) {
            throw new IllegalArgumentException("not a name of a header field: " + RemoteText.quote(name));
        }
        if (Objects.requireNonNull(value, "value").indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("CR or LF in the header field " + name + ": " + RemoteText.quote(value));
        }
        Map<String, List<String>> changed = copy();
        List<String> all = new ArrayList<>(changed.getOrDefault(name, List.of()));
        all.add(value);
        changed.put(name, List.copyOf(all));
        return new HeaderFields(changed);
    }

    HeaderFields without(String name) {
        Map<String, List<String>> changed = copy();
        changed.remove(Objects.requireNonNull(name, "name"));
        return new HeaderFields(changed);
    }

    void forEach(BiConsumer<String, String> field) {
        values.forEach((name, all) -> all.forEach(value -> field.accept(name, value)));
    }

    private Map<String, List<String>> copy() {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        return copy;
    }

    /** Names and values, escaped and bounded. */
    @Override
    public String toString() {
        List<String> fields = new ArrayList<>();
        forEach((name, value) -> fields.add(name + "=" + value));
        return RemoteText.escape("{" + String.join(", ", fields) + "}");
    }
}
