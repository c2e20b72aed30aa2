package io.github.mtasts.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code --version} prints: the program's name and the release. */
public final class Version implements IVersionProvider {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** For picocli. */
    public Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {spec.root().name() + " " + number()};
    }

    /** The release alone. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(file, "version.properties"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return Objects.requireNonNull(properties.getProperty("version"), "version");
    }
}
