package io.github.mtasts.tlsrpt;

import static io.github.mtasts.tlsrpt.DeviationCode.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of a report as a JSON library reads it, whatever types its members have. Deviations go to the collector with
 * the member's path.
 */
final class JsonObject {

    /** The largest integer that all JSON readers agree on (RFC 7493, section 2.2). */
    static final long LARGEST = (1L << 53) - 1;

    private static final int MOST_DIGITS = 16;

    private final Map<?, ?> members;
    private final String path;
    private final Deviations found;
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    JsonObject(Map<?, ?> members, String path, Deviations found) {
        this.members = members;
        this.path = path;
        this.found = found;
    }

    /** Whether the member is there, misspelled perhaps. */
    boolean has(String name) {
        return members.get(key(name)) != null;
    }

    void missing(String name) {
        add(REPORT_MEMBER_MISSING, name, "is missing");
    }

    void requiredMissing(String name) {
        add(REPORT_REQUIRED_MEMBER_MISSING, name, "is missing");
    }

    void add(DeviationCode code, String name, String predicate) {
        found.add(code, at(name), predicate);
    }

    /** The name of a member, or its name in a draft of the RFC if only that one is present. */
    String named(String name, String drafted) {
        if (has(name) || !has(drafted)) {
            return name;
        }
        add(REPORT_MEMBER_NAME_NONSTANDARD, drafted, "is called " + name + " in RFC 8460");
        return drafted;
    }

    /** Text without which the report cannot be used. */
    Optional<String> required(String name) {
        if (value(name) == null) {
            requiredMissing(name);
        }
        return text(name, true);
    }

    /** Text without which the report cannot be used; a whole number is read as its digits. */
    Optional<String> requiredTextOrNumber(String name) {
        OptionalLong number = value(name) instanceof Number value ? integer(value) : OptionalLong.empty();
        return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : required(name);
    }

    /** Text that should be there. */
    Optional<String> expected(String name) {
        if (value(name) == null) {
            missing(name);
        }
        return text(name, true);
    }

    /** Text that may be absent, or of a wrong type, without much harm. */
    Optional<String> optional(String name) {
        return text(name, false);
    }

    /** A list of texts, of which any may be missing without much harm; a single text is read as its lines. */
    List<String> texts(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof String text) {
            wrong(name, value, "an array of strings", false);
            return text.isEmpty() ? List.of() : text.lines().toList();
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                item(list.get(i), name + "[" + i + "]", false).ifPresent(texts::add);
            }
        } else {
            wrong(name, value, "an array of strings", false);
        }
        return texts;
    }

    /** A number of sessions; empty when it is missing or cannot be read as one. */
    OptionalLong count(String name) {
        Object value = value(name);
        if (value == null) {
            missing(name);
            return OptionalLong.empty();
        }
        OptionalLong count = value instanceof Number number ? integer(number) : OptionalLong.empty();
        if (value instanceof String text && isInteger(text)) {
            wrong(name, value, "a number", false);
            count = integer(Long.valueOf(text));
        }
        if (value instanceof Number && count.isPresent() && !isInteger(String.valueOf(value))) {
            add(REPORT_COUNT_NONSTANDARD, name, "is written as a fraction, not as an integer");
        }
        if (count.isEmpty()) {
            add(REPORT_COUNT_INVALID, name, "is not a number of sessions");
        }
        return count;
    }

    /** An object; empty when it is missing, or of another type, which is invalid. */
    Optional<JsonObject> object(String name) {
        Object value = value(name);
        return value == null ? Optional.empty() : object(value, name);
    }

    /**
     * The objects of an array; anything else in it is invalid. A single object is read as an array of one, which is
     * invalid where the RFC says so.
     */
    List<JsonObject> objects(String name, boolean arrayOnly) {
        Object value = value(name);
        List<JsonObject> objects = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                object(list.get(i), name + "[" + i + "]").ifPresent(objects::add);
            }
        } else if (value instanceof Map<?, ?> map) {
            wrong(name, value, "an array of objects", arrayOnly);
            objects.add(new JsonObject(map, at(name), found));
        } else if (value != null) {
            wrong(name, value, "an array of objects", true);
        }
        return objects;
    }

    /** Notes the members that were not read. */
    void noteUnknown() {
        for (Object name : members.keySet()) {
            if (!read.contains(String.valueOf(name))) {
                add(REPORT_MEMBER_UNKNOWN, String.valueOf(name), "is not defined in RFC 8460, and is ignored");
            }
        }
    }

    private Optional<JsonObject> object(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new JsonObject(map, at(name), found));
        }
        wrong(name, value, "an object", true);
        return Optional.empty();
    }

    private Optional<String> text(String name, boolean needed) {
        Object value = value(name);
        return value == null ? Optional.empty() : item(value, name, needed);
    }

    private Optional<String> item(@Nullable Object value, String name, boolean needed) {
        if (value instanceof String text) {
            if (needed && text.isBlank()) {
                add(REPORT_TEXT_EMPTY, name, "is empty");
            }
            if (hasLoneSurrogate(text)) {
                add(REPORT_TEXT_LONE_SURROGATE, name, "contains half of a surrogate pair, which I-JSON forbids");
            }
            return Optional.of(text);
        }
        wrong(name, value, "a string", needed);
        return value instanceof Integer || value instanceof Long
                ? Optional.of(String.valueOf(value))
                : Optional.empty();
    }

    private void wrong(String name, @Nullable Object value, String wanted, boolean invalid) {
        add(
                invalid ? REPORT_MEMBER_TYPE_INVALID : REPORT_MEMBER_TYPE_NONSTANDARD,
                name,
                "is " + type(value) + ", not " + wanted);
    }

    private @Nullable Object value(String name) {
        read.add(key(name));
        return members.get(key(name));
    }

    /** The name under which a member is found: its own, or one that is misspelled. */
    private String key(String name) {
        if (members.get(name) != null) {
            return name;
        }
        String known = keys.get(name);
        if (known == null) {
            known = members.entrySet().stream()
                    .filter(member -> member.getValue() != null)
                    .map(member -> String.valueOf(member.getKey()))
                    .filter(key -> Misspelling.isOf(name, key) && members.containsKey(key))
                    .min(Comparator.naturalOrder())
                    .orElse(name);
            keys.put(name, known);
            if (!known.equals(name)) {
                add(REPORT_MEMBER_NAME_NONSTANDARD, known, "is called " + name + " in RFC 8460");
            }
        }
        return known;
    }

    private String at(String name) {
        String key = keys.getOrDefault(name, name);
        return path.isEmpty() ? key : path + "." + key;
    }

    private static OptionalLong integer(Number number) {
        double value = number.doubleValue();
        return value >= 0 && value <= LARGEST && value == Math.rint(value)
                ? OptionalLong.of((long) value)
                : OptionalLong.empty();
    }

    private static boolean isInteger(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String type(@Nullable Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "an array";
        }
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        return value == null ? "null" : "a number";
    }
}
