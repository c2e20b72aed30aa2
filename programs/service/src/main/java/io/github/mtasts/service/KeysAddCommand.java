package io.github.mtasts.service;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.service.access.KeyFile;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key. */
@Command(
        name = "add",
        description =
                "Makes a key and prints it, this once: the file has its hash alone. Makes the file where it is missing.",
        mixinStandardHelpOptions = true)
final class KeysAddCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "Whose key it is: 1 to 64 letters, digits, -, _ and .; each name has one key.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Mixin
    private KeyFileOptions options = new KeyFileOptions();

    @Override
    public Integer call() {
        KeyFile file = options.file();
        spec.commandLine().getOut().println(file.add(name, Clock.systemUTC().instant()));
        spec.commandLine().getErr().println("This is the key of " + name + ". It is shown this once: keep it.");
        return ExitCode.OK;
    }
}
