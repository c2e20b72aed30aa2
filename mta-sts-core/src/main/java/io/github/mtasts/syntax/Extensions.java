package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Extension fields of records and policies: checked, in order, unmodifiable. */
final class Extensions {

    private Extensions() {}

    static Map<String, String> ofRecord(Map<String, String> fields, String... known) {
        return checked(fields, List.of(known), Chars::isRecordValue);
    }

    static Map<String, String> ofPolicy(Map<String, String> fields, List<String> known) {
        return checked(fields, known, Chars::isPolicyValue);
    }

    private static Map<String, String> checked(
            Map<String, String> fields, List<String> known, Predicate<String> isValue) {
        Objects.requireNonNull(fields, "extensions").forEach((name, value) -> {
            if (known.contains(name) || !Chars.isExtensionName(name, 0, name.length()) || !isValue.test(value)) {
                throw new IllegalArgumentException(
                        "not a valid extension: " + RemoteText.quote(name) + " with value " + RemoteText.quote(value));
            }
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static String toTxt(Map<String, String> extensions) {
        StringBuilder out = new StringBuilder();
        extensions.forEach(
                (name, value) -> out.append("; ").append(name).append('=').append(value));
        return out.toString();
    }
}
