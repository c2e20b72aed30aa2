package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reports say of every kind of fault: one table to read through, target/sentences.txt, and what no sentence may be. */
class SentencesTest {

    /** A kind of sentence, whatever names and numbers stand in it. */
    private final Map<String, String> messages = new TreeMap<>();

    private final Map<String, String> remedies = new TreeMap<>();

    @Test
    void everyMessageAndRemedyIsOneOrMoreWholeSentences() throws IOException {
        Stream.concat(
                        EvidenceVectorFile.all().stream().map(EvidenceVector::evidence),
                        LongStream.range(0, 2_000).mapToObj(RandomEvidence::of))
                .map(HealthyDomain::judge)
                .forEach(this::read);
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "sentences.txt"),
                String.join(
                        "\n",
                        messages.keySet().stream()
                                .map(kind -> kind.substring(0, kind.indexOf(' ')) + "\n    " + messages.get(kind)
                                        + "\n    " + remedies.get(kind))
                                .toList()));

        assertThat(messages.values()).allMatch(SentencesTest::isWhole);
        assertThat(remedies.values()).allMatch(remedy -> remedy.isEmpty() || isWhole(remedy));
    }

    private void read(MtaStsReport report) {
        report.issues().forEach(issue -> row(issue.code().name(), issue.message(), issue.remedy()));
        report.recommendations().forEach(advice -> row(">" + advice.code(), advice.message(), ""));
    }

    private void row(String code, String message, String remedy) {
        String kind =
                message.replaceAll("\"[^\"]*\"", "…").replaceAll("[0-9]+", "0").replaceAll("\\S+\\.\\S+", "x");
        messages.putIfAbsent(code + " " + kind + " " + remedy, message);
        remedies.putIfAbsent(code + " " + kind + " " + remedy, remedy);
    }

    /** Some end in the text to write, such as max_age: 604800. */
    private static boolean isWhole(String text) {
        String own = text.replaceAll("\".*\"", "…");
        boolean ended = own.endsWith(".") || own.endsWith(".)") || own.contains(": ") || own.startsWith("Write ");
        return ended
                && !own.contains("  ")
                && !own.contains(" ,")
                && !own.toLowerCase(Locale.ROOT).contains("please");
    }
}
