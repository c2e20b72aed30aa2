package io.github.mtasts.syntax;

import static io.github.mtasts.syntax.Chars.skipWhiteSpace;
import static io.github.mtasts.syntax.Chars.trimWhiteSpace;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a policy anew, line by line: what has no fault stays as it is. */
final class PolicyRepair {

    private static final String DEFAULT_MAX_AGE = "604800";

    /** A line of the repaired policy. */
    private record Line(String key, String content) {}

    private final Parsed<StsPolicy> policy;
    private final List<String> mxHosts;
    private final Set<Integer> faultyLines;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> guesses = new ArrayList<>();
    private final Set<String> missing = new HashSet<>(StsPolicyParser.KEYS);
    private boolean mxDropped;

    PolicyRepair(Parsed<StsPolicy> policy, List<String> mxHosts) {
        this.policy = policy;
        this.mxHosts = mxHosts;
        this.faultyLines = policy.issues().stream()
                .filter(issue -> issue.severity() != Severity.INFO)
                .flatMap(issue -> issue.span().stream())
                .map(SourceSpan::line)
                .collect(Collectors.toSet());
        policy.fields().forEach(field -> missing.remove(field.name()));
    }

    Repair repair() {
        String text =
                policy.text().startsWith("\u00EF\u00BB\u00BF") ? policy.text().substring(3) : policy.text();
        int number = 0;
        if (!new PolicyOctets(text, new Findings("policy")).isHtml()) {
            for (String line : Chars.split(text, "\n")) {
                number++;
                for (String part : Chars.split(line, "\r")) {
                    line(number, part);
                }
            }
        }
        complete();
        String end = text.contains("\n") && !text.contains("\r\n") ? "\n" : "\r\n";
        String repaired = lines.stream().map(line -> line.content() + end).collect(Collectors.joining());
        return new Repair(repaired, guesses);
    }

    private void line(int number, String line) {
        int from = skipWhiteSpace(line, 0, line.length());
        int to = trimWhiteSpace(line, from, line.length());
        if (from == to) {
            return;
        }
        int sign = from;
        while (sign < to && line.charAt(sign) != ':' && line.charAt(sign) != '=') {
            sign++;
        }
        boolean item = line.startsWith("- ", from);
        String key = item ? "mx" : meant(line.substring(from, trimWhiteSpace(line, from, sign)));
        String value = item ? line.substring(from + 2, to) : line.substring(Math.min(sign + 1, to), to);
        boolean sound = !faultyLines.contains(number) && isSound(line);
        if (sound) {
            keep(key, line);
        } else if (key.equals("mx")) {
            mx(value);
        } else if (StsPolicyParser.KEYS.contains(key)) {
            keep(key, key + ": " + value(key, visible(value)));
        } else {
            String field = key + ": " + visible(value);
            if (isSound(field)) {
                keep(key, field);
            }
        }
    }

    /** RFC 8461 §3.2: of a duplicated field the first counts; mx is no duplicate. */
    private void keep(String key, String content) {
        if (key.equals("mx") || names.add(key)) {
            lines.add(new Line(key, content));
        }
    }

    private String meant(String key) {
        String lower = Chars.lower(visible(key));
        if (StsPolicyParser.KEYS.contains(lower)) {
            return lower;
        }
        return missing.stream()
                .filter(known -> OneEdit.apart(lower, known))
                .findFirst()
                .orElse(visible(key));
    }

    private String value(String key, String value) {
        return switch (key) {
            case "version" -> "STSv1";
            case "mode" -> mode(value);
            default -> maxAge(value);
        };
    }

    private String mode(String value) {
        String letters = value.chars()
                .filter(c -> Chars.isAlphanumeric((char) c))
                .mapToObj(c -> String.valueOf(Chars.lower((char) c)))
                .collect(Collectors.joining());
        if (PolicyMode.of(letters).isPresent()) {
            return letters;
        }
        guesses.add("The mode is testing, the safest choice: with it, no mail is refused.");
        return "testing";
    }

