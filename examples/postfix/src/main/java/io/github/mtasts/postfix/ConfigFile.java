package io.github.mtasts.postfix;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.options.TextFile;
import io.github.mtasts.options.UserError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A configuration file: lines {@code name = value} by the names of the options, blank lines, and comments that begin with
 * {@code #}. Each line is read as the option is.
 */
final class ConfigFile {

    private ConfigFile() {}

    /**
     * The settings of a file under those of the command line: where a setting has one value, the command line's counts. A
     * {@link UserError} names the line that is wrong.
     */
    static ServeOptions under(String file, ParseResult commandLine) {
        List<String> all = new ArrayList<>();
        for (Setting setting : read(file)) {
            if (setting.option().isMultiValue()
                    || !commandLine.hasMatchedOption(setting.option().longestName())) {
                all.add(setting.argument());
            }
        }
        for (OptionSpec given : commandLine.matchedOptions()) {
            if (specs().findOption(given.longestName()) != null) {
                given.stringValues().forEach(value -> all.add(given.longestName() + "=" + value));
            }
        }
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(all.toArray(String[]::new));
        return holder.options;
    }

    /** A line that was read. */
    private record Setting(OptionSpec option, String argument) {}

    private static List<Setting> read(String file) {
        List<Setting> settings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String raw :
                new String(TextFile.read(file), StandardCharsets.UTF_8).lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Setting setting = setting(RemoteText.escape(file) + ":" + number + ": ", line);
                String name = setting.option().longestName();
                if (!setting.option().isMultiValue() && !seen.add(name)) {
                    throw new UserError(RemoteText.escape(file) + ":" + number + ": " + name.substring(2)
                            + " is set a second time");
                }
                settings.add(setting);
            }
        }
        return settings;
    }

    private static Setting setting(String where, String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new UserError(where + "a line is name = value");
        }
        String name = line.substring(0, equals).strip();
        OptionSpec option = name.startsWith("-") ? null : specs().findOption("--" + name);
        if (option == null) {
            throw new UserError(where + "there is no setting " + RemoteText.escape(name));
        }
        String argument = "--" + name + "=" + line.substring(equals + 1).strip();
        try {
            new CommandLine(new Holder()).parseArgs(argument);
        } catch (ParameterException cause) {
            throw new UserError(where + RemoteText.escape(String.valueOf(cause.getMessage())), cause);
        }
        return new Setting(option, argument);
    }

    private static CommandSpec specs() {
        return new CommandLine(new Holder()).getCommandSpec();
    }

    @Command
    private static final class Holder {
        @Mixin
        private final ServeOptions options = new ServeOptions();
    }
}
