package io.github.mtasts.runtime;

import java.security.CodeSource;

/** A library that we call. Others on the class path may have brought an older one, which Maven does not always notice. */
public final class Neighbour {

    private static final String FILE = "file:";
    private static final String JAR = ".jar";

    private Neighbour() {}

    /**
     * Requires a version that has what we call, so that its absence is noticed here and not in some later call.
     *
     * @param name what people call the library
     * @param least the first version that fits
     * @param part a class of the library that every version has
     * @param probe calls what older versions lack
     * @throws IllegalStateException when the version is older; says which one it is, and where
     */
    public static void require(String name, String least, Class<?> part, Runnable probe) {
        try {
            probe.run();
        } catch (LinkageError older) {
            throw new IllegalStateException(
                    "mta-sts needs " + name + " " + least + " or later, and the class path has " + found(part), older);
        }
    }

    private static String found(Class<?> part) {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "an older one";
        }
        String place = String.valueOf(source.getLocation());
        return version(place) + " from " + (place.startsWith(FILE) ? place.substring(FILE.length()) : place);
    }

    /** That of {@code okhttp-4.12.0.jar}; a jar of many libraries does not show theirs. */
    private static String version(String place) {
        int end = place.lastIndexOf(JAR);
        String file = end < 0 ? "" : place.substring(place.lastIndexOf('/', end) + 1, end);
        for (int dash = file.indexOf('-'); dash >= 0; dash = file.indexOf('-', dash + 1)) {
            if (dash + 1 < file.length() && Character.isDigit(file.charAt(dash + 1))) {
                return file.substring(dash + 1);
            }
        }
        return "an older one";
    }
}