    /** Digits with separators or a unit of seconds behind them are read; all else would be a guess. */
    private String maxAge(String value) {
        String text = Chars.lower(RemoteText.decode(value));
        StringBuilder digits = new StringBuilder();
        int at = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if ("_,' \"".indexOf(c) < 0) {
                break;
            }
        }
        String unit = text.substring(at).strip();
        boolean seconds =
                Set.of("", "s", "sec", "secs", "second", "seconds", ";", "\"").contains(unit);
        if (seconds && digits.length() > 0 && digits.length() <= 10) {
            return digits.toString();
        }
        guesses.add("max_age is a week, since the value that stood there cannot be read.");
        return DEFAULT_MAX_AGE;
    }

    private void mx(String value) {
        String text = RemoteText.decode(visible(value));
        int comment = text.indexOf('#');
        text = comment < 0 ? text : text.substring(0, comment);
        for (String host : Chars.split(text, " \t\n\u000B\f\r,;")) {
            Optional<String> pattern = pattern(host);
            if (pattern.isPresent()) {
                lines.add(new Line("mx", "mx: " + pattern.get()));
            } else if (!host.isEmpty()) {
                mxDropped = true;
            }
        }
    }

    /** The pattern that a host can only mean; empty when that would be a guess. */
    private static Optional<String> pattern(String written) {
        String host = written;
        int scheme = host.indexOf("://");
        host = scheme < 0 ? host : host.substring(scheme + 3);
        int slash = host.indexOf('/');
        host = slash < 0 ? host : host.substring(0, slash);
        int port = host.indexOf(':');
        host = port > 0 && port == host.lastIndexOf(':') ? host.substring(0, port) : host;
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (!ULabels.isAscii(host)) {
            boolean wildcard = host.startsWith("*.");
            host = (wildcard ? "*." : "")
                    + ULabels.toAscii(wildcard ? host.substring(2) : host).orElse("");
        }
        return MxPattern.isPattern(host) && !Chars.isDigits(host.substring(host.lastIndexOf('.') + 1))
                ? Optional.of(host)
                : Optional.empty();
    }

    /** Version first, mode behind it, mx before max_age, whatever was missing. */
    private void complete() {
        Optional<Line> version =
                lines.stream().filter(line -> line.key().equals("version")).findFirst();
        version.ifPresent(lines::remove);
        lines.add(0, version.orElse(new Line("version", "version: STSv1")));
        if (names.add("mode")) {
            guesses.add("The mode is testing, the safest choice: with it, no mail is refused.");
            lines.add(1, new Line("mode", "mode: testing"));
        }
        if (names.add("max_age")) {
            guesses.add("max_age is a week.");
            lines.add(new Line("max_age", "max_age: " + DEFAULT_MAX_AGE));
        }
        boolean none = lines.stream()
                .anyMatch(line -> line.key().equals("mode") && line.content().contains("none"));
        List<MxPattern> patterns = lines.stream()
                .filter(line -> line.key().equals("mx"))
                .map(line ->
                        new MxPattern(line.content().substring("mx:".length()).strip()))
                .toList();
        if (!none && (patterns.isEmpty() || mxDropped)) {
            fill(patterns);
        }
    }

    private void fill(List<MxPattern> patterns) {
        List<String> added = mxHosts.stream()
                .filter(host -> patterns.stream().noneMatch(pattern -> pattern.matches(host)))
                .toList();
        int at = 1;
        for (int i = 0; i < lines.size(); i++) {
            at = lines.get(i).key().equals("mx") || lines.get(i).key().equals("mode") ? i + 1 : at;
        }
        for (String host : added) {
            lines.add(at++, new Line("mx", "mx: " + host));
        }
        if (!added.isEmpty()) {
            guesses.add("The mx lines " + RemoteText.list(added) + " are the MX hosts of today: check them.");
        }
    }

    private static boolean isSound(String line) {
        Parsed<StsPolicy> alone = StsPolicy.parse(line.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        return alone.issues().stream()
                .noneMatch(issue ->
                        issue.severity() == Severity.ERROR && issue.span().isPresent());
    }

    /** Without controls, and without octets that are not UTF-8; no white space around. */
    private static String visible(String value) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            boolean control = (c < 0x20 && c != '\t') || c == 0x7F;
            if (!control) {
                out.append(c == '\t' ? ' ' : c);
            }
        }
        String text = out.toString();
        for (int broken = Utf8.firstInvalid(text, 0, text.length());
                broken >= 0;
                broken = Utf8.firstInvalid(text, broken, text.length())) {
            text = text.substring(0, broken) + text.substring(broken + 1);
        }
        int from = skipWhiteSpace(text, 0, text.length());
        return text.substring(from, trimWhiteSpace(text, from, text.length()));
    }
}
