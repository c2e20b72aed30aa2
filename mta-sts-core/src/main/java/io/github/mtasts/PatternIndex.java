package io.github.mtasts;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A policy's patterns by what they cover (RFC 8461, section 4.1): both patterns and MX hosts are a stranger's choice,
 * and thousands of each must not take the time of their product.
 */
final class PatternIndex {

    private static final int LONGEST_SUFFIX = 254;

    private final List<MxPattern> patterns;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    PatternIndex(List<MxPattern> patterns) {
        this.patterns = patterns;
        for (int place = 0; place < patterns.size(); place++) {
            places.putIfAbsent(patterns.get(place).canonical(), place);
        }
    }

    /** As {@link io.github.mtasts.syntax.StsPolicy#coveredBy}. */
    Optional<MxPattern> coveredBy(String host) {
        return first(covering(DomainName.canonical(host)));
    }

    /** The first wildcard that would cover the host if it stood for several labels. */
    Optional<MxPattern> tooShallowFor(String host) {
        String name = DomainName.canonical(host);
        int from = Math.max(0, name.length() - LONGEST_SUFFIX);
        Stream<Integer> dots =
                Stream.iterate(name.indexOf('.', from), dot -> dot >= 0, dot -> name.indexOf('.', dot + 1));
        return first(dots.map(dot -> "*" + name.substring(dot)));
    }

    /** The places of the patterns that cover none of the hosts; of those that cover the same the first. */
    List<Integer> unused(List<String> hosts) {
        Set<String> used = new HashSet<>();
        hosts.forEach(host -> covering(DomainName.canonical(host)).forEach(used::add));
        return places.entrySet().stream()
                .filter(pattern -> !used.contains(pattern.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The host itself, and a wildcard in place of its first label. */
    private static Stream<String> covering(String name) {
        int dot = name.indexOf('.');
        if (name.startsWith("*")) {
            return Stream.empty();
        }
        return dot > 0 ? Stream.of(name, "*" + name.substring(dot)) : Stream.of(name);
    }

    private Optional<MxPattern> first(Stream<String> canonical) {
        return canonical
                .map(places::get)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(patterns::get);
    }
}
