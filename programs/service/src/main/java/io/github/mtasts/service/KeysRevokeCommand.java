package io.github.mtasts.service;

import io.github.mtasts.kit.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Revokes a key. */
@Command(
        name = "revoke",
        description = "Takes a key away for good. A running service refuses it within about a second.",
        mixinStandardHelpOptions = true)
final class KeysRevokeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "As it was added.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Mixin
    private KeyFileOptions options = new KeyFileOptions();

    @Override
    public Integer call() {
        options.file().revoke(name);
        spec.commandLine().getErr().println("The key of " + name + " is revoked.");
        return ExitCode.OK;
    }
}
