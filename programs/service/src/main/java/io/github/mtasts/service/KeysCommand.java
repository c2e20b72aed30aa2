package io.github.mtasts.service;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys of those who may ask. */
@Command(
        name = "keys",
        description = "Makes, lists and revokes the keys of those who may ask. A running service notices by itself.",
        subcommands = {KeysAddCommand.class, KeysListCommand.class, KeysRevokeCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(add | list | revoke)")
final class KeysCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: keys add, keys list or keys revoke");
    }
}
