package io.github.mtasts.check;

import io.github.mtasts.Evidence;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.UserFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** A file of evidence as JSON lines, for {@code replay}. */
final class EvidenceFile implements AutoCloseable {

    private final String name;
    private final @Nullable BufferedWriter writer;

    /** Overwrites the file; without a name, nothing is saved. */
    EvidenceFile(@Nullable String name) {
        this.name = name == null ? "" : name;
        try {
            this.writer = name == null ? null : Files.newBufferedWriter(UserFile.path(name), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw UserFile.unwritable(name, cause);
        }
    }

    void keep(Evidence evidence) {
        if (writer != null) {
            try {
                writer.write(Json.write(evidence.toMap()) + "\n");
            } catch (IOException cause) {
                throw UserFile.unwritable(name, cause);
            }
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException cause) {
                throw UserFile.unwritable(name, cause);
            }
        }
    }
}
