package io.github.mtasts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A data file of evidence and what it comes to; the README beside it explains the notation. */
enum EvidenceVectorFile {
    RECORD("record.vectors"),
    FETCH("fetch.vectors"),
    POLICY("policy.vectors"),
    MX("mx.vectors"),
    TLS_RPT("tls-rpt.vectors"),
    VERDICT("verdict.vectors"),
    ADVICE("advice.vectors");

    private static final String HEADER = "--- ";

    private final String fileName;

    EvidenceVectorFile(String fileName) {
        this.fileName = fileName;
    }

    static List<EvidenceVector> all() {
        return Arrays.stream(values()).flatMap(file -> file.vectors().stream()).toList();
    }

    List<EvidenceVector> vectors() {
        List<String> lines = lines();
        List<EvidenceVector> vectors = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(HEADER)) {
                int header = at;
                EvidenceVectorBlock block =
                        new EvidenceVectorBlock(lines.get(at).substring(HEADER.length()));
                while (at + 1 < lines.size() && !lines.get(at + 1).isEmpty()) {
                    block.line(lines.get(++at));
                }
                vectors.add(block.vector(fileName + ":" + (header + 1)));
            }
        }
        return vectors;
    }

    private List<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(EvidenceVectorFile.class.getResourceAsStream(fileName), fileName)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
