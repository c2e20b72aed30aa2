package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A configuration file: lines {@code name = value} by the names of the options, blank lines, and comments from a {@code #}
 * that begins a line or follows white space. Each line is read as the option is.
 */
final class ConfigFile {

    private ConfigFile() {}

    /** The settings of a file, in order; a {@link UserError} names the line that is invalid. */
    static List<Setting> read(String file, KnownSettings known) {
        List<Setting> settings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String raw :
                new String(UserFile.read(file), StandardCharsets.UTF_8).lines().toList()) {
            number++;
            String line = withoutComment(raw).strip();
            if (!line.isEmpty()) {
                Setting setting = setting(line, RemoteText.escape(file) + ":" + number, known);
                if (!setting.repeatable() && !seen.add(setting.name())) {
                    throw new UserError(setting.source() + ": " + setting.name() + " is set twice");
                }
                settings.add(setting);
            }
        }
        return settings;
    }

    private static Setting setting(String line, String source, KnownSettings known) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new UserError(source + ": expected name = value");
        }
        return known.setting(
                line.substring(0, equals).strip(), line.substring(equals + 1).strip(), source);
    }

    private static String withoutComment(String line) {
        for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
            if (at == 0 || Character.isWhitespace(line.charAt(at - 1))) {
                return line.substring(0, at);
            }
        }
        return line;
    }
}
