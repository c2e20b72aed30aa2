package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the reader of a report is told to do first, in words, and what is published at each place in the end: nothing at all where no word is given. */
class SituationsTest {

    private static final String HEADER = "--- ";

    @TestFactory
    Stream<DynamicTest> everySituation() throws IOException {
        List<List<String>> situations = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(HEADER)) {
                situations.add(new ArrayList<>());
            }
            if (!situations.isEmpty() && !line.isEmpty()) {
                situations.get(situations.size() - 1).add(line);
            }
        }
        return situations.stream()
                .map(block -> DynamicTest.dynamicTest(block.get(0).substring(HEADER.length()), () -> check(block)));
    }

    private static void check(List<String> block) {
        EvidenceChanges changes = new EvidenceChanges();
        List<String> first = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : block.subList(1, block.size())) {
            if (line.startsWith("> ")) {
                first.add(line.substring(2));
            } else if (line.startsWith("@ ")) {
                String[] parts = line.split(" ", 3);
                texts.put(parts[1], parts[2].replace("\\r", "\r").replace("\\n", "\n"));
            } else {
                changes.apply(line);
            }
        }
        List<Recommendation> advice = HealthyDomain.judge(changes.evidence()).recommendations();

        assertThat(advice.subList(0, first.isEmpty() ? advice.size() : first.size()))
                .extracting(each -> each.code() + " " + each.message())
                .isEqualTo(first);
        assertThat(published(advice)).isEqualTo(texts);
    }

    /** The last text of each place. */
    private static Map<String, String> published(List<Recommendation> advice) {
        Map<String, String> texts = new LinkedHashMap<>();
        advice.stream()
                .filter(each -> each.publish().isPresent())
                .forEach(each ->
                        texts.put(each.where().orElseThrow(), each.publish().get()));
        return texts;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(SituationsTest.class.getResourceAsStream("situations.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
