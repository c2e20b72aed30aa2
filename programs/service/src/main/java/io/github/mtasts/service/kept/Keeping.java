package io.github.mtasts.service.kept;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where reports are kept, and for how long.
 *
 * @param folder where; empty when none are kept
 * @param time how long; zero when none are kept
 */
public record Keeping(Optional<Path> folder, Duration time) {

    /** No report is kept. */
    public static final Keeping OFF = new Keeping(Optional.empty(), Duration.ZERO);

    boolean isOn() {
        return folder.isPresent() && !time.isZero();
    }
}
