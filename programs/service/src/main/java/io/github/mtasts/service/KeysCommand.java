package io.github.mtasts.service;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.service.access.KeyFile;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The API keys of clients. */
@Command(
        name = "keys",
        description = "Creates, lists and revokes API keys. A running service picks up changes by itself.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(add | list | revoke)")
final class KeysCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: keys add, keys list or keys revoke");
    }

    @Command(
            description =
                    "Creates a key and prints it once: the file keeps only its hash. Creates the file if it is missing.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(
                            paramLabel = "NAME",
                            description =
                                    "The owner of the key: 1 to 64 letters, digits, -, _ and .; one key per name.")
                    String name,
            @Mixin FileOptions options) {
        String key = options.file().add(name, Clock.systemUTC().instant());
        spec.commandLine().getOut().println(key);
        spec.commandLine().getErr().println("This is the key of " + name + ". Store it now: it is not shown again.");
        return ExitCode.OK;
    }

    @Command(description = "Prints the name of each key and when it was created.", mixinStandardHelpOptions = true)
    int list(@Mixin FileOptions options) {
        Map<String, Instant> names = options.file().names();
        int width = names.keySet().stream().mapToInt(String::length).max().orElse(0);
        names.forEach((name, created) ->
                spec.commandLine().getOut().println(name + " ".repeat(width - name.length()) + "  " + created));
        return ExitCode.OK;
    }

    @Command(
            description = "Revokes a key for good. A running service rejects it within about a second.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "NAME", description = "The name under which the key was added.") String name,
            @Mixin FileOptions options) {
        options.file().revoke(name);
        spec.commandLine().getErr().println("The key of " + name + " is revoked.");
        return ExitCode.OK;
    }

    /** Which file holds the keys: the one that {@code serve} would use. */
    static final class FileOptions {

        @Spec(Spec.Target.MIXEE)
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--keys", paramLabel = "FILE", description = "The file that holds the keys.")
        private @Nullable String keys;

        @Option(
                names = "--config",
                paramLabel = "FILE",
                description = "The service's configuration file, if that names the key file.")
        private @Nullable String config;

        KeyFile file() {
            if (keys != null) {
                return new KeyFile(UserFile.path(keys));
            }
            return ServiceOptions.read(
                            config, System.getenv(), spec.commandLine().getParseResult())
                    .options()
                    .keys()
                    .map(KeyFile::new)
                    .orElseThrow(() -> new UserError("the key file is not set: use --keys FILE, "
                            + ServiceOptions.VARIABLES + "KEYS, or keys = FILE in the file of --config"));
        }
    }
}
