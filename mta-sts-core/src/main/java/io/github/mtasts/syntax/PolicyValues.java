package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.POLICY_MAX_AGE_ABOVE_MAXIMUM;
import static io.github.mtasts.issue.IssueCode.POLICY_MAX_AGE_INVALID;
import static io.github.mtasts.issue.IssueCode.POLICY_MAX_AGE_MISSING;
import static io.github.mtasts.issue.IssueCode.POLICY_MAX_AGE_ZERO;
import static io.github.mtasts.issue.IssueCode.POLICY_MODE_INVALID;
import static io.github.mtasts.issue.IssueCode.POLICY_MODE_MISSING;
import static io.github.mtasts.issue.IssueCode.POLICY_MODE_NONE;
import static io.github.mtasts.issue.IssueCode.POLICY_MODE_TESTING;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_DUPLICATE;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_MISSING;
import static io.github.mtasts.issue.IssueCode.POLICY_VERSION_INVALID;
import static io.github.mtasts.issue.IssueCode.POLICY_VERSION_MISSING;

import io.github.mtasts.issue.IssueCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a policy's known fields (RFC 8461, section 3.2), and which of them are missing. */
final class PolicyValues {

    private static final int MAX_DIGITS = 10;

    private final PlacedIssues found;
    private final Set<String> attempted = new HashSet<>();
    private final List<MxPattern> mx = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable PolicyMode mode;
    private @Nullable Duration maxAge;
    private @Nullable Span zero;

    PolicyValues(PlacedIssues found) {
        this.found = found;
    }

    /** The key is present, in whatever form, so it is not reported as missing. */
    void attempt(String key) {
        attempted.add(key);
    }

    /** Judges the first field of a key, and each mx field. */
    void judge(String key, PolicyLine line) {
        Span place = line.value.or(line.content);
        String value = line.value.text();
        switch (key) {
            case "version" -> version(value, place);
            case "mode" -> mode(value, place);
            case "max_age" -> maxAge(value, place);
            default -> mx(value, place);
        }
    }

    // version = %s"version" field-delim %s"STSv1"
    private void version(String value, Span place) {
        if (!value.equals("STSv1")) {
            found.add(
                    POLICY_VERSION_INVALID,
                    place,
                    "The version is " + Octets.quote(value) + " and must be exactly STSv1.");
        }
    }

    // mode = %s"mode" field-delim (%s"testing" / %s"enforce" / %s"none")
    private void mode(String value, Span place) {
        mode = PolicyMode.of(value).orElse(null);
        if (mode == PolicyMode.TESTING) {
            found.add(POLICY_MODE_TESTING, place);
        } else if (mode == PolicyMode.NONE) {
            found.add(POLICY_MODE_NONE, place);
        } else if (mode == null) {
            String hint = value.equals("report")
                    ? " An old draft used this name for testing."
                    : PolicyMode.of(Chars.lower(value)).isPresent() ? " The mode is case-sensitive." : "";
            found.add(
                    POLICY_MODE_INVALID,
                    place,
                    () -> "The mode " + Octets.quote(value) + " is not one of enforce, testing and none." + hint,
                    MeantValue.mode(MeantValue.visible(value))
                            .map(meant -> "Write mode: " + meant.text())
                            .orElse(POLICY_MODE_INVALID.remedy()));
        }
    }

    // max-age = %s"max_age" field-delim 1*10(DIGIT)
    private void maxAge(String value, Span place) {
        if (value.length() > MAX_DIGITS || !Chars.isDigits(value)) {
            found.add(
                    POLICY_MAX_AGE_INVALID,
                    place,
                    () -> Octets.quote(value) + " is not a number of seconds in 1 to 10 digits.",
                    MeantValue.maxAge(MeantValue.visible(value))
                            .map(meant -> "Write max_age: " + meant)
                            .orElse(POLICY_MAX_AGE_INVALID.remedy()));
            return;
        }
        maxAge = Duration.ofSeconds(Long.parseLong(value));
        if (maxAge.isZero()) {
            zero = place;
        } else if (maxAge.compareTo(StsPolicy.MAX_MAX_AGE) > 0) {
            found.add(POLICY_MAX_AGE_ABOVE_MAXIMUM, place);
        }
    }

    // mx = %s"mx" field-delim ["*."] Domain
    private void mx(String value, Span place) {
        MxValue.judge(value, place, found).ifPresent(pattern -> {
            mx.add(pattern);
            if (!seen.add(pattern.canonical())) {
                found.add(
                        POLICY_MX_DUPLICATE,
                        place,
                        () -> "The pattern " + Octets.quote(pattern.text()) + " occurs twice.");
            }
        });
    }

    /** Version, mode and max_age once each, and at least one mx unless the mode is none. */
    void missing() {
        for (String key : missingKeys()) {
            IssueCode code = switch (key) {
                case "version" -> POLICY_VERSION_MISSING;
                case "mode" -> POLICY_MODE_MISSING;
                case "max_age" -> POLICY_MAX_AGE_MISSING;
                default -> POLICY_MX_MISSING;
            };
            found.add(code, code.meaning());
        }
        Span place = zero;
        if (place != null && mode != PolicyMode.NONE) {
            found.add(POLICY_MAX_AGE_ZERO, place);
        }
    }

    List<String> missingKeys() {
        return StsPolicyParser.KEYS.stream()
                .filter(key -> !attempted.contains(key))
                .filter(key -> !key.equals("mx") || mode == PolicyMode.ENFORCE || mode == PolicyMode.TESTING)
                .toList();
    }

    /** The policy; empty when a required field lacks a usable value. */
    Optional<StsPolicy> policy(Map<String, String> extensions) {
        return mode == null || maxAge == null || (mx.isEmpty() && mode != PolicyMode.NONE)
                ? Optional.empty()
                : Optional.of(new StsPolicy(mode, maxAge, mx, extensions));
    }
}
