package io.github.mtasts.service.access;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A file that is replaced whole: readers see the old text or the new one, and writers take turns. */
final class AtomicFile {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private AtomicFile() {}

    /**
     * Applies a change to the text; to an empty one where there is no file. The new file belongs to the user, so a file of
     * another user, who could not read it afterwards, is left alone.
     *
     * @throws UserError when it belongs to another user
     */
    static synchronized void edit(Path file, UnaryOperator<String> change) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = real.resolveSibling("").toAbsolutePath();
        Path fresh = Files.createTempFile(folder, "." + real.getFileName(), ".new", OWNER_ONLY);
        try {
            requireSameOwner(real, fresh);
            try (FileChannel turn = open(folder.resolve("." + real.getFileName() + ".lock"))) {
                turn.lock();
                write(fresh, change.apply(Files.exists(real) ? Files.readString(real) : ""));
                Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                sync(folder);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY);
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (octets.hasRemaining()) {
                out.write(octets);
            }
            out.force(true);
        }
    }

    /** Else a power cut could bring back a key that was revoked. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static void requireSameOwner(Path file, Path fresh) throws IOException {
        if (Files.exists(file) && !Files.getOwner(file).equals(Files.getOwner(fresh))) {
            String owner = RemoteText.escape(Files.getOwner(file).getName());
            throw new UserError(
                    RemoteText.escape(file.toString()) + " belongs to " + owner + ": run the command as that user");
        }
    }
}
