package io.github.mtasts.syntax;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.SourceSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a policy anew, line by line: lines without a fault stay as they are. */
final class PolicyRepair {

    private static final String DEFAULT_MAX_AGE = "604800";
    private static final String TESTING_GUESSED =
            "The mode is testing, the safest choice: with it, no mail is refused.";

    private static final Set<IssueCode> IN_OTHER_LINES = EnumSet.of(
            IssueCode.POLICY_VERSION_MISSING,
            IssueCode.POLICY_MODE_MISSING,
            IssueCode.POLICY_MAX_AGE_MISSING,
            IssueCode.POLICY_MX_MISSING);

    /** A line of the repaired policy. */
    private record Line(String key, String content) {}

    private final Parsed<StsPolicy> policy;
    private final List<String> mxHosts;
    private final Set<Integer> faultyLines;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> guesses = new ArrayList<>();
    private final Set<String> missing = new HashSet<>(StsPolicyParser.KEYS);
    private final Map<String, Integer> firstLines = new HashMap<>();
    private boolean mxDropped;

    PolicyRepair(Parsed<StsPolicy> policy, List<String> mxHosts) {
        this.policy = policy;
        this.mxHosts = mxHosts;
        this.faultyLines = policy.issues().stream()
                .filter(issue -> issue.severity() != Severity.INFO)
                .flatMap(issue -> issue.span().stream())
                .map(SourceSpan::line)
                .collect(Collectors.toSet());
        policy.fields().forEach(field -> {
            missing.remove(field.name());
            firstLines.putIfAbsent(field.name(), field.span().line());
        });
    }

    Repair repair() {
        String given = policy.text().latin1();
        String text = given.startsWith("\u00EF\u00BB\u00BF") ? given.substring(3) : given;
        int number = 0;
        if (!new PolicyOctets(text, new PlacedIssues()).isHtml()) {
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
        return new Repair(Octets.decode(repaired), guesses);
    }

    private void line(int number, String line) {
        String content = MeantValue.visible(line);
        if (content.isEmpty() || StsPolicyParser.isComment(content.charAt(0))) {
            return;
        }
        if (!faultyLines.contains(number) && isSound(line) && !isMisspelt(line)) {
            keep(line.substring(0, line.indexOf(':')), line);
            return;
        }
        boolean item = content.startsWith("- ");
        String field = item ? MeantValue.visible(content.substring(2)) : content;
        String key = meant(key(field), key(line));
        String value = MeantValue.visible(field.substring(Math.min(sign(field) + 1, field.length())));
        if (StsPolicyParser.KEYS.contains(key)) {
            if (!isOverruled(key, number)) {
                known(key, value);
            }
        } else if (item) {
            MeantValue.hosts(field).stream()
                    .flatMap(Optional::stream)
                    .filter(host -> host.indexOf('.') > 0)
                    .forEach(host -> keep("mx", "mx: " + host));
        } else if (!value.isEmpty() && isSound(key + ": " + value)) {
            keep(key, key + ": " + value);
        }
    }

    private static String key(String field) {
        int from = Chars.skipWhiteSpace(field, 0, field.length());
        String key = field.substring(from);
        return key.substring(0, Chars.trimWhiteSpace(key, 0, sign(key)));
    }

    /** Said of the first twenty such lines only: a key in another case, whose real one is missing. */
    private boolean isMisspelt(String line) {
        String key = line.substring(0, line.indexOf(':'));
        return !StsPolicyParser.KEYS.contains(key) && missing.contains(Chars.lower(key));
    }

    /** Another line has a field of this key, which applies. */
    private boolean isOverruled(String key, int number) {
        return !key.equals("mx") && firstLines.getOrDefault(key, number) != number;
    }

    /** Where the key ends: at a colon, else at an equals sign, else at the first white space. */
    private static int sign(String field) {
        int colon = field.indexOf(':');
        int sign = colon < 0 ? field.indexOf('=') : colon;
        int space = 0;
        while (space < field.length() && !Chars.isWhiteSpace(field.charAt(space))) {
            space++;
        }
        boolean wordsAlone = sign < 0 && StsPolicyParser.KEYS.contains(field.substring(0, space));
        return wordsAlone ? space : sign < 0 ? field.length() : sign;
    }

    /** The key that is meant; empty when it is another spelling of one that is present. */
    private String meant(String key, String written) {
        String letters = StsPolicyParser.keyCharacters(key);
        if (StsPolicyParser.KEYS.contains(letters)) {
            return written.equals(letters) || letters.equals("mx") || missing.contains(letters) ? letters : "";
        }
        return missing.stream()
                .filter(known -> OneEdit.apart(letters, known))
                .findFirst()
                .orElse(key);
    }

    private void known(String key, String value) {
        switch (key) {
            case "version" -> keep(key, "version: STSv1");
            case "mode" -> {
                Optional<PolicyMode> mode = MeantValue.mode(value);
                if (keep(key, "mode: " + mode.orElse(PolicyMode.TESTING).text()) && mode.isEmpty()) {
                    guesses.add(TESTING_GUESSED);
                }
            }
            case "max_age" -> {
                Optional<String> maxAge = MeantValue.maxAge(value);
                if (keep(key, "max_age: " + maxAge.orElse(DEFAULT_MAX_AGE)) && maxAge.isEmpty()) {
                    guesses.add("max_age is a week, since the previous value cannot be read.");
                }
            }
            default ->
                MeantValue.hosts(value)
                        .forEach(host ->
                                host.ifPresentOrElse(pattern -> keep("mx", "mx: " + pattern), () -> mxDropped = true));
        }
    }

    /** RFC 8461 §3.2: of a duplicated field the first applies; mx may be repeated. */
    private boolean keep(String key, String content) {
        boolean kept = key.equals("mx") || names.add(key);
        if (kept) {
            lines.add(new Line(key, content));
        }
        return kept;
    }

    /** Version first, then mode, mx before max_age, whichever were missing. */
    private void complete() {
        Optional<Line> version =
                lines.stream().filter(line -> line.key().equals("version")).findFirst();
        version.ifPresent(lines::remove);
        lines.add(0, version.orElse(new Line("version", "version: STSv1")));
        if (names.add("mode")) {
            guesses.add(TESTING_GUESSED);
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
        lines.addAll(
                at, added.stream().map(host -> new Line("mx", "mx: " + host)).toList());
        if (!added.isEmpty()) {
            guesses.add("Check the mx lines that were filled in, " + RemoteText.list(added)
                    + ": they must name the domain's MX hosts.");
        }
    }

    private static boolean isSound(String line) {
        if (line.indexOf(':') < 0) {
            return false;
        }
        Parsed<StsPolicy> alone = StsPolicy.parse(Octets.ofLatin1(line));
        return alone.issues().stream()
                .noneMatch(issue -> issue.severity() == Severity.ERROR && !IN_OTHER_LINES.contains(issue.code()));
    }
}
