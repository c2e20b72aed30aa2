package io.github.mtasts.slip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Patterns that cover no MX host, one slip away from a host that no pattern covers: a few of each are enough to look at. */
public final class NearPatterns {

    private static final int MOST_PATTERNS = 1_000;
    private static final int MOST_HOSTS = 20;
    private static final int LONGEST = 100;

    private final List<String> patterns;
    private int asked;

    /**
     * Patterns to find a near one among.
     *
     * @param patterns in lower case, without a final dot
     */
    public NearPatterns(Stream<String> patterns) {
        this.patterns = patterns.filter(pattern -> pattern.length() <= LONGEST)
                .limit(MOST_PATTERNS)
                .toList();
    }

    /**
     * The first pattern that was perhaps meant to cover a host.
     *
     * @param host in lower case, without a final dot
     * @return a sentence behind a space; empty without such a pattern
     */
    public String sentence(String host) {
        return asked++ < MOST_HOSTS
                ? patterns.stream()
                        .flatMap(
                                pattern -> difference(pattern, host)
                                        .map(difference -> " The pattern " + pattern + " " + difference + ".")
                                        .stream())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static Optional<String> difference(String pattern, String host) {
        int dot = host.indexOf('.');
        String meant = pattern.startsWith("*.") && dot > 0 ? "*" + host.substring(dot) : host;
        if (OneEdit.apart(pattern, meant) && !withoutDigits(pattern).equals(withoutDigits(meant))) {
            return Optional.of("is one typing error away from " + host);
        } else if (labels(pattern).equals(labels(meant)) && !pattern.equals(meant)) {
            return Optional.of("has the labels of " + host + " in another order");
        }
        String rest = withoutLastLabel(pattern);
        return !rest.isEmpty() && !rest.equals("*") && rest.equals(withoutLastLabel(meant)) && !pattern.equals(meant)
                ? Optional.of("ends in another top-level domain than " + host)
                : Optional.empty();
    }

    /** Hosts are numbered, so that another number is another host. */
    private static String withoutDigits(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.chars().filter(c -> c < '0' || c > '9').forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static List<String> labels(String name) {
        List<String> labels = new ArrayList<>();
        int from = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
            labels.add(name.substring(from, dot));
            from = dot + 1;
        }
        labels.add(name.substring(from));
        labels.sort(Comparator.naturalOrder());
        return labels;
    }

    private static String withoutLastLabel(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
