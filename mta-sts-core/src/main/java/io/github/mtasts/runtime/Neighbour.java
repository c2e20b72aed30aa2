package io.github.mtasts.runtime;

import java.security.CodeSource;
import java.util.Locale;

/** A library that we call. Others on the class path may have brought an older one, which Maven does not always notice. */
public final class Neighbour {

    private static final String FILE = "file:";
    private static final String JAR = ".jar";
    private static final String UNKNOWN = "an older one";

    private Neighbour() {}

    /**
     * Requires a version that has what we call, so that its absence is noticed here and not in some later call. What is missing
     * is suppressed and not the cause: failure analysers explain the innermost cause, and would hide our sentence.
     *
     * @param name what people call the library; its jars begin with the same in lower case
     * @param least the first version that fits
     * @param part a class of the library that every version has
     * @param probe calls what older versions lack
     * @throws IllegalStateException when the version is older; says which one it is, and where
     */
    public static void require(String name, String least, Class<?> part, Runnable probe) {
        try {
            probe.run();
        } catch (LinkageError missing) {
            IllegalStateException older = new IllegalStateException("mta-sts needs " + name + " " + least
                    + " or later, and the class path has " + found(name.toLowerCase(Locale.ROOT), part));
            older.addSuppressed(missing);
            throw older;
        }
    }

    private static String found(String artifact, Class<?> part) {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return UNKNOWN;
        }
        String place = String.valueOf(source.getLocation());
        return version(artifact, place) + " from " + (place.startsWith(FILE) ? place.substring(FILE.length()) : place);
    }

    /** That of {@code okhttp-4.12.0.jar}; a jar of many libraries does not show theirs. */
    private static String version(String artifact, String place) {
        int end = place.lastIndexOf(JAR);
        String file = end < 0 ? "" : place.substring(place.lastIndexOf('/', end) + 1, end);
        if (!file.startsWith(artifact + "-")) {
            return UNKNOWN;
        }
        for (int dash = file.indexOf('-'); dash >= 0; dash = file.indexOf('-', dash + 1)) {
            if (dash + 1 < file.length() && Character.isDigit(file.charAt(dash + 1))) {
                return file.substring(dash + 1);
            }
        }
        return UNKNOWN;
    }
}
