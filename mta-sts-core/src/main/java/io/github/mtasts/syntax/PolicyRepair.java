package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.PolicyLine.Claim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the lines of a policy as they were meant: those without a fault stay as they are. */
final class PolicyRepair {

    private static final String DEFAULT_MAX_AGE = "604800";
    private static final long MAX_SECONDS = StsPolicy.MAX_MAX_AGE.toSeconds();
    private static final long A_DAY = 86400;
    private static final long MILLIS = 1000;
    private static final int MOST_NAMED = 10;
    private static final String TESTING_GUESSED =
            "The mode is testing, the safest choice: with it, no mail is refused. If another was meant, write that.";

    /** A line of the repaired policy. */
    private record Line(String key, String content) {}

    private final String text;
    private final List<PolicyLine> given;
    private final Map<String, PolicyLine> chosen;
    private final PlacedIssues found;
    private final List<String> mxHosts;

    /** The same in canonical form. */
    private final Set<String> current;

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> guesses = new ArrayList<>();
    private final Map<String, MxPattern> patterns = new LinkedHashMap<>();
    private final List<MxPattern> addresses = new ArrayList<>();
    private boolean mxDropped;

    PolicyRepair(
            String text,
            List<PolicyLine> given,
            Map<String, PolicyLine> chosen,
            PlacedIssues found,
            List<String> mxHosts) {
        this.text = text;
        this.given = given;
        this.chosen = chosen;
        this.found = found;
        this.mxHosts = mxHosts;
        this.current = mxHosts.stream().map(DomainName::canonical).collect(Collectors.toSet());
    }

    Repair repair() {
        given.forEach(this::line);
        complete();
        String end = text.contains("\n") && !text.contains("\r\n") ? "\n" : "\r\n";
        String repaired = lines.stream().map(line -> line.content() + end).collect(Collectors.joining());
        return new Repair(Octets.decode(repaired), guesses, mxDropped);
    }

    private void line(PolicyLine line) {
        boolean faulty = found.isFaulty(line.given.line());
        if (!faulty) {
            faultless(line);
        } else if (isMx(line)) {
            mx(line);
        } else if (chosen.get(line.resembled) == line) {
            known(line);
        } else if (line.claim == Claim.NONE && line.isListItem()) {
            listItem(line);
        } else if (line.claim == Claim.NONE || isExtension(line)) {
            extension(line);
        }
    }

    private void faultless(PolicyLine line) {
        String key = line.key.text();
        if (!key.equals("mx")) {
            if (StsPolicyParser.KEYS.contains(key) || shown(line.given.text()).equals(line.given.text())) {
                keep(key, line.given.text());
            } else {
                extension(line);
            }
            return;
        }
        MxPattern pattern = new MxPattern(line.value.text());
        if (patterns.putIfAbsent(pattern.canonical(), pattern) == null) {
            keep(key, line.given.text());
        }
    }

    /** Without characters that show nothing, or turn the direction of what stands behind them. */
    private static String shown(String octets) {
        String text = Octets.decode(octets);
        String shown = Pasted.shown(text);
        return shown.equals(text) ? octets : Octets.of(shown).latin1();
    }

    /** It may be repeated; a key that only resembles it stands for it where there is no other. */
    private boolean isMx(PolicyLine line) {
        PolicyLine surest = chosen.getOrDefault("mx", line);
        return line.claims("mx") && (line.letters.equals("mx") || !surest.letters.equals("mx"));
    }

    /** What the parser took for an extension, and reported for something else. */
    private static boolean isExtension(PolicyLine line) {
        return line.claim == Claim.RESEMBLES && !line.letters.equals(line.resembled);
    }

    private void mx(PolicyLine line) {
        String value = line.value.text();
        List<Optional<String>> hosts = MeantHosts.of(value, current);
        hosts.stream().flatMap(Optional::stream).forEach(name -> keepMx(new MxPattern(name)));
        if (hosts.stream().anyMatch(Optional::isEmpty)) {
            dropped("mx: " + value, hosts.stream().allMatch(Optional::isEmpty));
        }
        if (MxPattern.isPattern(value) && HostNames.isIpv4(DomainName.canonical(value))) {
            addresses.add(new MxPattern(value));
        }
    }

    /** Of prose and other lists, nothing. */
    private void listItem(PolicyLine line) {
        List<Optional<String>> hosts = MeantHosts.of(line.item(), current).stream()
                .filter(host -> host.isEmpty() || host.get().indexOf('.') > 0)
                .toList();
        hosts.stream().flatMap(Optional::stream).forEach(host -> keepMx(new MxPattern(host)));
        if (line.item().indexOf('.') >= 0 && hosts.stream().anyMatch(Optional::isEmpty)) {
            dropped(line.content.text(), hosts.stream().allMatch(Optional::isEmpty));
        }
    }

