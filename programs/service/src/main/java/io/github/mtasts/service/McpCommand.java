package io.github.mtasts.service;

import io.github.mtasts.kit.DemoWorld;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.NetworkOptions;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.Version;
import io.github.mtasts.service.mcp.McpStdio;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the assistant that started the program. */
@Command(
        name = McpCommand.NAME,
        description = "Serves one assistant over MCP on standard input and output, as --mcp does.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = Version.class)
final class McpCommand implements Callable<Integer> {

    static final String NAME = "mcp";
    private static final String OPTION = "--mcp";

    @Option(names = "--demo", description = "Check the domains of a simulated Internet on this machine.")
    private boolean demo;

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    /** With the command in place of {@code --mcp}, wherever it stands. */
    static String[] named(String... arguments) {
        if (!Arrays.asList(arguments).contains(OPTION)) {
            return arguments;
        }
        return Stream.concat(Stream.of(NAME), Arrays.stream(arguments).filter(argument -> !argument.equals(OPTION)))
                .toArray(String[]::new);
    }

    @Override
    public Integer call() throws IOException {
        if (demo) {
            try (DemoWorld world = DemoWorld.start()) {
                McpStdio.run(world.network(), Version.number());
            }
        } else {
            McpStdio.run(network.settings(NetworkSettings.HTTPS), Version.number());
        }
        return ExitCode.OK;
    }
}
