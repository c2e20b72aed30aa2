package io.github.mtasts.service;

import io.github.mtasts.kit.ExitCode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the keys. */
@Command(
        name = "list",
        description = "Prints the name of each key, and when it was made.",
        mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private KeyFileOptions options = new KeyFileOptions();

    @Override
    public Integer call() {
        Map<String, Instant> names = options.file().names();
        int width = names.keySet().stream().mapToInt(String::length).max().orElse(0);
        names.forEach((name, created) ->
                spec.commandLine().getOut().println(name + " ".repeat(width - name.length()) + "  " + created));
        return ExitCode.OK;
    }
}
