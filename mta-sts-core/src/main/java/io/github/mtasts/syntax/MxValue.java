package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.POLICY_MX_INVALID;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_IP_ADDRESS;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_NOT_A_NAME;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_SEVERAL_ON_LINE;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_TRAILING_DOT;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_U_LABEL;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_WILDCARD_MISPLACED;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The value of an mx field: {@code ["*."] Domain} (RFC 8461, section 3.2), or what people write in its place. */
final class MxValue {

    private MxValue() {}

    /** The pattern; empty when the value is not one; issues then say why. */
    static Optional<MxPattern> judge(String value, Span place, PlacedIssues found) {
        if (value.isEmpty()) {
            found.add(
                    POLICY_MX_INVALID,
                    place,
                    () -> "The mx field is empty.",
                    "Write a host name behind the colon, or delete the line.");
            return Optional.empty();
        }
        if (!MxPattern.isPattern(value)) {
            faults(value).forEach(fault -> found.add(fault, place, () -> message(fault, value), remedy(fault, value)));
            return Optional.empty();
        }
        boolean dot = value.endsWith(".");
        if (dot) {
            found.add(POLICY_MX_TRAILING_DOT, place);
        }
        if (HostNames.isIpv4(dot ? value.substring(0, value.length() - 1) : value)) {
            found.add(
                    POLICY_MX_IP_ADDRESS,
                    Severity.WARNING,
                    place,
                    () -> Octets.quote(value)
                            + " is an address, which cannot match an MX host, since MX hosts have names.");
        }
        return Optional.of(new MxPattern(value));
    }

    /** Each rule that the value breaks, once. */
    private static Set<IssueCode> faults(String value) {
        Set<IssueCode> faults = EnumSet.noneOf(IssueCode.class);
        int comment = value.indexOf('#');
        List<String> words = Chars.words(comment < 0 ? value : value.substring(0, comment));
        List<String> hosts =
                words.stream().filter(word -> !Chars.isDigits(word)).toList();
        if (hosts.size() > 1
                && hosts.stream().filter(MxValue::looksLikeHost).limit(2).count() > 1) {
            faults.add(POLICY_MX_SEVERAL_ON_LINE);
        } else if (comment >= 0
                || hosts.size() != 1
                || (words.size() == 1 && !words.get(0).equals(value))) {
            faults.add(POLICY_MX_INVALID);
        }
        if (!hosts.isEmpty() && hosts.size() < words.size()) {
            faults.add(POLICY_MX_NOT_A_NAME);
        }
        hosts.forEach(host -> host(host, faults));
        boolean draft = words.size() == 1; // a dot in front of the whole value was its wildcard
        if (!draft && value.indexOf('*') < 0 && faults.remove(POLICY_MX_WILDCARD_MISPLACED)) {
            faults.add(POLICY_MX_INVALID);
        }
        return faults;
    }

    private static boolean looksLikeHost(String word) {
        return word.indexOf('.') >= 0 || word.indexOf('*') >= 0 || MxPattern.isPattern(word);
    }

    private static void host(String word, Set<IssueCode> faults) {
        String host = word.substring(word.lastIndexOf('@') + 1);
        int scheme = host.indexOf("://");
        host = scheme < 0 ? host : host.substring(scheme + "://".length());
        int slash = host.indexOf('/');
        host = slash < 0 ? host : host.substring(0, slash);
        if (host.startsWith("[")) {
            literal(host, faults);
        } else if (HostNames.isIpv6(host) || Chars.lower(host).startsWith("ipv6:")) {
            faults.add(POLICY_MX_IP_ADDRESS);
        } else {
            int port = host.indexOf(':');
            name(port < 0 ? host : host.substring(0, port), faults);
            host = port < 0 ? host : "";
        }
        if (word.length() != host.length()) {
            faults.add(POLICY_MX_NOT_A_NAME);
        }
    }

    private static void literal(String host, Set<IssueCode> faults) {
        int close = host.indexOf(']');
        String content = host.substring(1, close < 0 ? host.length() : close);
        boolean address = HostNames.isIpv4(content)
                || HostNames.isIpv6(content)
                || Chars.lower(content).startsWith("ipv6:");
        faults.add(address ? POLICY_MX_IP_ADDRESS : POLICY_MX_INVALID);
        if (address && close >= 0 && close + 1 < host.length()) {
            faults.add(POLICY_MX_NOT_A_NAME);
        }
    }

    /** What keeps the value from being {@code ["*."] Domain}; letters beyond ASCII and misplaced stars are one fault each. */
    private static void name(String name, Set<IssueCode> faults) {
        if (HostNames.isIpv4(name)) {
            faults.add(POLICY_MX_IP_ADDRESS);
            return;
        }
        String rest = name.startsWith("*.") && name.length() > 2 ? name.substring(2) : name;
        boolean leadingDot = rest.startsWith(".") && !rest.startsWith("..") && rest.length() > 1;
        if (leadingDot || (rest.indexOf('*') >= 0 && !rest.equals("*."))) {
            faults.add(POLICY_MX_WILDCARD_MISPLACED);
        }
        StringBuilder letters = new StringBuilder(rest.length());
        for (int at = leadingDot ? 1 : 0; at < rest.length(); at++) {
            char c = rest.charAt(at);
            boolean beyond = c > 0x7F;
            if (beyond) {
                faults.add(POLICY_MX_U_LABEL);
            }
            letters.append(beyond || (c == '*' && !rest.equals("*.")) ? 'x' : c);
        }
        if (letters.length() > 1 && letters.charAt(letters.length() - 1) == '.') {
            letters.setLength(letters.length() - 1);
        }
        if (!HostNames.isDomain(letters.toString())) {
            faults.add(POLICY_MX_INVALID);
        }
    }

    private static String message(IssueCode fault, String value) {
        String quoted = Octets.quote(value);
        return switch (fault) {
            case POLICY_MX_U_LABEL ->
                ULabels.mixesScripts(Octets.decode(value))
                        ? quoted
                                + " mixes letters of several scripts, so that it looks like another name; mx takes A-labels."
                        : ULabels.toAscii(Octets.decode(value))
                                .map(ascii -> quoted + " must be written as its A-label, " + ascii + ".")
                                .orElse(quoted + " is not in ASCII; mx takes A-labels.");
            case POLICY_MX_SEVERAL_ON_LINE ->
                MeantHosts.of(value).contains(Optional.<String>empty())
                        ? quoted + " contains several hosts, or parts of one: each host needs its own mx line."
                        : quoted + " contains several hosts: each needs its own mx line.";
            case POLICY_MX_WILDCARD_MISPLACED ->
                value.startsWith(".")
                        ? quoted
                                + " is how an early draft of MTA-STS wrote a wildcard; the standard has *. in its place."
                        : quoted + " has its wildcard in the wrong place: only *. followed by a domain is allowed.";
            case POLICY_MX_IP_ADDRESS -> quoted + " is an address; MX hosts have names.";
            case POLICY_MX_NOT_A_NAME -> quoted + " contains more than a host name.";
            default ->
                quoted + (Placeholder.isIn(value) ? " is a placeholder, not a host name." : " is not a host name.");
        };
    }

    /** The pattern to write, where the value says which. */
    private static String remedy(IssueCode fault, String value) {
        List<Optional<String>> meant = MeantHosts.of(value);
        return meant.size() == 1
                ? meant.get(0).map(host -> "Write mx: " + host).orElse(fault.remedy())
                : fault.remedy();
    }
}
