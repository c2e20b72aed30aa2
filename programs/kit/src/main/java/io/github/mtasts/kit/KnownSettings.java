package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** All the settings: the options of an object. */
final class KnownSettings {

    private final Supplier<?> fresh;
    private final CommandLine line;

    /** From objects with their defaults. */
    KnownSettings(Supplier<?> fresh) {
        this.fresh = fresh;
        this.line = new CommandLine(fresh.get());
    }

    List<OptionSpec> options() {
        return line.getCommandSpec().options();
    }

    Optional<OptionSpec> find(String name) {
        @Nullable
        OptionSpec found = name.startsWith("-") ? null : line.getCommandSpec().findOption("--" + name);
        return Optional.ofNullable(found);
    }

    /** A setting that its option accepts; otherwise a {@link UserError} that begins with the source. */
    Setting setting(String name, String value, String source) {
        OptionSpec option = find(name).orElseThrow(() -> unknown(name, source));
        Setting setting = new Setting(name, option.isMultiValue(), value, source);
        try {
            new CommandLine(fresh.get()).parseArgs(setting.argument());
        } catch (ParameterException cause) {
            throw new UserError(source + ": " + RemoteText.escape(String.valueOf(cause.getMessage())), cause);
        }
        return setting;
    }

    static UserError unknown(String name, String source) {
        return new UserError(source + ": unknown setting: " + RemoteText.escape(name));
    }
}
