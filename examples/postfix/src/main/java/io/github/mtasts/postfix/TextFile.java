package io.github.mtasts.postfix;

import io.github.mtasts.issue.RemoteText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the user named. */
final class TextFile {

    private TextFile() {}

    /** Its octets; a {@link UserError} says what is wrong. */
    static byte[] read(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (NoSuchFileException cause) {
            throw new UserError("cannot read " + RemoteText.escape(name) + ": there is no such file", cause);
        } catch (AccessDeniedException cause) {
            throw new UserError("cannot read " + RemoteText.escape(name) + ": permission denied", cause);
        } catch (IOException cause) {
            throw new UserError("cannot read " + RemoteText.escape(name) + ": " + cause.getMessage(), cause);
        }
    }

    /** A {@link UserError} when no file can have this name. */
    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException cause) {
            throw new UserError(RemoteText.escape(name) + " is no file name", cause);
        }
    }
}
