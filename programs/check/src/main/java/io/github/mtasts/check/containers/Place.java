package io.github.mtasts.check.containers;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.UserFile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a report was found.
 *
 * @param file as the user named it, or the path of a file below a folder that the user named
 * @param entry the names of the containers' entries that lead to it, with colons between; empty for the file itself
 */
public record Place(String file, String entry) {

    /** The file itself. */
    public static Place of(String file) {
        return new Place(file, "");
    }

    Place entry(String name) {
        return new Place(file, entry.isEmpty() ? name : entry + ": " + name);
    }

    /** As pages name it; names of entries come from strangers. */
    public String shown() {
        return UserFile.shown(file) + (entry.isEmpty() ? "" : ": " + RemoteText.escape(entry));
    }

    /** The fields {@code file} and {@code entry}. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("file", file);
        map.put("entry", entry.isEmpty() ? null : entry);
        return map;
    }
}
