package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The settings of a program, from several sources. A source added later overrides those before; the values of a repeatable
 * option accumulate.
 *
 * @param <T> an object whose options are the settings
 */
public final class Configuration<T> {

    private final Supplier<T> fresh;
    private final KnownSettings known;
    private final List<Setting> settings = new ArrayList<>();

    /** Starts with the defaults. */
    public Configuration(Supplier<T> fresh) {
        this.fresh = fresh;
        this.known = new KnownSettings(fresh);
    }

    /**
     * Adds a configuration file.
     *
     * @throws UserError names the line that is invalid
     */
    public Configuration<T> file(String name) {
        return add(ConfigFile.read(name, known));
    }

    /**
     * Adds the variables of the environment that begin with a prefix.
     *
     * @throws UserError names the variable that is wrong, or that unknown setting: for
     */
    public Configuration<T> environment(Map<String, String> variables, String prefix) {
        return add(Environment.read(variables, prefix, known));
    }

    /** Adds the options of a command line that are settings. */
    public Configuration<T> commandLine(ParseResult parsed) {
        List<Setting> given = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptionsSet()) {
            String name = option.longestName().substring(2);
            if (known.find(name).isPresent()) {
                option.stringValues()
                        .forEach(value ->
                                given.add(new Setting(name, option.isMultiValue(), value, option.longestName())));
            }
        }
        return add(given);
    }

    /** The options, with their values. */
    public T options() {
        T options = fresh.get();
        new CommandLine(options)
                .parseArgs(settings.stream().map(Setting::argument).toArray(String[]::new));
        return options;
    }

    /** Where the value of an option comes from; {@code default} if it was not given. */
    public String source(String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .map(Setting::source)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), sources -> sources.isEmpty() ? "default" : sources));
    }

    /** The same settings as the text of a configuration file, with the source of each value in a comment. */
    public String text() {
        List<Setting> lines = new ArrayList<>();
        for (OptionSpec option : known.options()) {
            String name = option.longestName().substring(2);
            List<Setting> set = settings.stream()
                    .filter(setting -> setting.name().equals(name))
                    .toList();
            lines.addAll(set.isEmpty() ? List.of(unset(name, option)) : set);
        }
        int width = lines.stream()
                .map(Configuration::line)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return lines.stream()
                .map(line -> line(line) + " ".repeat(width - line(line).length()) + "  # " + line.source() + "\n")
                .collect(Collectors.joining());
    }

    private static Setting unset(String name, OptionSpec option) {
        return Optional.ofNullable(option.defaultValue())
                .map(value -> new Setting(name, option.isMultiValue(), value, "default"))
                .orElseGet(() -> new Setting("#" + name, option.isMultiValue(), "", "not set"));
    }

    private static String line(Setting setting) {
        return (setting.name() + " = " + RemoteText.escape(setting.value())).stripTrailing();
    }

    private Configuration<T> add(List<Setting> layer) {
        Set<String> replaced = layer.stream()
                .filter(setting -> !setting.repeatable())
                .map(Setting::name)
                .collect(Collectors.toSet());
        settings.removeIf(setting -> replaced.contains(setting.name()));
        settings.addAll(layer);
        return this;
    }
}
