package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the user named. */
public final class TextFile {

    private TextFile() {}

    /**
     * Its octets.
     *
     * @throws UserError says what is wrong
     */
    public static byte[] read(String name) {
        try {
            if (Files.isDirectory(path(name))) {
                throw new UserError(RemoteText.escape(name) + " is a directory");
            }
            return Files.readAllBytes(path(name));
        } catch (IOException cause) {
            throw new UserError("cannot read " + RemoteText.escape(name) + ": " + why(cause), cause);
        }
    }

    /**
     * The path of a name.
     *
     * @throws UserError when no file can have this name
     */
    public static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException cause) {
            throw new UserError(RemoteText.escape(name) + " is no file name", cause);
        }
    }

    /** Why a file cannot be read or written, in a few words. */
    public static String why(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        return cause instanceof AccessDeniedException
                ? "permission denied"
                : RemoteText.escape(String.valueOf(cause.getMessage()));
    }
}
