package io.github.mtasts.store.sqlite;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a folder, byte for byte. */
final class Folder {

    private Folder() {}

    /** The names of its files, and their SHA-256. */
    static Map<String, String> contents(Path folder) throws IOException, NoSuchAlgorithmException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                byte[] octets = Files.isRegularFile(entry) ? Files.readAllBytes(entry) : new byte[0];
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
                contents.put(entry.toString(), new BigInteger(1, digest).toString(16));
            }
        }
        return contents;
    }

    /** Copies a file and what stands beside it, as a kill would leave them. */
    static Path copy(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(file.resolveSibling("."))) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                Files.copy(entry, folder.resolve(entry.getFileName()));
            }
        }
        return folder.resolve(file.getFileName());
    }
}
