package io.github.mtasts.service.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file for each report: a line that names the program, then the report's octets, compressed. Its time of modification is
 * when it was kept. Files of other names are left alone.
 */
final class ReportFolder {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final String SUFFIX = ".gz";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final Duration time;

    /** Only the owner may list the folder: the name of a file is all that is needed to read its report at the service. */
    ReportFolder(Path folder, Duration time) throws IOException {
        this.folder = folder;
        this.time = time;
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!posix) {
            Files.createDirectories(folder);
            return;
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (!PRIVATE.containsAll(Files.getPosixFilePermissions(folder))) {
            throw new IOException("other users can open it; chmod 700 " + folder + " helps");
        }
    }

    /** Writes a report whole or not at all; returns how many octets its file has. */
    int write(String id, String program, byte[] octets, Instant now) throws IOException {
        byte[] packed = pack(program, octets);
        Path fresh = Files.createTempFile(folder, id, UNFINISHED);
        try {
            try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(packed);
                while (left.hasRemaining()) {
                    file.write(left);
                }
                file.force(true);
            }
            Files.setLastModifiedTime(fresh, FileTime.from(now));
            Files.move(fresh, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return packed.length;
    }

    /** The report of an id; empty when there is none, or its time is over. */
    Optional<KeptReport> read(String id, Instant now) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(id + SUFFIX);
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Instant until = until(file);
            String text = new String(packed.readAllBytes(), StandardCharsets.UTF_8);
            int line = text.indexOf('\n');
            return until.isAfter(now)
                    ? Optional.of(new KeptReport(id, text.substring(0, line), text.substring(line + 1), until))
                    : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Deletes what is over, and what a crash left behind; returns how many octets remain. */
    long sweep(Instant now) throws IOException {
        long remaining = 0;
        try (Stream<Path> files = Files.list(folder).filter(ReportFolder::isOurs)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (until(file).isAfter(now)) {
                    remaining += Files.size(file);
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
        return remaining;
    }

    private Instant until(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().plus(time);
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.length() > 32
                && ID.matcher(name.substring(0, 32)).matches()
                && (name.substring(32).equals(SUFFIX) || name.endsWith(UNFINISHED));
    }

    private static byte[] pack(String program, byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write((program + "\n").getBytes(StandardCharsets.UTF_8));
            out.write(octets);
        }
        return packed.toByteArray();
    }
}