    private void dropped(String shown, boolean whole) {
        mxDropped = true;
        String sentence = (whole ? "The line " : "A part of the line ")
                + RemoteText.escape(Octets.decode(shown))
                + (isNone() ? " is left out: mode none needs no hosts." : " is left out: add the hosts that it meant.");
        if (guesses.size() < MOST_NAMED && !guesses.contains(sentence)) {
            guesses.add(sentence);
        }
    }

    private void keepMx(MxPattern pattern) {
        if (patterns.putIfAbsent(pattern.canonical(), pattern) == null) {
            lines.add(new Line("mx", "mx: " + pattern.text()));
        }
    }

    private void known(PolicyLine line) {
        switch (line.resembled) {
            case "version" -> keep("version", "version: STSv1");
            case "mode" -> keep("mode", meantMode());
            default -> maxAge(MeantValue.maxAge(line.meantValue()));
        }
    }

    private String meantMode() {
        if (mode().isEmpty()) {
            guesses.add(TESTING_GUESSED);
        }
        modeLine()
                .map(PolicyLine::meantValue)
                .filter(MeantValue::isMisspeltMode)
                .ifPresent(value -> guesses.add("The mode " + Octets.quote(value) + " is read as "
                        + mode().orElseThrow().text() + "."));
        return "mode: " + mode().orElse(PolicyMode.TESTING).text();
    }

    private void maxAge(Optional<String> meant) {
        long seconds = meant.map(Long::parseLong).orElse(0L);
        if (seconds > MAX_SECONDS) {
            keep("max_age", "max_age: " + MAX_SECONDS);
            guesses.add("max_age is a year, the maximum." + inMilliseconds(seconds));
        } else if (meant.isPresent() && (seconds > 0 || isNone())) {
            keep("max_age", "max_age: " + meant.get());
        } else {
            keep("max_age", "max_age: " + DEFAULT_MAX_AGE);
            guesses.add(
                    meant.isPresent()
                            ? "max_age is a week, since a policy that expires at once protects nobody."
                            : "max_age is a week, since the previous value cannot be read.");
        }
    }

    private static String inMilliseconds(long value) {
        long seconds = value / MILLIS;
        return value % MILLIS == 0 && seconds >= A_DAY && seconds <= MAX_SECONDS
                ? " If " + value + " is in milliseconds, write max_age: " + seconds + "."
                : "";
    }

    /** What the line says that applies; where that cannot be read, what the first legible one says. */
    private Optional<PolicyLine> modeLine() {
        return Stream.concat(
                        Stream.ofNullable(chosen.get("mode")), given.stream().filter(line -> line.claims("mode")))
                .filter(line -> MeantValue.mode(line.meantValue()).isPresent())
                .findFirst();
    }

    private Optional<PolicyMode> mode() {
        return modeLine().flatMap(line -> MeantValue.mode(line.meantValue()));
    }

    private boolean isNone() {
        return mode().equals(Optional.of(PolicyMode.NONE));
    }

    private void extension(PolicyLine line) {
        String key = MeantValue.visible(line.key.text());
        String value = shown(line.meantValue()).trim();
        if (!value.isEmpty() && !line.isComment() && !line.isOtherText && Chars.isExtensionName(key, 0, key.length())) {
            keep(key, key + ": " + value);
        }
    }

    /** RFC 8461 §3.2: of a duplicated field the first applies; mx may be repeated. */
    private void keep(String key, String content) {
        if (key.equals("mx") || names.add(key)) {
            lines.add(new Line(key, content));
        }
    }

    /** Version first, then mode, mx before max_age, whichever were missing. */
    private void complete() {
        Optional<Line> version =
                lines.stream().filter(line -> line.key().equals("version")).findFirst();
        version.ifPresent(lines::remove);
        lines.add(0, version.orElse(new Line("version", "version: STSv1")));
        if (names.add("mode")) {
            lines.add(1, new Line("mode", meantMode()));
        }
        if (names.add("max_age")) {
            guesses.add("max_age is a week.");
            lines.add(new Line("max_age", "max_age: " + DEFAULT_MAX_AGE));
        }
        if (!isNone() && (patterns.isEmpty() || mxDropped)) {
            fill();
        }
    }

    private void fill() {
        List<String> added = mxHosts.stream()
                .filter(host -> patterns.values().stream().noneMatch(pattern -> pattern.matches(host)))
                .toList();
        int at = 1;
        for (int i = 0; i < lines.size(); i++) {
            at = lines.get(i).key().equals("mx") || lines.get(i).key().equals("mode") ? i + 1 : at;
        }
        List<String> hosts = added;
        if (added.isEmpty() && patterns.isEmpty()) {
            hosts = addresses.stream().map(MxPattern::canonical).distinct().toList();
        }
        lines.addAll(
                at, hosts.stream().map(host -> new Line("mx", "mx: " + host)).toList());
        if (!added.isEmpty()) {
            guesses.add("Check the mx lines that were filled in, " + RemoteText.list(added)
                    + ": they must name the domain's MX hosts.");
        }
    }
}
