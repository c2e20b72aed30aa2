package io.github.mtasts.store.sqlite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** File systems that one process alone sees: by way of {@code unshare}, as root or where users may have namespaces. */
final class PrivateMounts {

    private PrivateMounts() {}

    /**
     * A command that mounts, and then runs its arguments.
     *
     * @param mount shell text with mount commands; {@code $1} is the place
     */
    static List<String> command(String mount, Path place) throws Exception {
        List<String> unshare = unshare();
        boolean possible = run(unshare, "mount --bind \"$1\" \"$1\"", place) == 0;
        assumeTrue(possible || System.getenv("CI") != null, "no mount namespaces here");
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("sh", "-euc", mount + "; shift; exec \"$@\"", "sh", place.toString()));
        return command;
    }

    private static int run(List<String> unshare, String script, Path place) throws Exception {
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("sh", "-euc", script, "sh", place.toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noUnshare) {
            return -1;
        }
    }

    private static List<String> unshare() throws IOException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return root ? List.of("unshare", "--mount") : List.of("unshare", "--map-root-user", "--mount");
    }
}
