package io.github.mtasts.service.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The key file: names and hashes, from which no key can be recovered. */
public final class KeyFile {

    private static final long MAX_OCTETS = 1 << 20;
    private static final String KEY_PREFIX = "mtasts_";
    private static final int KEY_OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final String shown;

    /** Touches nothing yet. */
    public KeyFile(Path file) {
        this.file = file;
        this.shown = RemoteText.escape(file.toString());
    }

    /**
     * Adds a key without an expiry and a limit of its own.
     *
     * @return the key itself, which is not stored
     * @throws UserError as {@link #add(String, KeyTerms, Instant)}
     */
    public String add(String name, Instant now) {
        return add(name, KeyTerms.USUAL, now);
    }

    /**
     * Adds a key; creates the file if missing.
     *
     * @return the key itself, which is not stored
     * @throws UserError when the name is taken or invalid, or the file cannot be written
     */
    public String add(String name, KeyTerms terms, Instant now) {
        StoredKey.requireName(name);
        if (Files.exists(file)) {
            keys();
        } else if (Files.exists(file.toAbsolutePath().resolveSibling(""))) {
            requireTrust(FileTrust::requireFolder);
        }
        String key = newKey();
        edit(now, lines -> {
            if (lines.current(name).isPresent()) {
                throw new UserError("the name " + name + " is already in use in " + shown);
            }
            return lines.with(stored(name, key, terms, now));
        });
        return key;
    }

    /**
     * Replaces the key of a name by a new one.
     *
     * @param overlap how long the old one is still accepted
     * @param expires when the new one expires; when empty it is granted as much time as the old one was
     * @return the new key, which is not stored
     * @throws UserError when the name is unknown, or the file cannot be written
     */
    public String rotate(String name, Duration overlap, Optional<Expiry> expires, Instant now) {
        StoredKey.requireName(name);
        keys();
        String key = newKey();
        edit(now, lines -> {
            KeyTerms renewed =
                    lines.current(name).orElseThrow(() -> unknown(name)).renewed(now);
            KeyTerms terms = new KeyTerms(expires.or(renewed::expires), renewed.limit());
            return lines.rotated(
                    stored(name, key, terms, now), now.plus(overlap).truncatedTo(ChronoUnit.SECONDS));
        });
        return key;
    }

    /**
     * Revokes a key, and those that it replaced.
     *
     * @throws UserError when the name is unknown, or the file cannot be written
     */
    public void revoke(String name, Instant now) {
        StoredKey.requireName(name);
        keys();
        edit(now, lines -> {
            if (lines.keys().stream().noneMatch(key -> key.name().equals(name))) {
                throw unknown(name);
            }
            return lines.without(name);
        });
    }

    /**
     * The names of the keys, in the order of the file.
     *
     * @throws UserError when the file cannot be read or trusted
     */
    public Set<String> names() {
        return keys().stream().map(StoredKey::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The keys as a table with a head.
     *
     * @throws UserError when the file cannot be read or trusted
     */
    public KeyTable table(Instant now) {
        return new KeyTable(keys(), LastUse.of(file), now);
    }

    /** To remember on which day its keys are used. */
    LastUse lastUse(Ticker ticker, Clock clock) {
        return new LastUse(file, ticker, clock);
    }

    /** Whether all users can read it: the keys are safe, but their names are private. */
    public boolean isReadableByAll() {
        return FileTrust.applies(file)
                && ask(() -> Files.getPosixFilePermissions(file)).contains(PosixFilePermission.OTHERS_READ);
    }

    /** A {@link UserError} when the file cannot be read, or others could change it. */
    List<StoredKey> keys() {
        requireTrust(FileTrust::require);
        if (!Files.isRegularFile(file) || ask(() -> Files.size(file)) > MAX_OCTETS) {
            throw new UserError(shown + " is not a key file: it is not a regular file, or is larger than 1 MiB");
        }
        return KeyLines.parse(shown, new String(UserFile.read(file.toString()), StandardCharsets.UTF_8))
                .keys();
    }

    /** Changes whenever the file is edited or replaced. */
    Object version() {
        String what = FileTrust.applies(file)
                ? "unix:ino,size,lastModifiedTime,ctime,mode,uid"
                : "fileKey,size,lastModifiedTime";
        return ask(() -> Files.readAttributes(file, what));
    }

    /** What is to be true of who can change the file. */
    private interface Trust {
        void require(FileTrust trust, Path file) throws IOException;
    }

    private void requireTrust(Trust what) {
        if (FileTrust.applies(file)) {
            ask(() -> {
                what.require(FileTrust.ofThisProcess(), file);
                return file;
            });
        }
    }

    private static String newKey() {
        byte[] octets = new byte[KEY_OCTETS];
        RANDOM.nextBytes(octets);
        return KEY_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static StoredKey stored(String name, String key, KeyTerms terms, Instant now) {
        return new StoredKey(name, KeyHash.of(key), now.truncatedTo(ChronoUnit.SECONDS), terms, Optional.empty());
    }

    private UserError unknown(String name) {
        return new UserError("unknown key " + name + " in " + shown);
    }

    private void edit(Instant now, UnaryOperator<KeyLines> change) {
        try {
            AtomicFile.edit(
                    file,
                    text -> change.apply(KeyLines.parse(shown, text))
                            .tidied(now)
                            .text());
        } catch (IOException cause) {
            throw new UserError("cannot write " + shown + ": " + UserFile.why(cause), cause);
        }
    }

    /** A question to the file system. */
    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException cause) {
            throw new UserError("cannot read " + shown + ": " + UserFile.why(cause), cause);
        }
    }
}
