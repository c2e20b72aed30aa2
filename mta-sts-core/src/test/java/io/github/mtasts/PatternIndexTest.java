package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The index answers as the patterns themselves do, asked one by one. */
class PatternIndexTest {

    @Provide
    Arbitrary<List<MxPattern>> patterns() {
        return names("a", "B", "b", "cd", "*")
                .filter(MxPattern::isPattern)
                .map(MxPattern::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> hosts() {
        return names("a", "A", "b", "cd", "", "*", "é");
    }

    private static Arbitrary<String> names(String... labels) {
        Arbitrary<String> names =
                Arbitraries.of(labels).list().ofMinSize(1).ofMaxSize(4).map(list -> String.join(".", list));
        return Arbitraries.oneOf(names, names.map(name -> name + "."));
    }

    @Property(tries = 2000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void theFirstThatMatchesCovers(@ForAll("patterns") List<MxPattern> patterns, @ForAll("hosts") String host) {
        assertThat(new PatternIndex(patterns).coveredBy(host))
                .isEqualTo(patterns.stream()
                        .filter(pattern -> pattern.matches(host))
                        .findFirst());
    }

    @Property(tries = 2000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void aPatternIsUsedWhenItMatchesAHost(
            @ForAll("patterns") List<MxPattern> patterns, @ForAll("hosts") String one, @ForAll("hosts") String other) {
        Set<String> judged = new HashSet<>();

        assertThat(new PatternIndex(patterns).unused(List.of(one, other)))
                .isEqualTo(IntStream.range(0, patterns.size())
                        .filter(place -> judged.add(patterns.get(place).canonical()))
                        .filter(place -> !patterns.get(place).matches(one))
                        .filter(place -> !patterns.get(place).matches(other))
                        .boxed()
                        .toList());
    }

    @Property(tries = 2000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
    void theFirstWildcardThatWouldMatchIfItSpannedLabelsIsTooShallow(
            @ForAll("patterns") List<MxPattern> patterns, @ForAll("hosts") String host) {
        String name = DomainName.canonical(host);

        assertThat(new PatternIndex(patterns).tooShallowFor(host))
                .isEqualTo(patterns.stream()
                        .filter(MxPattern::isWildcard)
                        .filter(pattern -> name.endsWith(pattern.canonical().substring(1)))
                        .findFirst());
    }
}
