package io.github.mtasts.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A data file of vectors; the README beside it explains the notation. */
enum VectorFile {
    STS_RECORD("sts-record.vectors"),
    POLICY("policy.vectors"),
    TLSRPT_RECORD("tlsrpt-record.vectors"),
    DOMAIN_NAME("domain-name.vectors");

    private static final String HEADER = "--- ";
    private static final String HEADING = "=== ";

    final String fileName;

    VectorFile(String fileName) {
        this.fileName = fileName;
    }

    List<Vector> vectors() {
        List<String> lines = lines();
        List<Vector> vectors = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(HEADER)) {
                VectorBlock block =
                        new VectorBlock(this == POLICY, lines.get(at).substring(HEADER.length()));
                lines.subList(at + 1, endOfBlock(lines, at + 1)).forEach(block::line);
                vectors.add(block.vector(fileName + ":" + (at + 1)));
            }
        }
        return vectors;
    }

    private static int endOfBlock(List<String> lines, int from) {
        int end = from;
        while (end < lines.size()
                && !lines.get(end).startsWith(HEADER)
                && !lines.get(end).startsWith(HEADING)) {
            end++;
        }
        while (end > from && lines.get(end - 1).isEmpty()) {
            end--;
        }
        return end;
    }

    private List<String> lines() {
        try (InputStream in = Objects.requireNonNull(VectorFile.class.getResourceAsStream(fileName), fileName)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
