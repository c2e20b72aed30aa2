package io.github.mtasts.check.containers;

import java.util.Optional;

/**
 * How an entry of a zip archive is packed (APPNOTE.TXT, sections 4.4.4 and 4.4.5).
 *
 * @param number of the compression method
 * @param flags the general purpose bit flags
 */
record ZipMethod(int number, int flags) {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1;
    private static final int DESCRIBED = 1 << 3;
    private static final int UTF8 = 1 << 11;

    boolean isDeflated() {
        return number == DEFLATED;
    }

    /** Whether its sizes and its checksum stand in a descriptor behind it. */
    boolean isDescribed() {
        return (flags & DESCRIBED) != 0;
    }

    boolean isUtf8() {
        return (flags & UTF8) != 0;
    }

    /** Why it cannot be read, in a clause that begins with "it". */
    Optional<String> unreadable() {
        if ((flags & ENCRYPTED) != 0) {
            return Optional.of("it is encrypted; unpack the archive with its password first");
        }
        return number == STORED || number == DEFLATED
                ? Optional.empty()
                : Optional.of("it is packed with " + words() + ", which is not read; unpack the archive first");
    }

    private String words() {
        return switch (number) {
            case 9 -> "Deflate64";
            case 12 -> "bzip2";
            case 14 -> "LZMA";
            case 93 -> "zstd";
            case 95 -> "xz";
            default -> "the zip method " + number;
        };
    }
}
