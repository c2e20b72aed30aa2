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
 * What a program is told, from several places. Of an option that has one value the place that was added last counts; the
 * values of a repeatable option add up.
 *
 * @param <T> an object with options, which are the settings that there are
 */
public final class Configuration<T> {

    private final Supplier<T> fresh;
    private final KnownSettings known;
    private final List<Setting> settings = new ArrayList<>();

    /** The defaults alone: those of the objects. */
    public Configuration(Supplier<T> fresh) {
        this.fresh = fresh;
        this.known = new KnownSettings(fresh);
    }

    /**
     * Adds a configuration file.
     *
     * @throws UserError names the line that is wrong
     */
    public Configuration<T> file(String name) {
        return add(ConfigFile.read(name, known));
    }

    /**
     * Adds the variables of the environment that begin with a prefix.
     *
     * @throws UserError names the variable that is wrong, or that there is no setting for
     */
    public Configuration<T> environment(Map<String, String> variables, String prefix) {
        return add(Environment.read(variables, prefix, known));
    }

    /** Adds those options of a command line that are settings. */
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

    /** The options as they were set. */
    public T options() {
        T options = fresh.get();
        new CommandLine(options)
                .parseArgs(settings.stream().map(Setting::argument).toArray(String[]::new));
        return options;
    }

    /** Where the value of an option was given; {@code default} where nowhere. */
    public String source(String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .map(Setting::source)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), sources -> sources.isEmpty() ? "default" : sources));
    }

    /** The text of a configuration file that says the same, with the source of each value as a comment behind it. */
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
