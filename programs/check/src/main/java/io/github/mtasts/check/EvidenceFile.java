package io.github.mtasts.check;

import io.github.mtasts.Evidence;
import io.github.mtasts.kit.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Where evidence is kept as JSON lines, to be judged again by {@code replay}. */
final class EvidenceFile implements AutoCloseable {

    private final String name;
    private final @Nullable BufferedWriter writer;

    /** Begins the file anew; without a name, nothing is kept. */
    EvidenceFile(@Nullable String name) {
        this.name = name == null ? "" : name;
        try {
            this.writer = name == null ? null : Files.newBufferedWriter(Input.path(name), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw unwritable(cause);
        }
    }

    void keep(Evidence evidence) {
        if (writer != null) {
            try {
                writer.write(JsonLines.write(evidence.toMap()));
            } catch (IOException cause) {
                throw unwritable(cause);
            }
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException cause) {
                throw unwritable(cause);
            }
        }
    }

    private UserError unwritable(IOException cause) {
        return new UserError("cannot write " + Input.shown(name) + ": " + Input.why(cause), cause);
    }
}
