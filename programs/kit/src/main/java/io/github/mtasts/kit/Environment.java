package io.github.mtasts.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Settings in environment variables: a prefix, then the name of the option in capitals with {@code _} for anything but
 * letters and digits. Commas or white space separate the values of a repeatable option; an empty variable sets nothing.
 */
final class Environment {

    private Environment() {}

    /** The settings of all variables that begin with the prefix; a {@link UserError} names the one that is invalid. */
    static List<Setting> read(Map<String, String> variables, String prefix, KnownSettings known) {
        Map<String, OptionSpec> options = new TreeMap<>();
        for (OptionSpec option : known.options()) {
            options.put(
                    prefix
                            + option.longestName()
                                    .substring(2)
                                    .toUpperCase(Locale.ROOT)
                                    .replaceAll("[^A-Z0-9]", "_"),
                    option);
        }
        List<Setting> settings = new ArrayList<>();
        new TreeMap<>(variables).forEach((variable, value) -> {
            if (variable.startsWith(prefix)) {
                OptionSpec option = options.get(variable);
                if (option == null) {
                    throw unknown(variable, prefix);
                }
                String name = option.longestName().substring(2);
                for (String one : values(option, value)) {
                    settings.add(known.setting(name, one, variable));
                }
            }
        });
        return settings;
    }

    private static List<String> values(OptionSpec option, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return option.isMultiValue() ? List.of(text.strip().split("[,\\s]+")) : List.of(text.strip());
    }

    private static UserError unknown(String variable, String prefix) {
        return KnownSettings.unknown(
                variable.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-'), variable);
    }
}
