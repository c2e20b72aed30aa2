package io.github.mtasts.check;

import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the user named, or standard input for {@code -}. */
final class Input {

    private Input() {}

    /** The stream; a {@link UserError} where there is nothing to read. */
    static InputStream open(String name) {
        if (name.equals("-")) {
            return System.in;
        }
        try {
            if (Files.isDirectory(path(name))) {
                throw new UserError(shown(name) + " is a directory");
            }
            return Files.newInputStream(path(name));
        } catch (IOException cause) {
            throw unreadable(name, cause);
        }
    }

    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException cause) {
            throw new UserError(shown(name) + " is no file name", cause);
        }
    }

    static UserError unreadable(String name, IOException cause) {
        return new UserError("cannot read " + shown(name) + ": " + why(cause), cause);
    }

    static String why(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        return cause instanceof AccessDeniedException
                ? "permission denied"
                : Columns.printable(String.valueOf(cause.getMessage()));
    }

    static String shown(String name) {
        return name.equals("-") ? "standard input" : Columns.printable(name);
    }
}
