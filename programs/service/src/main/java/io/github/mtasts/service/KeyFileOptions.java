package io.github.mtasts.service;

import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.service.access.KeyFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which file the keys are in: the one that {@code serve} would take. */
final class KeyFileOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--keys", paramLabel = "FILE", description = "The file of the keys.")
    private @Nullable String keys;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration file of the service, where it names the file of the keys.")
    private @Nullable String config;

    KeyFile file() {
        if (keys != null) {
            return new KeyFile(UserFile.path(keys));
        }
        return ServiceOptions.read(config, System.getenv(), spec.commandLine().getParseResult())
                .options()
                .keys()
                .map(KeyFile::new)
                .orElseThrow(() -> new UserError("name the file of the keys: with --keys FILE, in "
                        + ServiceOptions.VARIABLES + "KEYS, or as keys = FILE in the file of --config"));
    }
}
