package io.github.mtasts.service.access;

import com.sun.security.auth.module.UnixSystem;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether root and this process's user alone can change the key file, by its owner, its folder and their permissions. */
final class FileTrust {

    private static final int ROOT = 0;
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int STICKY = 01000;

    private final long user;

    /** For the user of this number. */
    FileTrust(long user) {
        this.user = user;
    }

    static FileTrust ofThisProcess() {
        return new FileTrust(new UnixSystem().getUid());
    }

    /** File systems without owners and permissions have nothing to check. */
    static boolean applies(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /**
     * Checks a file, and the folders of it and of the link that leads to it.
     *
     * @throws UserError says who could change it, and how to prevent that
     */
    void require(Path file) throws IOException {
        Path real = file.toRealPath();
        requireOwner(real, "could add keys", ", or run this command as that user");
        if ((mode(real) & WRITABLE_BY_OTHERS) != 0) {
            throw new UserError(shown(real)
                    + " is writable by users other than its owner, who could add keys: run chmod go-w " + shown(real));
        }
        requireFolder(real);
        requireFolder(file);
    }

    /**
     * Checks the folder of a file, which need not exist. In a folder with the sticky bit, such as {@code /tmp}, users cannot
     * replace each other's files.
     *
     * @throws UserError says who could replace the file, and how to prevent that
     */
    void requireFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("").toRealPath();
        requireOwner(folder, "could replace the key file in it", "");
        int mode = mode(folder);
        if ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
            throw new UserError(shown(folder)
                    + " is writable by users other than its owner, who could replace the key file in it: run chmod go-w "
                    + shown(folder));
        }
    }

    private void requireOwner(Path path, String could, String otherwise) throws IOException {
        int owner = (Integer) Files.getAttribute(path, "unix:uid");
        if (owner != ROOT && owner != user) {
            String name = RemoteText.escape(Files.getOwner(path).getName());
            throw new UserError(shown(path) + " belongs to " + name + ", who " + could + ": run chown " + user + " "
                    + shown(path) + otherwise);
        }
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:mode");
    }

    private static String shown(Path path) {
        return RemoteText.escape(path.toString());
    }
}
