package io.github.mtasts.service;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.service.access.Expiry;
import io.github.mtasts.service.access.KeyFile;
import io.github.mtasts.service.access.KeyTable;
import io.github.mtasts.service.access.KeyTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The API keys of clients. */
@Command(
        name = "keys",
        description = "Creates, lists, replaces and revokes API keys. A running service picks up changes by itself.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(add | list | rotate | revoke)")
final class KeysCommand implements Runnable {

    private static final String NAME = "The name under which the key was added.";
    private static final String EXPIRES =
            "When the key expires: its last day such as 2027-01-31 (UTC), a time such as 2027-01-31T12:00:00Z, or a number"
                    + " of days such as 90d (default: never).";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing: keys add, keys list, keys rotate or keys revoke");
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
            @Option(names = "--expires", paramLabel = "DATE|DAYS", description = EXPIRES, converter = End.class)
                    @Nullable
                    Expiry expires,
            @Option(
                            names = "--limit",
                            paramLabel = "CHECKS",
                            converter = ServiceOptions.Limit.class,
                            description =
                                    "Checks per minute for this key, 1 to 1000000 (default: the service's --key-limit).")
                    @Nullable
                    Integer limit,
            @Mixin FileOptions options) {
        KeyTerms terms = new KeyTerms(Optional.ofNullable(expires), Optional.ofNullable(limit));
        print(name, options.file().add(name, terms, now()));
        return ExitCode.OK;
    }

    @Command(
            description = {
                "Prints each key: the days of its creation and last use (UTC), when it expires, and its limit in checks per minute.",
                "Warns about keys that have expired."
            },
            mixinStandardHelpOptions = true)
    int list(@Mixin FileOptions options) {
        KeyTable table = options.file().table(now());
        table.lines().forEach(spec.commandLine().getOut()::println);
        table.warnings()
                .forEach(warning -> spec.commandLine().getErr().println("mta-sts-service: warning: " + warning));
        return ExitCode.OK;
    }

    @Command(
            description = {
                "Replaces a key: prints a new one of the same name, with the same limit.",
                "The old one is still accepted for a while, so that its owner can change over."
            },
            mixinStandardHelpOptions = true)
    int rotate(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--overlap",
                            paramLabel = "TIME",
                            defaultValue = "24h",
                            converter = Overlap.class,
                            description =
                                    "How long the old key is still accepted, such as 30m, 24h or 7d; 0h ends it at once"
                                            + " (default: 24h).")
                    Duration overlap,
            @Option(
                            names = "--expires",
                            paramLabel = "DATE|DAYS",
                            converter = End.class,
                            description =
                                    "When the new key expires, as with 'keys add' (default: it is granted as much time"
                                            + " as the old one was).")
                    @Nullable
                    Expiry expires,
            @Mixin FileOptions options) {
        Instant now = now();
        print(name, options.file().rotate(name, overlap, Optional.ofNullable(expires), now));
        spec.commandLine()
                .getErr()
                .println(
                        overlap.isZero()
                                ? "The old key is no longer accepted."
                                : "The old key is accepted until "
                                        + now.plus(overlap).truncatedTo(ChronoUnit.SECONDS) + ".");
        return ExitCode.OK;
    }

    @Command(
            description =
                    "Revokes a key for good, and those that it replaced. A running service rejects them within about a second.",
            mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "NAME", description = NAME) String name, @Mixin FileOptions options) {
        options.file().revoke(name, now());
        spec.commandLine().getErr().println("The key of " + name + " is revoked.");
        return ExitCode.OK;
    }

    private void print(String name, String key) {
        spec.commandLine().getOut().println(key);
        spec.commandLine().getErr().println("This is the key of " + name + ". Store it now: it is not shown again.");
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    /** When a key expires. */
    static final class End implements ITypeConverter<Expiry> {
        @Override
        public Expiry convert(String text) {
            try {
                return Expiry.parse(text, now());
            } catch (IllegalArgumentException wrong) {
                throw (TypeConversionException)
                        new TypeConversionException(String.valueOf(wrong.getMessage())).initCause(wrong);
            }
        }
    }

    /** A number of minutes, hours or days. */
    static final class Overlap implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("\\d{1,4}[mhd]")) {
                throw new TypeConversionException(
                        "not a number of minutes, hours or days such as 30m, 24h or 7d: " + text);
            }
            int number = Integer.parseInt(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
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
