package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.POLICY_MX_INVALID;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_IP_ADDRESS;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_NOT_A_NAME;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_SEVERAL_ON_LINE;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_TRAILING_DOT;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_U_LABEL;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_WILDCARD_MISPLACED;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value of an mx field: {@code ["*."] Domain} (RFC 8461, section 3.2), or what people write in its place. */
final class MxValue {

    private MxValue() {}

    /** The pattern; empty when the value is none, and then a finding says why. */
    static Optional<MxPattern> judge(String text, int field, int from, int to, Findings found) {
        if (from == to) {
            found.add(POLICY_MX_INVALID, field, to, "The mx field is empty.");
            return Optional.empty();
        }
        String value = text.substring(from, to);
        IssueCode fault = fault(value);
        if (fault != null) {
            found.add(fault, from, to, () -> message(fault, value));
            return Optional.empty();
        }
        boolean dot = value.endsWith(".");
        if (dot) {
            found.add(POLICY_MX_TRAILING_DOT, from, to);
        }
        if (HostNames.isIpv4(dot ? value.substring(0, value.length() - 1) : value)) {
            found.add(
                    POLICY_MX_IP_ADDRESS,
                    Severity.WARNING,
                    found.span(from, to),
                    () -> RemoteText.quote(value) + " is an address: it can match no MX host, since those have names.");
        }
        return Optional.of(new MxPattern(value));
    }

    private static @Nullable IssueCode fault(String value) {
        if (!ULabels.isAscii(value)) {
            return POLICY_MX_U_LABEL;
        }
        List<String> hosts = hosts(value);
        if (hosts.size() > 1) {
            return hosts.size() == 2 && hosts.stream().anyMatch(Chars::isDigits)
                    ? POLICY_MX_NOT_A_NAME
                    : hosts.stream().allMatch(MxPattern::isPattern) ? POLICY_MX_SEVERAL_ON_LINE : POLICY_MX_INVALID;
        }
        if (value.startsWith("[")
                || HostNames.isIpv6(value)
                || Chars.lower(value).startsWith("ipv6:")) {
            return POLICY_MX_IP_ADDRESS;
        }
        if (value.indexOf('@') >= 0 || value.indexOf('/') >= 0 || value.indexOf(':') >= 0) {
            return POLICY_MX_NOT_A_NAME;
        }
        if (MxPattern.isPattern(value)) {
            return null;
        }
        boolean misplaced = value.indexOf('*') >= 0 && !value.equals("*.");
        return misplaced || (value.startsWith(".") && HostNames.isDomain(value.substring(1)))
                ? POLICY_MX_WILDCARD_MISPLACED
                : POLICY_MX_INVALID;
    }

    /** What stands between commas, semicolons and white space. */
    private static List<String> hosts(String value) {
        List<String> hosts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= value.length(); at++) {
            if (at == value.length() || " ,;\t".indexOf(value.charAt(at)) >= 0) {
                if (at > start) {
                    hosts.add(value.substring(start, at));
                }
                start = at + 1;
            }
        }
        return hosts;
    }

    private static String message(IssueCode fault, String value) {
        String quoted = RemoteText.quote(value);
        return switch (fault) {
            case POLICY_MX_U_LABEL ->
                ULabels.toAscii(RemoteText.decode(value))
                        .map(ascii -> quoted + " must be written as its A-label, " + ascii + ".")
                        .orElse(quoted + " is not in ASCII, and has no unambiguous A-label.");
            case POLICY_MX_SEVERAL_ON_LINE -> quoted + " holds several hosts: each needs an mx line of its own.";
            case POLICY_MX_WILDCARD_MISPLACED ->
                quoted + " has its wildcard in the wrong place: only *. and a domain" + " will do.";
            case POLICY_MX_IP_ADDRESS -> quoted + " is an address, and MX hosts have names.";
            case POLICY_MX_NOT_A_NAME -> quoted + " holds more than a host name.";
            default -> quoted + " is no host name.";
        };
    }
}
