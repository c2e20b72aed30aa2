package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the user named. What is read may be standard input, by the name {@code -}. */
public final class UserFile {

    private static final int MOST_OCTETS = 64 << 20;

    private UserFile() {}

    /**
     * Its octets, no more than 64 MiB.
     *
     * @throws UserError says why it cannot be read
     */
    public static byte[] read(String name) {
        try (InputStream input = open(name)) {
            byte[] octets = input.readNBytes(MOST_OCTETS + 1);
            if (octets.length > MOST_OCTETS) {
                throw new UserError(shown(name) + " is larger than " + (MOST_OCTETS >> 20) + " MiB");
            }
            return octets;
        } catch (IOException cause) {
            throw unreadable(name, cause);
        }
    }

    /**
     * The file as a stream, for what need not fit into memory; a pipe is one too.
     *
     * @throws UserError says why it cannot be read
     */
    public static InputStream open(String name) {
        if (name.equals("-")) {
            return System.in;
        }
        try {
            if (Files.isDirectory(path(name))) {
                throw new UserError(shown(name) + " is a folder");
            }
            boolean isPipe = Files.exists(path(name)) && !Files.isRegularFile(path(name));
            return isPipe ? new BufferedInputStream(new FileInputStream(name)) : Files.newInputStream(path(name));
        } catch (IOException cause) {
            throw unreadable(name, cause);
        }
    }

    /**
     * The path of a name.
     *
     * @throws UserError when a file cannot have this name
     */
    public static Path path(String name) {
        if (name.isEmpty()) {
            throw new UserError("a file name is empty");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException cause) {
            throw new UserError(shown(name) + " is not a file name", cause);
        }
    }

    /** As messages name it. */
    public static String shown(String name) {
        return name.equals("-") ? "standard input" : RemoteText.printable(name);
    }

    /** When reading failed. */
    public static UserError unreadable(String name, IOException cause) {
        return new UserError("cannot read " + shown(name) + ": " + why(cause), cause);
    }

    /** When writing failed. */
    public static UserError unwritable(String name, IOException cause) {
        return new UserError("cannot write " + RemoteText.printable(name) + ": " + why(cause), cause);
    }

    /** Why a file cannot be read or written, in a few words. */
    public static String why(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        return cause instanceof AccessDeniedException
                ? "permission denied"
                : RemoteText.escape(String.valueOf(cause.getMessage()));
    }
}
